import * as vscode from "vscode";
import { baseTexts, isOurs, isUntracked, type BaseText, type Touched } from "./base-texts.ts";
import type { Change, Git, Repository } from "./git.ts";
import { isHeard } from "../documents.ts";

/** Reads what a commit has in other words than the disk. What a commit has never changes, and so it is read once. */
export function baseReader(
  git: () => Pick<Git, "getRepository"> | undefined,
): (repository: Repository, commit: string) => Promise<readonly BaseText[]> {
  const known = new Map<string, Promise<string | undefined>>();
  let of = "";
  return async (repository, commit) => {
    const wanted = `${String(repository.rootUri)} ${commit}`;
    if (of !== wanted) known.clear();
    of = wanted;
    const inBase = (path: string): Promise<string | undefined> => {
      const key = `${commit} ${path}`;
      const asked = known.get(key) ?? repository.show(commit, path).catch(() => undefined);
      known.set(key, asked);
      return asked;
    };
    // What is in a repository within this one is that one's.
    const isOwn = (uri: vscode.Uri): boolean =>
      String(git()?.getRepository(uri)?.rootUri) === String(repository.rootUri);
    return baseTexts(await touchedSince(repository, commit, isOwn), { inBase, onDisk });
  };
}

async function touchedSince(
  repository: Repository,
  commit: string,
  isOwn: (uri: vscode.Uri) => boolean,
): Promise<Touched> {
  const [changes, found] = await Promise.all([repository.diffWith(commit), filesIn(repository)]);
  const files = found.filter(isOwn).map(({ fsPath }) => fsPath);
  const { workingTreeChanges, untrackedChanges = [] } = repository.state;
  const untracked = [...workingTreeChanges, ...untrackedChanges].filter(isUntracked);
  const ignored = files.length > 0 ? await repository.checkIgnore(files).catch(() => []) : [];
  const documents = vscode.workspace.textDocuments.filter(isHeard).map(({ uri }) => uri);
  const open = documents.filter((uri) => uri.scheme === "file" && isOwn(uri));
  // Of what lies in no folder of the window, the language server has nothing but what is edited.
  const loose = open.filter((uri) => !vscode.workspace.getWorkspaceFolder(uri));
  return {
    changes,
    untracked: [...untracked.map(({ uri }) => uri.fsPath), ...ignored],
    others: [...loose.map(({ fsPath }) => fsPath), ...(hidesUntracked(repository) ? files : [])],
    open: open.map(({ fsPath }) => fsPath),
  };
}

/** The files of architectures in a repository, as far as the window has it open. */
async function filesIn({ rootUri }: Repository): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(rootUri, "**/{*.bizarch,bizarch.json}");
  return vscode.workspace.findFiles(pattern, "**/node_modules/**");
}

async function onDisk(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(path)));
  } catch {
    return undefined;
  }
}

/** Then nobody says what git does not keep, and the commit is asked for each file. */
function hidesUntracked({ rootUri }: Repository): boolean {
  return vscode.workspace.getConfiguration("git", rootUri).get("untrackedChanges") === "hidden";
}

/** Whether something of an architecture is not as it is in the last commit. */
export function hasChanged({ state }: Repository): boolean {
  const { mergeChanges, indexChanges, workingTreeChanges, untrackedChanges = [] } = state;
  return [mergeChanges, indexChanges, workingTreeChanges, untrackedChanges].flat().some(isOfArchitecture);
}

function isOfArchitecture({ uri, originalUri, renameUri }: Change): boolean {
  return [uri, originalUri, renameUri].some((one) => one && isOurs(one.path));
}
