import { spawnSync } from "node:child_process";
import type { Message } from "../../../grammar/finding.ts";
import { LARGEST_FILE } from "../../../server/model/outline.ts";
import { isLeftOut, isOurName, kindOfPath, pathInside, type RawFile } from "../disk.ts";
import { gitMessages as say } from "./messages.ts";
import { Refusal } from "../refusal.ts";

/**
 * Reads revisions from the objects of a repository. Nothing is ever checked out, and no command used here runs a hook,
 * a filter or anything else that the repository brings along.
 */
export interface Repository {
  /** The folder of the working tree, with slashes; of a bare repository, which has none, its own. */
  readonly root: string;
  readonly isBare: boolean;
  /** The ids of what was asked for ahead (`HEAD^{tree}`). */
  readonly ids: Map<string, string>;
  /** What lies in the trees that were listed. */
  readonly lists: Map<string, readonly Entry[]>;
  /** The contents of the objects that were read, by their ids: most are the same in both states, and are read once. */
  readonly blobs: Map<string, Uint8Array>;
}

/** A tree in the repository, and the name that it was asked for by. */
export interface Tree {
  readonly name: string;
  readonly id: string;
  /** Whether a folder of a revision was asked for (`HEAD:some/folder`), and not all of one. */
  readonly isPart: boolean;
}

/** What will be committed next. */
export const INDEX = "index";

/** The repository that a folder lies in; undefined where it lies in none, or git will not have it. */
export function repositoryAt(folder: string): Repository | undefined {
  const { status, stdout } = run(folder, TOP_LEVEL);
  const root = stdout.toString("utf8").trimEnd();
  if (status === 0 && root !== "") return repositoryIn(root, false);
  const isBare = ask(folder, ["rev-parse", "--is-bare-repository"]) === "true";
  const own = isBare ? ask(folder, ["rev-parse", "--absolute-git-dir"]) : undefined;
  return own === undefined ? undefined : repositoryIn(own, isBare);
}

/** A repository of which nothing was read yet. */
export function repositoryIn(root: string, isBare: boolean): Repository {
  return { root: root.replaceAll("\\", "/"), isBare, ids: new Map(), lists: new Map(), blobs: new Map() };
}

/** Why git has no repository at a folder, where it is for another reason than that there is none. */
export function whyNot(folder: string): string | undefined {
  const { stderr } = run(folder, TOP_LEVEL);
  return stderr.includes("not a git repository") ? undefined : stderr.replace(/^fatal: /, "");
}

const TOP_LEVEL = ["rev-parse", "--show-toplevel"];

/** The tree of a revision; undefined where there is no such revision. */
export function treeOf(repository: Repository, revision: string): Tree | undefined {
  if (!revision.includes(":")) {
    const id = resolved(repository, `${revision}^{tree}`);
    return id === undefined ? undefined : { name: revision, id, isPart: false };
  }
  // What follows a colon is a path or words of a message, to which nothing may be added.
  const named = resolved(repository, revision);
  const id = named && resolved(repository, `${named}^{tree}`);
  return id === undefined ? undefined : { name: revision, id, isPart: id === named };
}

/**
 * Asks for several revisions at once: starting git takes longer than what it does then. What is none is asked for again by
 * whoever wants to know, and so is what is more than a name.
 */
export function askAhead({ root, ids }: Repository, revisions: readonly string[]): void {
  const names = revisions.flatMap((revision) =>
    revision === "" || /[:\n]/.test(revision) ? [] : [`${revision}^{tree}`, `${revision}^{commit}`],
  );
  const { stdout } = run(root, ["cat-file", "--batch-check=%(objectname)"], `${names.join("\n")}\n`);
  const answers = stdout.toString("utf8").split("\n");
  for (const [index, name] of names.entries()) {
    const answer = answers[index] ?? "";
    if (/^[0-9a-f]{40,}$/.test(answer)) ids.set(name, answer);
  }
}

/** The best common ancestor of two revisions; undefined where they have none. */
export function mergeBase(repository: Repository, a: string, b: string): string | undefined {
  const known = [a, b].flatMap((revision) => commitOf(repository, revision) ?? []);
  if (known.length < 2) return undefined;
  const found = ask(repository.root, ["merge-base", ...known]);
  return found === "" ? undefined : found;
}

