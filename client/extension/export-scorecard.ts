import * as vscode from "vscode";
import type { Server } from "./server.ts";
import type { Words } from "./words.ts";
import { offerToOpen } from "./offer-to-open.ts";
import { reasonOf } from "./reason.ts";

/** Writes the scorecards into a file that a person chooses: HTML to print or to send on, Markdown for a wiki. */
export async function exportScorecard(server: Server, words: Words): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    title: words.exportScorecard,
    filters: { HTML: ["html"], Markdown: ["md"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, words.scorecardFile) }),
  });
  if (!target) return;
  const { token } = new vscode.CancellationTokenSource();
  try {
    const format = /\.(md|markdown)$/i.test(target.path) ? "markdown" : "html";
    const text = (await server.exportScorecard({ format }, token))?.text;
    if (text === undefined) return void vscode.window.showInformationMessage(words.noArchitecture);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await offerToOpen(target, words.scorecardWritten(target.path), words);
  } catch (error) {
    void vscode.window.showErrorMessage(words.notWritten(reasonOf(error)));
  }
}
