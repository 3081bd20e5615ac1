import * as vscode from "vscode";
import type { Server } from "./server.ts";
import type { Words } from "./words.ts";

/** The scorecard as a page that VS Code's own preview of Markdown shows: in the editor's colours, and up to date. */
export function scorecardView(
  server: Server,
  words: Words,
): vscode.Disposable & { readonly show: () => Promise<void> } {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${words.scorecard}.md` });
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (_, token) =>
      (await server.scorecard({}, token))?.markdown ?? words.noArchitecture,
  };
  const all = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    server.onChanged(() => changed.fire(uri)),
    server.onStarted(() => changed.fire(uri)),
  );
  return {
    show: async () => void (await vscode.commands.executeCommand("markdown.showPreview", uri)),
    dispose: () => void all.dispose(),
  };
}

const SCHEME = "bizarch-scorecard";
