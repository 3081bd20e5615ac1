import * as vscode from "vscode";
import type {
  ReadFileParams,
  ReadFileResult,
  ReadFolderParams,
  ReadFolderResult,
} from "../../server/lsp/protocol.ts";

/** What lies in a folder, wherever that is, for the server, which reads disks only; null where there is none. */
export async function readFolder({ uri }: ReadFolderParams): Promise<ReadFolderResult | null> {
  const entries = await attempt(() => vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri, true)));
  return entries ? { entries: entries.map(([name, type]) => ({ name, is: kindOf(type) })) } : null;
}

/** The bytes of a file, wherever it lies; null where there is none. */
export async function readFile({ uri, largest }: ReadFileParams): Promise<ReadFileResult | null> {
  const target = vscode.Uri.parse(uri, true);
  const stat = await attempt(() => vscode.workspace.fs.stat(target));
  if (!stat || kindOf(stat.type) !== "file") return null;
  if (stat.size > largest) return {};
  const bytes = await attempt(() => vscode.workspace.fs.readFile(target));
  return bytes ? { base64: base64(bytes) } : null;
}

/** A link to a file or a folder has both bits, and is neither: nothing outside is read, and no circle is walked. */
function kindOf(type: vscode.FileType): "file" | "folder" | "neither" {
  if (type === vscode.FileType.Directory) return "folder";
  return type === vscode.FileType.File ? "file" : "neither";
}

/** There is no such thing, or nobody may read it: to the server that is the same. */
async function attempt<Result>(ask: () => Thenable<Result>): Promise<Result | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}

/** More arguments than this at once are too many for one call. */
const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}
