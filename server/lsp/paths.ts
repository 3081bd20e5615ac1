import { URI } from "vscode-uri";

/**
 * The path by which the model knows a document: absolute and with slashes for a file, the URI itself for anything else,
 * such as a document that was never saved.
 */
export function pathOf(uri: string): string {
  const parsed = parsedUri(uri);
  if (parsed?.scheme !== "file") return uri;
  return parsed.fsPath.replaceAll("\\", "/").replace(/\/$/, "");
}

/** Undefined for what is no URI: a client may send any text in its place. */
function parsedUri(text: string): URI | undefined {
  try {
    return URI.parse(text);
  } catch {
    return undefined;
  }
}

/** The URI of a path, spelled as vscode does. */
export function uriOf(path: string): string {
  return isFile(path) ? URI.file(path || "/").toString() : path;
}

/** Whether a path is one on a disk. A scheme has two letters or more; `c:` is a drive. */
export function isFile(path: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(path);
}

/** The folder of a path; undefined at the root. */
export function folderOf(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? undefined : path.slice(0, slash);
}

/** Whether a path lies in a folder, at any depth. */
export function isIn(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`);
}
