import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { checkTasks } from "./check-task.ts";
import { activateWith } from "./extension.ts";
import { wordsIn } from "./words.ts";

export { deactivate } from "./extension.ts";

/** VS Code on a desktop or a remote machine. The server is a process of its own, which VS Code's own Node runs. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.js");
  const script = context.asAbsolutePath("dist/bizarch.js");
  const { locale } = wordsIn(vscode.env.language);
  context.subscriptions.push(checkTasks({ node: process.execPath, script, locale }));
  await activateWith(
    context,
    (options) => new LanguageClient("bizarch", "BizArch", { module, transport: TransportKind.ipc }, options),
    `${process.platform} ${process.arch}, Node.js ${process.versions.node}`,
  );
}
