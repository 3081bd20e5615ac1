import * as vscode from "vscode";
import type { LocateResult } from "../../server/lsp/protocol.ts";

/**
 * Shows where an element is written, in the group of editors in which its file is open already, else in one that is
 * not the panel's: the picture stays where it is.
 *
 * @param to whether the keyboard goes there too
 */
export async function revealSource(
  { uri, range }: LocateResult,
  panel: vscode.ViewColumn | undefined,
  to: "see" | "go" = "go",
): Promise<void> {
  const target = vscode.Uri.parse(uri, true);
  const { start, end } = range;
  const span = new vscode.Range(start.line, start.character, end.line, end.character);
  const editor = await vscode.window.showTextDocument(target, {
    viewColumn: columnFor(target, panel),
    preserveFocus: to === "see",
  });
  // The cursor at the start, where the name begins: nothing is selected that a keystroke would replace.
  editor.selection = new vscode.Selection(span.start, span.start);
  editor.revealRange(span, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows a document, in the group of editors in which it is open already, else in one that is not the panel's. */
export async function revealDocument(uri: vscode.Uri, panel: vscode.ViewColumn | undefined): Promise<void> {
  await vscode.window.showTextDocument(uri, { viewColumn: columnFor(uri, panel) });
}

/** Where a document is to be shown, so that the panel stays where it is. */
export function columnFor(target: vscode.Uri, panel: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const groups = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== panel);
  const open = groups.find(({ tabs }) => tabs.some((tab) => shows(tab, target)));
  const withText = groups.find(({ activeTab }) => activeTab?.input instanceof vscode.TabInputText);
  return (open ?? withText ?? groups[0])?.viewColumn ?? vscode.ViewColumn.Beside;
}

function shows({ input }: vscode.Tab, target: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && String(input.uri) === String(target);
}
