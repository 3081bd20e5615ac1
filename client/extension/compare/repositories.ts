import * as vscode from "vscode";
import type { CompareWords } from "./compare-words.ts";
import { gitOfWindow, type Git, type Repository } from "./git.ts";
import { hasChanged } from "./repository-base.ts";

/** The repositories of the window, and what `package.json` has to know of them to show its commands. */
export interface Repositories extends vscode.Disposable {
  readonly git: () => Git | undefined;
  /** Resolves when those that the window opens with are known, or that there is no git. */
  readonly found: Promise<void>;
  /** Calls back for each repository there is, and for each that comes. */
  readonly onRepository: (heard: (repository: Repository) => void) => vscode.Disposable;
}

export function repositories(): Repositories {
  const opened = new vscode.EventEmitter<Repository>();
  const followed = new Map<string, vscode.Disposable>();
  const rest: vscode.Disposable[] = [opened];
  let git: Git | undefined;

  const tell = (): void => {
    const known = git?.repositories ?? [];
    void know("bizarch.canCompare", known.length > 0);
    void know("bizarch.architectureChanged", known.some(hasChanged));
    // Those to leave out, not those to show: a menu of a remote window knows a root by another URI than its extensions do.
    const unchanged = known.filter((repository) => !hasChanged(repository));
    void know(
      "bizarch.unchangedRepositories",
      unchanged.map(({ rootUri }) => String(rootUri)),
    );
  };
  const follow = (repository: Repository): void => {
    const key = String(repository.rootUri);
    followed.get(key)?.dispose();
    followed.set(key, repository.state.onDidChange(tell));
    opened.fire(repository);
    tell();
  };
  const begin = async (): Promise<void> => {
    git = await gitOfWindow().catch(() => undefined);
    if (!git) return;
    rest.push(
      git.onDidOpenRepository(follow),
      git.onDidCloseRepository(({ rootUri }) => {
        followed.get(String(rootUri))?.dispose();
        followed.delete(String(rootUri));
        tell();
      }),
    );
    for (const repository of git.repositories) follow(repository);
    const { state, onDidChangeState } = git;
    if (state !== "initialized") await new Promise((done) => rest.push(onDidChangeState(done)));
  };
  return {
    git: () => git,
    found: begin(),
    onRepository: (heard) => {
      for (const repository of git?.repositories ?? []) heard(repository);
      return opened.event(heard);
    },
    dispose: () => void vscode.Disposable.from(...rest, ...followed.values()).dispose(),
  };
}

async function know(context: string, value: boolean | readonly string[]): Promise<void> {
  await vscode.commands.executeCommand("setContext", context, value);
}

/** The repository that somebody means: that of what a menu is about, of what is edited, the only one, or one of several. */
export async function repositoryFor(
  git: Git,
  argument: unknown,
  words: CompareWords,
): Promise<Repository | undefined> {
  const asked = uriIn(argument);
  if (asked) return git.getRepository(asked) ?? say(words.notInRepository);
  const edited = vscode.window.activeTextEditor?.document.uri;
  const own = edited && git.getRepository(edited);
  if (own) return own;
  const [only, ...others] = git.repositories;
  if (!only) return say(words.noRepository);
  if (others.length === 0) return only;
  const choices = git.repositories.map((repository) => ({
    label: `$(repo) ${nameOf(repository)}`,
    description: repository.rootUri.fsPath,
    repository,
  }));
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder: words.whichRepository });
  return chosen?.repository;
}

function say(reason: string): undefined {
  void vscode.window.showInformationMessage(reason);
}

/** Menus pass a file, a changed file of the source control view, or the repository of that view. */
function uriIn(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument !== "object" || argument === null) return undefined;
  const found: readonly unknown[] = [Reflect.get(argument, "resourceUri"), Reflect.get(argument, "rootUri")];
  return found.find((one) => one instanceof vscode.Uri);
}

function nameOf({ rootUri: { path } }: Repository): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
