import { LARGEST_FILE } from "../../../server/model/outline.ts";
import { isLeftOut, isOurName, kindOfPath, pathInside, type RawFile } from "../disk.ts";
import { Refusal } from "../refusal.ts";
import { gitMessages as say } from "./messages.ts";
import { repositoryAt, treeOf, type Entry, type Repository, type Tree } from "./repository.ts";
import { linesOf, run } from "./run.ts";

/** What will be committed next. */
export const INDEX = "index";

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
