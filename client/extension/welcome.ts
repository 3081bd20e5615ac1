import * as vscode from "vscode";
import type { Server } from "./server.ts";

/**
 * Lets the empty view say that there is no architecture once that is known: as long as the server reads the folder, there
 * may be one. package.json has the words, and the condition.
 */
export function welcome(server: Server): vscode.Disposable {
  return server.onState(async (state) => {
    if (state !== "running") return;
    const { token } = new vscode.CancellationTokenSource();
    await server.check({}, token).catch(() => null);
    await vscode.commands.executeCommand("setContext", "bizarch.ready", true);
  });
}
