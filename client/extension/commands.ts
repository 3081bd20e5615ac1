import * as vscode from "vscode";
import { explainRule } from "./explain-rule.ts";
import type { House } from "./diagram-panel.ts";

/** What the commands need beside the house. */
export interface CommandPorts extends House {
  readonly openDiagram: (uri: vscode.Uri | undefined) => void;
}

/** Every command that package.json names, and no other. */
export function commands({ server, log, words, openDiagram }: CommandPorts): readonly Command[] {
  return [
    {
      id: "bizarch.openDiagramToSide",
      run: (uri) => openDiagram(uri instanceof vscode.Uri ? uri : undefined),
    },
    { id: "bizarch.explainRule", run: () => explainRule(words) },
    { id: "bizarch.restartServer", run: () => restart(server.restart, words.restarted) },
    { id: "bizarch.showLog", run: () => log.show() },
  ];
}

interface Command {
  readonly id: string;
  readonly run: (argument: unknown) => void | Promise<void>;
}

async function restart(again: () => Promise<void>, done: string): Promise<void> {
  await again();
  vscode.window.setStatusBarMessage(done, 5_000);
}
