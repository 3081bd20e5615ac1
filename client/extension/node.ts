import type * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateWith } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** VS Code on a desktop or a remote machine. The server is a process of its own, which VS Code's own Node runs. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.js");
  await activateWith(
    context,
    (options) => new LanguageClient("bizarch", "BizArch", { module, transport: TransportKind.ipc }, options),
  );
}
