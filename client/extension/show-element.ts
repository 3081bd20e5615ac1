import * as vscode from "vscode";
import type { Server } from "./server.ts";
import type { Words } from "./words.ts";
import { isHeard } from "./documents.ts";
import { reasonOf } from "./reason.ts";

/** The views of one element: the way up to the mission and down again, and what stands around it. */
export type ElementView = "trace" | "around";

/** Draws a view of the element at the cursor. */
export async function showElement(
  view: ElementView,
  server: Pick<Server, "elementAt">,
  words: Words,
  openDiagram: (uri: vscode.Uri, view: string) => void,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isHeard(editor.document)) return void vscode.window.showInformationMessage(words.noElement);
  const { document, selection } = editor;
  const params = { textDocument: { uri: String(document.uri) }, position: selection.active };
  const { token } = new vscode.CancellationTokenSource();
  try {
    const found = await server.elementAt(params, token);
    if (!found) return void vscode.window.showInformationMessage(words.noElement);
    openDiagram(document.uri, `${view}:${found.name}`);
  } catch (error) {
    void vscode.window.showErrorMessage(words.failed(reasonOf(error)));
  }
}
