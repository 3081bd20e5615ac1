import * as vscode from "vscode";

/**
 * What is used of VS Code's own git extension, in our words: it runs git as the settings say, and knows the repositories of
 * the window. Nothing here reads a repository by itself.
 */
export interface Git {
  /** Whether it has looked for the repositories of the window yet. */
  readonly state: "uninitialized" | "initialized";
  readonly onDidChangeState: vscode.Event<Git["state"]>;
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly onDidCloseRepository: vscode.Event<Repository>;
  readonly getRepository: (uri: vscode.Uri) => Repository | null;
  /** A document that can only be read: a file as it is at a revision. */
  readonly toGitUri: (uri: vscode.Uri, revision: string) => vscode.Uri;
}

export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: RepositoryState;
  /** Rejects where there is no such commit. */
  readonly getCommit: (revision: string) => Promise<Commit>;
  readonly getRefs: (query: {
    readonly sort?: "alphabetically" | "committerdate";
  }) => Promise<readonly Ref[]>;
  readonly getMergeBase: (one: string, other: string) => Promise<string | undefined>;
  /** What is tracked and not as it is at a revision. */
  readonly diffWith: (revision: string) => Promise<readonly Change[]>;
  /** Rejects where the revision has no such file. */
  readonly show: (revision: string, path: string) => Promise<string>;
  readonly checkIgnore: (paths: string[]) => Promise<ReadonlySet<string>>;
}

export interface RepositoryState {
  readonly HEAD: { readonly name?: string | undefined; readonly commit?: string | undefined } | undefined;
  readonly mergeChanges: readonly Change[];
  readonly indexChanges: readonly Change[];
  readonly workingTreeChanges: readonly Change[];
  /** Where the settings want those by themselves; older versions have no such list. */
  readonly untrackedChanges?: readonly Change[];
  readonly onDidChange: vscode.Event<void>;
}

export interface Commit {
  readonly hash: string;
  readonly message: string;
}

export interface Ref {
  readonly type: number;
  readonly name?: string | undefined;
  readonly commit?: string | undefined;
}

/** The sorts of a `Ref`, by its type. */
export const REF_TYPES = { branch: 0, remote: 1, tag: 2 } as const;

export interface Change {
  readonly status: number;
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri?: vscode.Uri | undefined;
}

/** The git of the window; undefined where there is none, be it that it is switched off or that a browser runs no programs. */
export async function gitOfWindow(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<unknown>("vscode.git");
  if (!extension) return undefined;
  const made: unknown = await extension.activate();
  if (!hasApi(made) || made.enabled === false) return undefined;
  // It throws where git is disabled or cannot be found.
  const git = attempt(() => made.getAPI(1));
  return isGit(git) ? git : undefined;
}

function hasApi(
  made: unknown,
): made is { readonly enabled?: unknown; readonly getAPI: (version: 1) => unknown } {
  return hasFunctions(made, ["getAPI"]);
}

/** Another version may have another API: what is used has to be there. */
function isGit(git: unknown): git is Git {
  return hasFunctions(git, [
    "onDidChangeState",
    "onDidOpenRepository",
    "onDidCloseRepository",
    "getRepository",
    "toGitUri",
  ]);
}

function hasFunctions(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  return names.every((name) => typeof Reflect.get(value, name) === "function");
}

function attempt(ask: () => unknown): unknown {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
