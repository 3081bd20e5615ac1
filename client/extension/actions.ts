import * as vscode from "vscode";
import type { Words } from "./words.ts";

/** What a click on the status bar offers. */
export async function showActions(words: Words): Promise<void> {
  const items = words.actions.map(([icon, label, command]) => ({ label: `$(${icon}) ${label}`, command }));
  const chosen = await vscode.window.showQuickPick(items, { title: "BizArch" });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
