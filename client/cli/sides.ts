import type { Message } from "../../grammar/finding.ts";
import { same } from "../../server/model/model.ts";
import {
  absolute,
  configuredFolder,
  filesBelow,
  kindOfPath,
  pathInside,
  readRaw,
  type RawFile,
} from "./disk.ts";
import {
  defaultBranch,
  filesIn,
  INDEX,
  isUnborn,
  mergeBase,
  repositoryAt,
  treeOf,
  whyNot,
  type Place,
  type Repository,
  type Tree,
} from "./git.ts";
import { gitMessages as say } from "./git-messages.ts";
import { Refusal } from "./refusal.ts";

/** One of two states to compare: what it is called, the folder that it is taken from, and its files. */
export interface Taken {
  readonly name: Message;
  /** The folder by which its projects are told apart: those at the same place in both states are the same. */
  readonly root: string;
  readonly files: readonly RawFile[];
  /** The submodules that could not be read. */
  readonly missing?: readonly string[];
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
  if (isStaged) return stagedSides(cwd, args);
  const [first, second] = args;
  const range = first === undefined ? undefined : rangeOf(cwd, first);
  if (range && second !== undefined) throw new Refusal(say.rangeAndMore(first ?? ""));
  if (range) return rangeSides(cwd, range);
  if (first === undefined) return { base: mergeBaseSide(cwd), head: workingTree(cwd) };
  return { base: side(cwd, first), head: second === undefined ? workingTree(cwd) : side(cwd, second) };
}

function stagedSides(cwd: string, args: readonly string[]): Sides {
  const [name = "HEAD", second] = args;
  if (second !== undefined || rangeOf(cwd, name)) throw new Refusal(say.stagedAndMore());
  const repository = needRepository(cwd);
  const isFirst = args.length === 0 && isUnborn(repository);
  const base = isFirst ? nothing(cwd) : revision(cwd, repository, needTree(repository, name));
  const root = scopeOf(cwd);
  return {
    base,
    head: { name: say.staged(), root, ...filesIn(repository, INDEX, placeOf(repository, root)) },
  };
}

interface Range {
  readonly from: string;
  readonly to: string;
  readonly isFork: boolean;
}

/** `A..B` or `A...B`, where an empty end is HEAD; undefined for anything else, `../old` among it. */
function rangeOf(cwd: string, text: string): Range | undefined {
  if (isPath(text) || kindOfPath(absolute(cwd, text)) === "folder") return undefined;
  const match = /^(.*?)(\.{2,3})(?!\.)(.*)$/.exec(text);
  if (!match) return undefined;
  return { from: match[1] || "HEAD", to: match[3] || "HEAD", isFork: match[2] === "..." };
}

/** Whether it can only be a path: no revision begins with these. */
function isPath(text: string): boolean {
  return /^(\.{0,2}[\\/]|\.{1,2}$|[A-Za-z]:[\\/])/.test(text);
}

function rangeSides(cwd: string, { from, to, isFork }: Range): Sides {
  const repository = needRepository(cwd);
  const head = needTree(repository, to);
  const base = isFork ? forkOf(repository, from, to) : needTree(repository, from);
  return { base: revision(cwd, repository, base), head: revision(cwd, repository, head) };
}

/** Where two lines of work parted; with the name of the first. */
function forkOf(repository: Repository, from: string, to: string): Tree {
  needTree(repository, from);
  const commit = mergeBase(repository, from, to);
  if (commit === undefined) throw new Refusal(say.noMergeBase(from, to));
  return { ...needTree(repository, commit), name: commit.slice(0, 10) };
}

function mergeBaseSide(cwd: string): Taken {
  const repository = needRepository(cwd);
  if (isUnborn(repository)) return nothing(cwd);
  const branch = defaultBranch(repository);
  if (branch === undefined) throw new Refusal(say.noDefaultBranch());
  return revision(cwd, repository, forkOf(repository, branch, "HEAD"));
}

function nothing(cwd: string): Taken {
  return { name: say.nothing(), root: scopeOf(cwd), files: [] };
}

function side(cwd: string, text: string): Taken {
  const repository = isPath(text) ? undefined : repositoryAt(cwd);
  const tree = repository && text !== "" ? treeOf(repository, text) : undefined;
  if (repository && tree) return revision(cwd, repository, tree);
  const folder = absolute(cwd, text);
  // Nothing at all is a variable that was not set, and not the place where we stand.
  if (text === "" || kindOfPath(folder) !== "folder") {
    const reason = repository ? undefined : whyNot(cwd);
    throw new Refusal(reason ? say.failed(reason) : say.noSuchSide(text));
  }
  return { name: same(text), root: folder, files: filesBelow(folder).map(readRaw) };
}

function workingTree(cwd: string): Taken {
  const root = scopeOf(cwd);
  return { name: say.workingTree(), root, files: filesBelow(root).map(readRaw) };
}

/** The files of a revision at the place where we stand; `HEAD:some/folder` is a place of its own. */
function revision(cwd: string, repository: Repository, tree: Tree): Taken {
  const name = same(tree.name);
  const root = scopeOf(cwd);
  if (tree.name.includes(":")) {
    return { name, root, ...filesIn(repository, tree, { inTree: "", onDisk: root }) };
  }
  return { name, root, ...filesIn(repository, tree, placeOf(repository, root)) };
}

function placeOf(repository: Repository, root: string): Place {
  const inTree = pathInside(repository.root, root);
  if (inTree === undefined) throw new Refusal(say.outside(root));
  return { inTree, onDisk: root };
}

/** The project that we stand in, else the folder. A project that begins above the repository is not all there in it. */
function scopeOf(cwd: string): string {
  const here = absolute(cwd, ".");
  const project = configuredFolder(here);
  if (project === undefined || project === here) return here;
  const repository = repositoryAt(cwd);
  return repository && pathInside(repository.root, project) === undefined ? here : project;
}

function needRepository(cwd: string): Repository {
  const repository = repositoryAt(cwd);
  const reason = repository ? undefined : whyNot(cwd);
  if (reason) throw new Refusal(say.failed(reason));
  if (!repository) throw new Refusal(say.noRepository());
  return repository;
}

function needTree(repository: Repository, name: string): Tree {
  const tree = treeOf(repository, name);
  if (!tree) throw new Refusal(say.noSuchSide(name));
  return tree;
}
