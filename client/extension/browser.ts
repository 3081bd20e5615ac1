import * as vscode from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { activateWith } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** VS Code in a browser alone, such as vscode.dev. The server is a web worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist/server-web.js");
  let worker: Worker | undefined;
  // The client would not know the worker as one: hosts put something else in the place of its class.
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = await workerOf(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  await activateWith(
    context,
    (options) => new LanguageClient("bizarch", "BizArch", start, options),
    navigator.userAgent,
  );
}

/** A worker may not be started from where an extension lies, but from what is read there. */
async function workerOf(script: vscode.Uri): Promise<Worker> {
  const code = await vscode.workspace.fs.readFile(script);
  const url = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: "text/javascript" }));
  try {
    return new Worker(url, { name: "BizArch" });
  } finally {
    // The worker fetches it in a task of its own, some of which may come later than this one.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
