import { posix } from "node:path";
import type { Message } from "../../../grammar/finding.ts";
import { same } from "../../../server/model/model.ts";
import {
  absolute,
  configuredFolder,
  filesBelow,
  kindOfPath,
  pathInside,
  readRaw,
  type RawFile,
} from "../disk.ts";
import { filesIn, INDEX, leftInIndex, readAhead, textIn, type Place } from "../git/files.ts";
import { gitMessages as say } from "../git/messages.ts";
import {
  askAhead,
  defaultBranch,
  isUnborn,
  mergeBase,
  repositoryAt,
  treeOf,
  whyNot,
  type Repository,
  type Tree,
} from "../git/repository.ts";
import { Refusal } from "../refusal.ts";

/** One of two states to compare: what it is called, the folder that it is taken from, and its files. */
export interface Taken {
  /** What people call it; programs too, where it has no `id`. */
  readonly name: Message;
  readonly id?: string;
  /** The revision that it is all of, as git knows it; undefined where it is a part of one, or something else. */
  readonly revision?: string;
  /** The folder by which its projects are told apart: those at the same place in both states are the same. */
  readonly root: string;
  readonly files: readonly RawFile[];
  /** The submodules that could not be read. */
  readonly missing?: readonly string[];
  /** The text of any file as this state has it, by its path from where we stand; undefined where there is none. */
  readonly textAt?: (path: string) => string | undefined;
}

export interface Sides {
  readonly base: Taken;
  readonly head: Taken;
}

/**
 * The two states that the arguments of `diff` mean. Each is a git revision or a folder; `A..B` and `A...B` as in git.
 * Without HEAD it is the working tree, without BASE the merge base with the default branch. What is staged is compared
 * with a revision, HEAD unless another is named.
 */
export function sidesOf(cwd: string, args: readonly string[], isStaged = false): Sides {
  const here = hereAt(cwd);
  if (isStaged) return stagedSides(here, args);
  const [first, second] = args;
  const range = first === undefined ? undefined : rangeOf(here, first);
  if (range && second !== undefined) throw new Refusal(say.rangeAndMore(first ?? ""));
  if (range) return rangeSides(here, range);
  if (first === undefined) return { base: mergeBaseSide(here), head: workingTree(here) };
  if (second !== undefined && !isPath(first) && !isPath(second)) aheadOf(here, [first, second]);
  return { base: side(here, first), head: second === undefined ? workingTree(here) : side(here, second) };
}

/** Where we stand, and the repository that this is in: git is asked once. */
interface Here {
  readonly cwd: string;
  readonly repository: () => Repository | undefined;
  /** The same where git was asked already. Two folders are compared without asking it. */
  readonly known: () => Repository | undefined;
}

function hereAt(cwd: string): Here {
  let known: { readonly repository: Repository | undefined } | undefined;
  return {
    cwd,
    repository: () => (known ??= { repository: repositoryAt(cwd) }).repository,
    known: () => known?.repository,
  };
}

/** Asks git for both states together, where both are revisions. */
function aheadOf(here: Here, names: readonly string[]): void {
  const repository = here.repository();
  if (!repository) return;
  askAhead(repository, names);
  readBoth(
    here,
    repository,
    names.flatMap((name) => (repository.ids.has(`${name}^{tree}`) ? (treeOf(repository, name) ?? []) : [])),
  );
}

function readBoth(here: Here, repository: Repository, trees: readonly Tree[]): void {
  if (trees.length === 2) readAhead(repository, trees, placeOf(repository, scopeOf(here)));
}

function stagedSides(here: Here, args: readonly string[]): Sides {
  const [name = "HEAD", second] = args;
  if (second !== undefined || rangeOf(here, name)) throw new Refusal(say.stagedAndMore());
  const repository = needRepository(here);
  if (repository.isBare) throw new Refusal(say.bare());
  const isFirst = args.length === 0 && isUnborn(repository);
  const base = isFirst ? nothing(here) : revision(here, repository, needTree(repository, name));
  const root = scopeOf(here);
  return {
    base,
    head: {
      name: say.staged(),
      root,
      ...filesIn(repository, INDEX, placeOf(repository, root)),
      textAt: textAtIn(here, repository, INDEX),
    },
  };
}

interface Range {
  readonly from: string;
  readonly to: string;
  readonly isFork: boolean;
}

/** `A..B` or `A...B`, where an empty end is HEAD; undefined for anything else, `../old` among it. */
function rangeOf(here: Here, text: string): Range | undefined {
  // What follows `:/` are words of a message.
  if (isPath(text) || text.startsWith(":/") || kindOfPath(absolute(here.cwd, text)) === "folder")
    return undefined;
  const match = /^(.*?)(\.{2,3})(?!\.)(.*)$/.exec(text);
  if (!match) return undefined;
  return { from: match[1] || "HEAD", to: match[3] || "HEAD", isFork: match[2] === "..." };
}

/** Whether it can only be a path: no revision begins with these. */
function isPath(text: string): boolean {
  return /^(\.{0,2}[\\/]|\.{1,2}$|[A-Za-z]:[\\/])/.test(text);
}

