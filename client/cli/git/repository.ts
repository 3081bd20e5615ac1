import { ask, run } from "./run.ts";

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

/** Something in a tree or in the index. */
export interface Entry {
  readonly id: string;
  readonly path: string;
  /** Undefined where the list does not say. */
  readonly size: number | undefined;
  /** Whether it is the commit of a submodule; else it is a plain file. */
  readonly isModule: boolean;
}

/** A tree in the repository, and the name that it was asked for by. */
export interface Tree {
  readonly name: string;
  readonly id: string;
  /** Whether a folder of a revision was asked for (`HEAD:some/folder`), and not all of one. */
  readonly isPart: boolean;
}

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

function resolved({ root, ids }: Repository, revision: string): string | undefined {
  const known = ids.get(revision);
  if (known !== undefined) return known;
  return ask(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision]) || undefined;
}
