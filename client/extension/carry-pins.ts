import * as vscode from "vscode";
import type { RenamedResult } from "../../server/lsp/protocol.ts";
import { parsePins, printPins } from "../pins/pin-file.ts";
import { PIN_ENDING, PIN_FOLDER, pinFileName } from "../pins/pin-path.ts";
import { renamedPins } from "../pins/renamed.ts";

/**
 * Adds to the changes of a rename those of the side files: what was moved by hand stays where it is under its new name, and
 * a view that has another name now takes its side file along.
 */
export async function carryPins(
  edit: vscode.WorkspaceEdit,
  { project, ...renaming }: RenamedResult,
): Promise<void> {
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(project), PIN_FOLDER);
  for (const name of await namesIn(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    const document = await opened(uri);
    const pins = document && parsePins(document.getText());
    const renamed = pins && renamedPins(pins, renaming);
    if (!renamed) continue;
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), printPins(renamed) ?? "");
    if (renamed.view === undefined || renamed.view === pins.view) continue;
    // What has the new name already is of a view that is gone: nothing else was called so.
    edit.renameFile(uri, vscode.Uri.joinPath(folder, pinFileName(renamed.view)), { overwrite: true });
  }
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) =>
      type === vscode.FileType.File && name.endsWith(PIN_ENDING) ? [name] : [],
    );
  } catch {
    // There is none: nothing was moved.
    return [];
  }
}

/** A file as a document; undefined for one that is no text. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
