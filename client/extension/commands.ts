import * as vscode from "vscode";

/** What each command does. */
export interface Actions {
  readonly openDiagram: (uri: vscode.Uri | undefined) => void;
  readonly explainRule: () => Promise<void>;
  readonly restartServer: () => Promise<void>;
  readonly showLog: () => void;
  readonly checkAll: () => Promise<void>;
  readonly showScorecard: () => Promise<void>;
  readonly followLens: (lead: unknown) => Promise<void>;
  readonly newArchitecture: () => Promise<void>;
}

export interface Command {
  readonly id: string;
  readonly run: (argument: unknown) => void | Promise<void>;
}

/** Every command that package.json names, and no other. */
export function commands(actions: Actions): readonly Command[] {
  const { openDiagram, explainRule, restartServer, showLog, checkAll, showScorecard, followLens } = actions;
  const { newArchitecture } = actions;
  return [
    {
      id: "bizarch.openDiagramToSide",
      // Menus pass the file that they are about, the keyboard nothing.
      run: (argument) => openDiagram(argument instanceof vscode.Uri ? argument : undefined),
    },
    { id: "bizarch.explainRule", run: explainRule },
    { id: "bizarch.restartServer", run: restartServer },
    { id: "bizarch.showLog", run: showLog },
    { id: "bizarch.checkAll", run: checkAll },
    { id: "bizarch.showScorecard", run: showScorecard },
    { id: "bizarch.followLens", run: followLens },
    { id: "bizarch.newArchitecture", run: newArchitecture },
  ];
}
