import * as vscode from "vscode";
import type { CheckedProject } from "../../server/lsp/protocol.ts";
import { isHeard } from "./documents.ts";
import type { Server } from "./server.ts";
import type { Words } from "./words.ts";

/** An item in the status bar: the project of the active editor, and how many errors and warnings it has. */
export function statusItem(server: Server, words: Words): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("bizarch.status", vscode.StatusBarAlignment.Left, 40);
  item.name = "BizArch";
  item.command = "bizarch.checkAll";
  let asking = new vscode.CancellationTokenSource();
  const update = async (): Promise<void> => {
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const document = vscode.window.activeTextEditor?.document;
    // A page, such as the diagram, is about what was edited before.
    if (!document) return;
    if (!isHeard(document)) return item.hide();
    const textDocument = { uri: String(document.uri) };
    const answer = await server.check({ textDocument }, token).catch(() => null);
    if (token.isCancellationRequested) return;
    const checked = answer?.projects[0];
    if (!checked) return item.hide();
    show(checked);
  };
  const show = ({ project, error, warning }: CheckedProject): void => {
    item.text = `$(home) ${project.name.replaceAll("$(", "$\u200b(")} $(error) ${error} $(warning) ${warning}`;
    item.tooltip = words.status(project.name, error, warning);
    item.accessibilityInformation = { label: words.status(project.name, error, warning) };
    item.show();
  };
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    server.onChanged(() => void update()),
    server.onStarted(() => void update()),
  );
}