function commitOf(repository: Repository, revision: string): string | undefined {
  if (!revision.includes(":")) return resolved(repository, `${revision}^{commit}`);
  const named = resolved(repository, revision);
  return named && resolved(repository, `${named}^{commit}`);
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
  const names = [...(remote ? [remote] : []), ...usual];
  askAhead(repository, [...names, "HEAD"]);
  return names.find((name) => repository.ids.has(`${name}^{commit}`));
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

/** What was found in a tree, and the submodules whose commit is not there to be read. */
export interface Found {
  readonly files: readonly RawFile[];
  readonly missing: readonly string[];
}

/** The files of the language in a tree or in the index, those of the submodules that are there too. */
export function filesIn(repository: Repository, tree: Tree | typeof INDEX, place: Place): Found {
  const prefix = prefixOf(place);
  const all = tree === INDEX ? staged(repository.root, prefix) : listed(repository, tree, prefix);
  return found(repository, all, place);
}

/** Reads the files of several trees at once, for those who ask for them one by one. */
export function readAhead(repository: Repository, trees: readonly Tree[], place: Place): void {
  const prefix = prefixOf(place);
  read(
    repository,
    trees.flatMap((tree) => ours(listed(repository, tree, prefix), prefix)),
  );
}

/**
 * The files of the working tree that a sparse checkout left in the index: they count as not changed, not as removed. One
 * that lies on disk all the same is not among them.
 */
export function leftInIndex(repository: Repository, place: Place): Found {
  const left = skipped(repository.root, prefixOf(place));
  return found(
    repository,
    left.filter(({ path }) => kindOfPath(`${repository.root}/${path}`) === undefined),
    place,
  );
}

function prefixOf({ inTree }: Place): string {
  return inTree === "" ? "" : `${inTree}/`;
}

function found(repository: Repository, all: readonly Entry[], place: Place): Found {
  const prefix = prefixOf(place);
  const entries = shownIn(all, prefix);
  const placed = (path: string) => `${place.onDisk}/${path.slice(prefix.length)}`;
  const blobs = ours(all, prefix);
  read(repository, blobs);
  const files = blobs.map(({ path, id }) => ({ path: placed(path), bytes: repository.blobs.get(id) }));
  const modules = entries
    .filter(({ isModule }) => isModule)
    .map((entry) => moduleFiles(repository, entry, placed(entry.path)));
  return {
    files: [...files, ...modules.flatMap((module) => module.files)],
    missing: modules.flatMap(({ missing }) => missing),
  };
}

function shownIn(entries: readonly Entry[], prefix: string): readonly Entry[] {
  return entries.filter(({ path }) => path.startsWith(prefix) && !isHidden(path.slice(prefix.length)));
}

/** The files of the language. */
function ours(entries: readonly Entry[], prefix: string): readonly Entry[] {
  return shownIn(entries, prefix).filter(
    ({ isModule, path }) => !isModule && isOurName(path.split("/").at(-1) ?? ""),
  );
}

/** The text of one file of a tree or of the index, by its path in it; undefined where there is none. */
export function textIn({ root }: Repository, tree: Tree | typeof INDEX, path: string): string | undefined {
  const { status, stdout } = run(root, ["cat-file", "blob", `${tree === INDEX ? "" : tree.id}:${path}`]);
  return status === 0 ? stdout.toString("utf8").replace(/^\ufeff/, "") : undefined;
}

/** What a submodule holds at the commit that is recorded for it, where it is checked out and has that commit. */
function moduleFiles({ root }: Repository, { path, id }: Entry, onDisk: string): Found {
  const folder = `${root}/${path}`;
  const module = kindOfPath(folder) === "folder" ? repositoryAt(folder) : undefined;
  const tree = module && pathInside(module.root, folder) === "" ? treeOf(module, id) : undefined;
  return module && tree ? filesIn(module, tree, { inTree: "", onDisk }) : { files: [], missing: [path] };
}

interface Entry {
  readonly id: string;
  readonly path: string;
  /** Undefined where the list does not say. */
  readonly size: number | undefined;
  /** Whether it is the commit of a submodule; else it is a plain file. */
  readonly isModule: boolean;
}

/** Plain files and submodules; symbolic links are passed over, as on disk. */
function listed({ root, lists }: Repository, { id: tree }: Tree, prefix: string): readonly Entry[] {
  const key = `${tree} ${prefix}`;
  const known = lists.get(key);
  if (known) return known;
  const below = prefix === "" ? [] : ["--", prefix];
  const lines = linesOf(root, ["ls-tree", "-r", "-z", "-l", "--full-tree", tree, ...below]);
  const entries = lines.flatMap((line) => {
    const [, mode = "", id = "", size, path = ""] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line) ?? [];
    return entryOf(mode, { id, path, size: Number(size) });
  });
  lists.set(key, entries);
  return entries;
}

