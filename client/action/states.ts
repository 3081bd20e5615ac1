import { existsSync, realpathSync } from "node:fs";
import { dirname, posix } from "node:path";
import { same } from "../../server/model/model.ts";
import { absolute, filesBelow, kindOfPath, pathInside, readRaw } from "../cli/disk.ts";
import { filesIn, textIn } from "../cli/git/files.ts";
import { repositoryAt, type Repository } from "../cli/git/repository.ts";
import { ask } from "../cli/git/run.ts";
import { Refusal } from "../cli/refusal.ts";
import type { Sides, Taken } from "../cli/diff/sides.ts";
import {
  commitAt,
  commitNamed,
  emptyRepository,
  forkPoint,
  historyOf,
  parentsOf,
  type History,
} from "./history.ts";
import type { Environment, Inputs } from "./inputs.ts";
import { actionMessages as say } from "./messages.ts";
import type { Commit, Occasion } from "./occasion.ts";

/** The two states that a run compares, and the repository that they are of. */
export interface States {
  readonly repository: Repository;
  /** The folder that is compared, from the root of the repository; `.` for all of it. */
  readonly path: string;
  /** The folder that paths are told from: the root of the repository, as GitHub wants them. */
  readonly cwd: string;
  /** With the head twice, where there is nothing to compare with. */
  readonly sides: Sides;
  /** The commits, for what git itself is asked; no head is the working tree. */
  readonly baseCommit: string | undefined;
  readonly headCommit: string | undefined;
}

/** Finds both states of an occasion, and fetches what the clone lacks of them. Nothing is checked out. */
export function statesOf(env: Environment, inputs: Inputs, occasion: Occasion): States {
  const scope = scopeOf(env, inputs);
  const history = historyOf(scope.repository, env, inputs.token);
  const needed = scope.isBare ? (occasion.pull?.head ?? commitOfRun(env)) : occasion.head;
  const headCommit = needed && arrived(history, needed, occasion);
  const base = baseOf(history, inputs, occasion, headCommit);
  const { cwd, path, repository } = scope;
  const head = headCommit
    ? atCommit(scope, { id: headCommit, name: nameOf(needed?.name, headCommit) })
    : workingTree(scope, occasion);
  const sides = { base: base ? atCommit(scope, base) : head, head };
  return { repository, path, cwd, sides, baseCommit: base?.id, headCommit };
}

interface Scope {
  readonly repository: Repository;
  readonly path: string;
  readonly cwd: string;
  /** Whether there is no checkout, and so no working tree. */
  readonly isBare: boolean;
}

function scopeOf(env: Environment, { path }: Inputs): Scope {
  const workspace = absolute(env["GITHUB_WORKSPACE"] ?? process.cwd(), ".");
  const folder = absolute(workspace, path);
  if (folder !== workspace && !folder.startsWith(`${workspace}/`)) throw new Refusal(say.pathOutside(path));
  if (kindOfPath(folder) === "file") throw new Refusal(say.pathIsFile(path));
  // What a change removes altogether is no longer there.
  let at = folder;
  while (!existsSync(at) && at !== workspace) at = dirname(at);
  const repository = repositoryAt(at);
  if (!repository) {
    const inTree = folder.slice(workspace.length + 1) || ".";
    return { repository: emptyRepository(env), path: inTree, cwd: workspace, isBare: true };
  }
  const within = pathInside(repository.root, at) ?? "";
  const inTree = posix.join(within, folder.slice(at.length + 1)) || ".";
  return { repository, path: inTree, cwd: absolute(realpathSync(repository.root), "."), isBare: false };
}

function commitOfRun(env: Environment): Commit {
  return { id: env["GITHUB_SHA"] ?? "HEAD", name: env["GITHUB_REF_NAME"] ?? "HEAD" };
}

/** The commit with the change. One of a fork may have to be fetched by the name that GitHub gives it here. */
function arrived(history: History, { id, name }: Commit, { pull }: Occasion): string {
  const found = commitAt(history, id);
  if (found !== undefined) return found;
  const byNumber = pull && commitNamed(history, `refs/pull/${pull.number}/head`);
  if (byNumber !== undefined && byNumber === id) return byNumber;
  throw new Refusal(say.noCommit(name, id));
}

function baseOf(
  history: History,
  { base: wanted }: Inputs,
  { base, pull }: Occasion,
  headCommit: string | undefined,
): Commit | undefined {
  if (wanted !== undefined) {
    const id = isRevision(wanted) ? commitNamed(history, wanted) : undefined;
    if (id === undefined) throw new Refusal(say.noBase(wanted));
    return { id, name: nameOf(wanted, id) };
  }
  if (!base) return undefined;
  const head = headCommit ?? ask(history.repository.root, ["rev-parse", "--verify", "--quiet", "HEAD"]);
  // Of a merge that GitHub made to try the change, the first parent is exactly what the change meets.
  const [into, merged] = head === undefined ? [] : parentsOf(history.repository, head);
  const isTrial = into !== undefined && pull !== undefined && merged === pull.head.id;
  const id = commitAt(history, isTrial ? into : base.id);
  // The state before a push that was forced may be gone.
  if (id === undefined && !pull) return undefined;
  if (id === undefined || head === undefined) throw new Refusal(say.noCommit(base.name, base.id));
  const start = pull && !isTrial ? forkPoint(history, id, head) : id;
  return { id: start, name: nameOf(base.name, start) };
}

/** Whether it can be handed to git as the name of something to fetch. */
function isRevision(text: string): boolean {
  return /^(?!-)[^\s:+^~*?[\\\p{Cc}]+$/u.test(text) && !text.includes("..");
}

/** `main (1a2b3c4)`: a branch moves on, and the comment stays. */
function nameOf(name: string | undefined, id: string): string {
  const short = id.slice(0, 7);
  return name === undefined || id.startsWith(name) ? short : `${name} (${short})`;
}

function workingTree({ repository, path, cwd }: Scope, { pull }: Occasion): Taken {
  const root = path === "." ? cwd : `${cwd}/${path}`;
  const id = ask(repository.root, ["rev-parse", "--verify", "--quiet", "HEAD"]);
  const name = pull ? nameOf(pull.head.name, pull.head.id) : nameOf(undefined, id ?? "");
  const isThere = kindOfPath(root) === "folder";
  const textAt = (file: string) => textOnDisk(cwd, file);
  return { name: same(name), root, files: isThere ? filesBelow(root).map(readRaw) : [], textAt };
}

/** The text of a plain file of the working tree. A link is passed over: it may lead out of it. */
function textOnDisk(cwd: string, file: string): string | undefined {
  const path = absolute(cwd, file);
  const inside =
    path.startsWith(`${cwd}/`) && existsSync(path) ? absolute(realpathSync(path), ".") : undefined;
  if (inside !== path || kindOfPath(path) !== "file") return undefined;
  const { bytes } = readRaw(path);
  return bytes && new TextDecoder().decode(bytes);
}

function atCommit({ repository, path, cwd }: Scope, { id, name }: Commit): Taken {
  const root = path === "." ? cwd : `${cwd}/${path}`;
  const tree = { name, id, isPart: false };
  const place = { inTree: path === "." ? "" : path, onDisk: root };
  const textAt = (file: string) => textIn(repository, tree, posix.normalize(file));
  return { name: same(name), root, ...filesIn(repository, tree, place), textAt };
}
