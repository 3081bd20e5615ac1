import * as vscode from "vscode";
import type { Server } from "./server.ts";

/**
 * What package.json's words for newcomers wait for. The empty view says that there is no architecture once that is known: as
 * long as the server reads the folder, there may be one. And a step of the walkthrough is done when something was found.
 */
export function welcome(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    server.onState(async (state) => {
      if (state !== "running") return;
      const { token } = new vscode.CancellationTokenSource();
      await server.check({}, token).catch(() => null);
      await know("bizarch.ready");
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(hasFindings)) void know("bizarch.hasFindings");
    }),
  );
}

function hasFindings(uri: vscode.Uri): boolean {
  return vscode.languages.getDiagnostics(uri).some(({ source }) => source === "bizarch");
}

async function know(context: string): Promise<void> {
  await vscode.commands.executeCommand("setContext", context, true);
}