function staged(root: string, prefix: string): readonly Entry[] {
  const below = prefix === "" ? [] : ["--", prefix];
  const lines = linesOf(root, ["ls-files", "--stage", "-z", ...below]);
  return lines.flatMap((line) => {
    const [, mode = "", id = "", stage, path = ""] = /^(\d+) ([0-9a-f]+) (\d)\t([\s\S]+)$/.exec(line) ?? [];
    if (stage !== "0" && stage !== undefined) throw new Refusal(say.conflict(path));
    return entryOf(mode, { id, path, size: undefined });
  });
}

/** What is marked in the index as not to be in the working tree. */
function skipped(root: string, prefix: string): readonly Entry[] {
  const below = prefix === "" ? [] : ["--", prefix];
  return linesOf(root, ["ls-files", "--stage", "-t", "-z", ...below]).flatMap((line) => {
    const [, mode = "", id = "", path = ""] = /^S (\d+) ([0-9a-f]+) 0\t([\s\S]+)$/.exec(line) ?? [];
    return entryOf(mode, { id, path, size: undefined });
  });
}

function entryOf(mode: string, entry: Omit<Entry, "isModule">): readonly Entry[] {
  const isModule = mode === "160000";
  return isModule || mode.startsWith("100") ? [{ ...entry, isModule }] : [];
}

function linesOf(root: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = run(root, args);
  if (status !== 0) throw new Refusal(say.failed(stderr));
  return stdout
    .toString("utf8")
    .split("\0")
    .filter((line) => line !== "");
}

function isHidden(path: string): boolean {
  return path.split("/").some(isLeftOut);
}

/** Reads the objects that are not too large. */
function read({ root, blobs }: Repository, entries: readonly Entry[]): void {
  const unread = entries.filter(({ id }) => !blobs.has(id));
  const unknown = new Set(unread.filter(({ size }) => size === undefined).map(({ id }) => id));
  const known = unread.filter(({ size }) => size !== undefined && size <= LARGEST_FILE);
  const ids = [...new Set([...known.map(({ id }) => id), ...smallOnes(root, [...unknown])])];
  if (ids.length === 0) return;
  const { stdout, status, stderr } = run(root, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  if (status !== 0) throw new Refusal(say.failed(stderr));
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf(10, at);
    const [, id = "", size] = /^([0-9a-f]+) blob (\d+)$/.exec(stdout.toString("latin1", at, end)) ?? [];
    if (size === undefined) throw new Refusal(say.failed(stdout.toString("utf8", at, end)));
    blobs.set(id, stdout.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
}

function smallOnes(root: string, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const { stdout, status, stderr } = run(root, ["cat-file", "--batch-check"], `${ids.join("\n")}\n`);
  if (status !== 0) throw new Refusal(say.failed(stderr));
  const sizes = stdout.toString("latin1").trimEnd().split("\n");
  return ids.filter((_, index) => !(Number(sizes[index]?.split(" ")[2]) > LARGEST_FILE));
}

function resolved({ root, ids }: Repository, revision: string): string | undefined {
  const known = ids.get(revision);
  if (known !== undefined) return known;
  return ask(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision]) || undefined;
}

/** One line of answer; undefined where git says no. */
export function ask(folder: string, args: readonly string[]): string | undefined {
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
  const { status, stdout, stderr, error } = spawnSync(
    "git",
    ["-c", "core.fsmonitor=false", ...args],
    options,
  );
  if (error) throw new Refusal(refusalFor(error));
  return { status, stdout, stderr: stderr.toString("utf8").trim().split("\n")[0] ?? "" };
}

function refusalFor(error: Error): Message {
  const isMissing = "code" in error && error.code === "ENOENT";
  return isMissing ? say.noGit() : say.failed(error.message);
}
