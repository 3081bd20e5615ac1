import * as vscode from "vscode";
import type { CheckedProject } from "../../server/lsp/protocol.ts";
import type { Server } from "./server.ts";
import type { Words } from "./words.ts";

/** Checks every project of the workspace, files that are not open too, and says what came of it. */
export async function checkAll(
  server: Server,
  words: Words,
  showScorecard: () => Promise<void>,
): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: words.checking,
    cancellable: true,
  };
  const answer = await vscode.window.withProgress(options, async (_, token) =>
    token.isCancellationRequested ? null : server.check({}, token),
  );
  if (!answer) return;
  if (answer.projects.length === 0) return void vscode.window.showInformationMessage(words.noArchitecture);
  const all = answer.projects.reduce(added);
  const message = words.checked(all, answer.projects.length);
  const show = all.error > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show(message, words.showProblems, words.showScorecard);
  if (chosen === words.showProblems) await vscode.commands.executeCommand("workbench.actions.view.problems");
  if (chosen === words.showScorecard) await showScorecard();
}

function added(one: CheckedProject, other: CheckedProject): CheckedProject {
  return {
    project: one.project,
    error: one.error + other.error,
    warning: one.warning + other.warning,
    info: one.info + other.info,
    waived: one.waived + other.waived,
    files: one.files + other.files,
    elements: one.elements + other.elements,
  };
}