function rangeSides(here: Here, { from, to, isFork }: Range): Sides {
  const repository = needRepository(here);
  askAhead(repository, [from, to]);
  const head = needTree(repository, to);
  const base = isFork ? forkOf(repository, from, to) : needTree(repository, from);
  if (!base.isPart && !head.isPart) readBoth(here, repository, [base, head]);
  return { base: revision(here, repository, base), head: revision(here, repository, head) };
}

/** Where two lines of work parted, by the start of its id. */
function forkOf(repository: Repository, from: string, to: string): Tree {
  needTree(repository, from);
  const commit = mergeBase(repository, from, to);
  if (commit === undefined) throw new Refusal(say.noMergeBase(from, to));
  return { ...needTree(repository, commit), name: commit.slice(0, SHORT) };
}

const SHORT = 10;

/** Nobody named it, so its name says which branch was taken. */
function mergeBaseSide(here: Here): Taken {
  const repository = needRepository(here);
  if (isUnborn(repository)) return nothing(here);
  const branch = defaultBranch(repository);
  if (branch === undefined) throw new Refusal(say.noDefaultBranch());
  const fork = forkOf(repository, branch, "HEAD");
  return { ...revision(here, repository, fork), id: fork.name, name: say.forkPoint(branch, fork.name) };
}

function nothing(here: Here): Taken {
  return { name: say.nothing(), root: scopeOf(here), files: [] };
}

function side(here: Here, text: string): Taken {
  const repository = isPath(text) ? undefined : here.repository();
  const tree = repository && text !== "" ? treeOf(repository, text) : undefined;
  if (repository && tree) return revision(here, repository, tree);
  const folder = absolute(here.cwd, text);
  // Nothing at all is a variable that was not set, and not the place where we stand.
  if (text === "" || kindOfPath(folder) !== "folder") {
    const reason = repository ? undefined : whyNot(here.cwd);
    throw new Refusal(reason ? say.failed(reason) : say.noSuchSide(text));
  }
  const textAt = (path: string) => textOnDisk(absolute(folder, path));
  return { name: same(text), root: folder, files: filesBelow(folder).map(readRaw), textAt };
}

function workingTree(here: Here): Taken {
  const repository = here.known();
  if (repository?.isBare) throw new Refusal(say.bare());
  const root = scopeOf(here);
  const textAt = (path: string) => textOnDisk(absolute(here.cwd, path));
  const inTree = repository && pathInside(repository.root, root);
  const sparse =
    repository && inTree !== undefined ? leftInIndex(repository, { inTree, onDisk: root }) : undefined;
  const files = [...filesBelow(root).map(readRaw), ...(sparse?.files ?? [])];
  return { name: say.workingTree(), root, files, missing: sparse?.missing ?? [], textAt };
}

/** The files of a revision at the place where we stand; `HEAD:some/folder` is a place of its own. */
function revision(here: Here, repository: Repository, tree: Tree): Taken {
  const name = same(tree.name);
  const root = scopeOf(here);
  if (tree.isPart) {
    return { name, root, ...filesIn(repository, tree, { inTree: "", onDisk: root }) };
  }
  const textAt = textAtIn(here, repository, tree);
  const files = filesIn(repository, tree, placeOf(repository, root));
  return { name, revision: tree.name, root, ...files, textAt };
}

/** Files outside of the repository are no part of a revision. */
function textAtIn({ cwd }: Here, repository: Repository, tree: Tree | typeof INDEX) {
  return (path: string): string | undefined => {
    const inside = pathInside(repository.root, absolute(cwd, "."));
    const full = inside === undefined ? undefined : posix.join(inside, path.replaceAll("\\", "/"));
    return full === undefined || full.startsWith("../") ? undefined : textIn(repository, tree, full);
  };
}

function textOnDisk(path: string): string | undefined {
  if (kindOfPath(path) !== "file") return undefined;
  const { bytes } = readRaw(path);
  return bytes && new TextDecoder().decode(bytes);
}

function placeOf(repository: Repository, root: string): Place {
  const inTree = pathInside(repository.root, root);
  if (inTree === undefined) throw new Refusal(say.outside(root));
  return { inTree, onDisk: root };
}

/** The project that we stand in, else the folder. A project that begins above the repository is not all there in it. */
function scopeOf(here: Here): string {
  const known = here.known();
  if (known?.isBare) return known.root;
  const folder = absolute(here.cwd, ".");
  const project = configuredFolder(folder);
  if (project === undefined || project === folder) return folder;
  const repository = here.repository();
  return repository && pathInside(repository.root, project) === undefined ? folder : project;
}

function needRepository(here: Here): Repository {
  const repository = here.repository();
  const reason = repository ? undefined : whyNot(here.cwd);
  if (reason) throw new Refusal(say.failed(reason));
  if (!repository) throw new Refusal(say.noRepository());
  return repository;
}

function needTree(repository: Repository, name: string): Tree {
  const tree = treeOf(repository, name);
  if (!tree) throw new Refusal(say.noSuchSide(name));
  return tree;
}
