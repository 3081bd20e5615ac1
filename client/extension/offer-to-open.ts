import * as vscode from "vscode";
import type { Words } from "./words.ts";

/** Says that a file was written, and opens it for whoever wants to see it: a page in the browser, where that can be. */
export async function offerToOpen(target: vscode.Uri, said: string, words: Words): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(said, words.open);
  // Only where the file lies beside the browser can the browser open it.
  const isHere = target.scheme === "file" && vscode.env.remoteName === undefined;
  if (chosen !== words.open) return;
  if (isHere && /\.html?$/i.test(target.path)) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand("vscode.open", target);
}
