import * as vscode from "vscode";
import { template } from "../template/index.ts";
import { inTheWay } from "./in-the-way.ts";
import type { Words } from "./words.ts";
import { reasonOf } from "./reason.ts";

/** What a beginning needs of the house around it. */
export interface Ground {
  readonly words: Words;
  readonly openDiagram: (uri: vscode.Uri) => void;
  /** What outlives the window. */
  readonly memory: vscode.Memento;
}

/**
 * *New Architecture*: a small, sound one in a folder that has none, as `bizarch init` writes it, in the language of the
 * interface. Nothing that is there is touched. Where to begin is shown, and the picture beside it.
 */
export async function newArchitecture(ground: Ground): Promise<void> {
  const { words, memory } = ground;
  const folder = await folderFor(words);
  if (!folder) return;
  const files = template[words.locale];
  const refusal = (await refused(words, folder, files)) ?? (await write(words, folder, files));
  if (refusal !== undefined) return void vscode.window.showErrorMessage(refusal);
  const first = vscode.Uri.joinPath(folder, FIRST);
  if (isOpen(first)) return show(ground, first);
  await memory.update(REMEMBERED, String(first));
  await vscode.commands.executeCommand("vscode.openFolder", folder);
}

/** Goes on in the window that opened the folder of a new architecture, since the one before it ended with that. */
export async function showNewArchitecture(ground: Ground): Promise<void> {
  const remembered = ground.memory.get(REMEMBERED);
  const first = typeof remembered === "string" ? vscode.Uri.parse(remembered, true) : undefined;
  if (!first || !isOpen(first)) return;
  await ground.memory.update(REMEMBERED, undefined);
  await show(ground, first);
}

/** What one should read first: why there is a company at all. */
const FIRST = "why.bizarch";

const REMEMBERED = "bizarch.new";

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

async function show({ openDiagram }: Ground, first: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(first, { viewColumn: vscode.ViewColumn.One, preview: false });
  openDiagram(first);
}

/** The only folder that is open, one of several, or one of the disk; undefined where the person thinks better of it. */
async function folderFor(words: Words): Promise<vscode.Uri | undefined> {
  const [only, another] = vscode.workspace.workspaceFolders ?? [];
  if (only && !another) return only.uri;
  if (only) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: words.whichFolder }))?.uri;
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel: words.beginHere };
  return (await vscode.window.showOpenDialog({ ...options, title: words.whichFolder }))?.[0];
}

type Files = ReadonlyMap<string, string>;

/** Why nothing may be written to a folder; undefined where it may. */
async function refused(words: Words, folder: vscode.Uri, files: Files): Promise<string | undefined> {
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) return words.readOnly;
  const taken = await inTheWay(folder, new Set(files.keys()));
  return taken === undefined ? undefined : words.alreadyThere(taken);
}

/** Writes all of the files, or none. Why it could not; undefined where it could. */
async function write(words: Words, folder: vscode.Uri, files: Files): Promise<string | undefined> {
  const written: vscode.Uri[] = [];
  try {
    for (const [name, text] of files) {
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      written.push(uri);
    }
    return undefined;
  } catch (error) {
    for (const uri of written) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    return words.notWritten(reasonOf(error));
  }
}
