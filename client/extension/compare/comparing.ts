import * as vscode from "vscode";
import { readBase, type Base } from "./base.ts";
import { openBase, openChange, openChanges, type Sides } from "./change-documents.ts";
import { isChangeLine } from "./change-line.ts";
import { changesHost, type ChangesHost } from "./changes-host.ts";
import { changesTree } from "./changes-tree.ts";
import { compareWordsIn } from "./compare-words.ts";
import { Comparison, type Compared } from "./comparison.ts";
import type { Actions } from "../commands.ts";
import type { House } from "../diagram-panel.ts";
import type { Git, Repository } from "./git.ts";
import { gutterMarks } from "./gutter.ts";
import { lastCommit, pickBase } from "./pick-base.ts";
import { repositories, repositoryFor } from "./repositories.ts";

type CompareActions = Pick<
  Actions,
  | "compareWith"
  | "openArchitectureChanges"
  | "openChangesDiagram"
  | "refreshChanges"
  | "stopComparing"
  | "openChange"
  | "openBase"
  | "openChanges"
>;

/** Comparing an architecture with another state of it: the tree, the picture, the marks, and what the commands do. */
export interface Comparing extends vscode.Disposable {
  readonly actions: CompareActions;
  readonly panel: ChangesHost;
}

/** @param memory what is compared is kept in it until the window is opened again */
export function comparing(house: House, memory: vscode.Memento): Comparing {
  const words = compareWordsIn(vscode.env.language);
  const known = repositories();
  const comparison = new Comparison(house.server, words, known.git);
  let isAwaited = readBase(memory.get(KEY)) !== undefined;
  const panel = changesHost({ house, comparison, words, git: known.git, isAwaited: () => isAwaited });
  const settle = async (): Promise<void> => {
    await known.found;
    isAwaited = false;
    panel.refresh();
  };
  void settle();
  const tree = changesTree(comparison, words);
  const start = async (repository: Repository, base: Base): Promise<void> => {
    await memory.update(KEY, base);
    await comparison.start(repository, base);
    tree.show();
    panel.open();
  };
  const onRepository = async (
    argument: unknown,
    choose: (repository: Repository) => Promise<Base | undefined>,
  ): Promise<void> => {
    const git = known.git();
    if (!git) return void vscode.window.showInformationMessage(words.noGit);
    const repository = await repositoryFor(git, argument, words);
    if (!repository) return;
    if (repository.state.HEAD?.commit === undefined) {
      return void vscode.window.showInformationMessage(words.noCommit);
    }
    const base = await choose(repository);
    if (base) await start(repository, base);
  };
  const onLine = async (line: unknown, open: Open): Promise<void> => {
    const [git, compared] = [known.git(), comparison.known];
    if (git && compared && isChangeLine(line) && line.type === "item") await open(git, compared, line.item);
  };
  const all = vscode.Disposable.from(
    known,
    comparison,
    tree,
    panel,
    gutterMarks(comparison),
    restored(known.onRepository, memory, comparison),
  );
  return {
    actions: {
      compareWith: (argument) => onRepository(argument, (repository) => pickBase(repository, words)),
      openArchitectureChanges: (argument) =>
        onRepository(argument, (repository) => Promise.resolve(lastCommit(repository))),
      openChangesDiagram: () => panel.open(),
      refreshChanges: () => comparison.reload(),
      stopComparing: async () => {
        const forgotten = memory.update(KEY, undefined);
        comparison.stop();
        panel.close();
        await forgotten;
      },
      openChange: (line) => onLine(line, openChange),
      openBase: (line) => onLine(line, openBase),
      openChanges: (line) => onLine(line, openChanges),
    },
    panel,
    dispose: () => void all.dispose(),
  };
}

type Open = (git: Git, compared: Compared, sides: Sides) => Promise<void>;

const KEY = "bizarch.comparedWith";

/** Goes on with what was compared when the window was closed, as soon as its repository is there. */
function restored(
  onRepository: (heard: (repository: Repository) => void) => vscode.Disposable,
  memory: vscode.Memento,
  comparison: Comparison,
): vscode.Disposable {
  return onRepository((repository) => {
    const base = readBase(memory.get(KEY));
    if (!base || comparison.base || String(repository.rootUri) !== base.root) return;
    void comparison.start(repository, base);
  });
}
