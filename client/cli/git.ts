import { spawnSync } from "node:child_process";
import type { Message } from "../../grammar/finding.ts";
import { LARGEST_FILE } from "../../server/model/outline.ts";
import { isLeftOut, isOurName, type RawFile } from "./disk.ts";
import { gitMessages as say } from "./git-messages.ts";
import { Refusal } from "./refusal.ts";

/**
 * Reads revisions from the objects of a repository. Nothing is ever checked out, and no command used here runs a hook,
 * a filter or anything else that the repository brings along.
 */
export interface Repository {
  /** The folder of the working tree, with slashes. */
  readonly root: string;
}

/** A tree in the repository, and the name that it was asked for by. */
export interface Tree {
  readonly name: string;
  readonly id: string;
}

/** The repository that a folder lies in; undefined where it lies in none, or git will not have it. */
export function repositoryAt(folder: string): Repository | undefined {
  const { status, stdout } = run(folder, TOP_LEVEL);
  const root = stdout.toString("utf8").trimEnd();
  return status === 0 && root !== "" ? { root: root.replaceAll("\\", "/") } : undefined;
}

/** Why git has no repository at a folder, where it is for another reason than that there is none. */
export function whyNot(folder: string): string | undefined {
  const { stderr } = run(folder, TOP_LEVEL);
  return stderr.includes("not a git repository") ? undefined : stderr.replace(/^fatal: /, "");
}

const TOP_LEVEL = ["rev-parse", "--show-toplevel"];

/** The tree of a revision; undefined where there is no such revision. */
export function treeOf(repository: Repository, revision: string): Tree | undefined {
  // What follows a colon is a path, to which nothing may be added.
  const isPath = revision.includes(":");
  const id = resolved(repository, isPath ? revision : `${revision}^{tree}`);
  if (id === undefined || (isPath && ask(repository.root, ["cat-file", "-t", id]) !== "tree"))
    return undefined;
  return { name: revision, id };
}

/** The best common ancestor of two revisions; undefined where they have none. */
export function mergeBase({ root }: Repository, a: string, b: string): string | undefined {
  const commits = [a, b].map((revision) => resolved({ root }, `${revision}^{commit}`));
  const known = commits.filter((commit) => commit !== undefined);
  if (known.length < 2) return undefined;
  const found = ask(root, ["merge-base", ...known]);
  return found === "" ? undefined : found;
}

/** The branch that work is merged into: the remote's, else the local one that usually is; undefined where none is known. */
export function defaultBranch(repository: Repository): string | undefined {
  const remote = ask(repository.root, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  const configured = ask(repository.root, ["config", "--get", "init.defaultBranch"]);
  const usual = [
    "origin/main",
    "origin/master",
    ...(configured ? [configured] : []),
    "main",
    "master",
    "trunk",
  ];
  return [...(remote ? [remote] : []), ...usual].find((name) => resolved(repository, `${name}^{commit}`));
}

/** Whether there is no commit yet. */
export function isUnborn(repository: Repository): boolean {
  return resolved(repository, "HEAD^{commit}") === undefined;
}

/** Which part of a tree is read, and where its files are said to lie. */
export interface Place {
  /** The folder in the tree; empty for all of it. */
  readonly inTree: string;
  /** The folder on disk that it would have. */
  readonly onDisk: string;
}

/** The files of the language in a tree. */
export function filesIn({ root }: Repository, tree: Tree, { inTree, onDisk }: Place): readonly RawFile[] {
  const prefix = inTree === "" ? "" : `${inTree}/`;
  const below = prefix === "" ? [] : ["--", prefix];
  const listed = run(root, ["ls-tree", "-r", "-z", "-l", "--full-tree", tree.id, ...below]);
  if (listed.status !== 0) throw new Refusal(say.failed(listed.stderr));
  const wanted = listed.stdout
    .toString("utf8")
    .split("\0")
    .flatMap(entryOf)
    .filter(({ path }) => path.startsWith(prefix) && isWanted(path.slice(prefix.length)));
  const small = wanted.filter(({ size }) => size <= LARGEST_FILE);
  const contents = read(
    root,
    small.map(({ id }) => id),
  );
  const bytes = new Map(small.map(({ path }, index) => [path, contents[index]]));
  return wanted.map(({ path }) => {
    return { path: `${onDisk}/${path.slice(prefix.length)}`, bytes: bytes.get(path) };
  });
}

interface Entry {
  readonly id: string;
  readonly size: number;
  readonly path: string;
}

/** A plain file; symbolic links and submodules are passed over, as on disk. */
function entryOf(line: string): readonly Entry[] {
  const match = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(line);
  const [, id, size, path] = match ?? [];
  return id && path ? [{ id, size: Number(size), path }] : [];
}

function isWanted(path: string): boolean {
  const names = path.split("/");
  return isOurName(names.at(-1) ?? "") && !names.some(isLeftOut);
}

/** The contents of objects, in the order in which they are asked for. */
function read(root: string, ids: readonly string[]): readonly Uint8Array[] {
  if (ids.length === 0) return [];
  const { stdout, status, stderr } = run(root, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  if (status !== 0) throw new Refusal(say.failed(stderr));
  const contents: Uint8Array[] = [];
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf(10, at);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.toString("latin1", at, end))?.[1];
    if (size === undefined) throw new Refusal(say.failed(stdout.toString("utf8", at, end)));
    contents.push(stdout.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

function resolved({ root }: Repository, revision: string): string | undefined {
  return ask(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision]) || undefined;
}

/** One line of answer; undefined where git says no. */
function ask(folder: string, args: readonly string[]): string | undefined {
  const { status, stdout } = run(folder, args);
  return status === 0 ? stdout.toString("utf8").trimEnd() : undefined;
}

interface Answer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

function run(folder: string, args: readonly string[], input = ""): Answer {
  const env = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
  const options = { cwd: folder, env, input, maxBuffer: Number.MAX_SAFE_INTEGER };
  const { status, stdout, stderr, error } = spawnSync("git", [...args], options);
  if (error) throw new Refusal(refusalFor(error));
  return { status, stdout, stderr: stderr.toString("utf8").trim().split("\n")[0] ?? "" };
}

function refusalFor(error: Error): Message {
  const isMissing = "code" in error && error.code === "ENOENT";
  return isMissing ? say.noGit() : say.failed(error.message);
}
