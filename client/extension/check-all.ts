import * as vscode from "vscode";
import type { CheckedProject } from "../../server/lsp/protocol.ts";
import type { Server } from "./server.ts";
import { sumOf } from "./standing.ts";
import type { Words } from "./words.ts";
import { reasonOf } from "./reason.ts";

/** What can be done with the result of a check. */
export interface AfterCheck {
  readonly showScorecard: () => void;
  readonly showLog: () => void;
}

/** Checks every project of the workspace, files that are not open too, and says what came of it. */
export async function checkAll(server: Server, words: Words, after: AfterCheck): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: words.checking,
    cancellable: true,
  };
  try {
    const checked = await vscode.window.withProgress(options, (progress, token) =>
      checkEach(server, words, progress, token).catch((error: unknown) => {
        // What was taken back may fail as it likes.
        if (token.isCancellationRequested) return undefined;
        throw error;
      }),
    );
    if (checked) await tell(checked, words, after);
  } catch (error) {
    const reason = reasonOf(error);
    const chosen = await vscode.window.showErrorMessage(words.failed(reason), words.showLog);
    if (chosen === words.showLog) after.showLog();
  }
}

type Progress = vscode.Progress<{ readonly message: string; readonly increment?: number }>;

/** One project after the other, so that one sees how far it is. */
async function checkEach(
  server: Server,
  words: Words,
  progress: Progress,
  token: vscode.CancellationToken,
): Promise<readonly CheckedProject[]> {
  const { projects } = (await server.projects({}, token)) ?? { projects: [] };
  const files = projects.reduce((sum, project) => sum + project.files, 0);
  const checked: CheckedProject[] = [];
  let done = 0;
  for (const { project, files: size } of projects) {
    progress.report({ message: words.checkingProject(project.name, done, files) });
    const answer = await server.check({ textDocument: { uri: project.uri } }, token);
    checked.push(...(answer?.projects ?? []));
    done += size;
    progress.report({
      message: words.checkingProject(project.name, done, files),
      increment: files === 0 ? 100 : (size / files) * 100,
    });
  }
  return checked;
}

async function tell(checked: readonly CheckedProject[], words: Words, after: AfterCheck): Promise<void> {
  if (checked.length === 0) return void vscode.window.showInformationMessage(words.noArchitecture);
  const sum = sumOf(checked);
  if (sum.error + sum.warning + sum.info > 0)
    await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
  const show = sum.error > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show(words.checked(sum, checked.length), words.showScorecard);
  if (chosen === words.showScorecard) after.showScorecard();
}
