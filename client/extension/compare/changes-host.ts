import * as vscode from "vscode";
import { ChangesPanel, type Changes } from "./changes-panel.ts";
import { readState } from "../panel-messages.ts";

/** The panel that shows both states in one picture: one for a window, since one thing is compared at a time. */
export interface ChangesHost extends vscode.Disposable {
  readonly open: () => void;
  readonly close: () => void;
  /** Shows what is known now. */
  readonly refresh: () => void;
  /** The panel, where the keyboard is in it. */
  readonly active: () => ChangesPanel | undefined;
}

export function changesHost(changes: Changes): ChangesHost {
  let shown: ChangesPanel | undefined;
  const keep = (panel: vscode.WebviewPanel, view?: string): void => {
    const made = new ChangesPanel(changes, panel, view);
    shown = made;
    made.onDidDispose(() => {
      if (shown === made) shown = undefined;
    });
  };
  const all = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(ChangesPanel.type, {
      deserializeWebviewPanel: async (panel, state) =>
        void (shown ? panel.dispose() : keep(panel, readState(state)?.view)),
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) void shown?.mark(textEditor);
    }),
  );
  return {
    open: () => {
      if (shown) return shown.show();
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      keep(vscode.window.createWebviewPanel(ChangesPanel.type, "BizArch", column));
    },
    close: () => shown?.close(),
    refresh: () => shown?.refresh(),
    active: () => (shown?.isActive === true ? shown : undefined),
    dispose: () => void all.dispose(),
  };
}
