import { URI } from "vscode-uri";

/**
 * The path by which the model knows a document, with slashes and decoded, so that globs and folders mean the same
 * wherever files lie: absolute for a file (`/home/x`, `c:/x`, `//server/share`), and for anything else the same behind
 * its scheme and authority (`vscode-vfs://github/owner/repo`). A query says where, as an authority does, so it stands
 * there. What has no such path, like a document that was never saved, is its own URI.
 */
export function pathOf(uri: string): string {
  const parsed = parsedUri(uri);
  if (!parsed) return uri;
  const { scheme, authority, path } = parsed;
  if (scheme !== "file") return path.startsWith("/") ? `${placeOf(parsed)}${plain(path)}` : uri;
  return authority ? `//${authority.toLowerCase()}${plain(path)}` : plain(path).replace(/^\/(?=[a-z]:)/, "");
}

/** Undefined for what is no URI: a client may send any text in its place. */
function parsedUri(text: string): URI | undefined {
  try {
    return URI.parse(text);
  } catch {
    return undefined;
  }
}

/** What comes before the path: `memfs:`, `vscode-vfs://github`, `isfs://server?ns%3DX`. */
function placeOf({ scheme, authority, query, fragment }: URI): string {
  const mark = query || fragment ? `?${encodeURIComponent(query)}` : "";
  const part = fragment ? `#${encodeURIComponent(fragment)}` : "";
  return `${scheme}:${authority ? `//${authority.toLowerCase()}` : ""}${mark}${part}`;
}

/** A path without a slash at its end, and with its drive as vscode spells it. */
function plain(path: string): string {
  return path.replace(/\/+$/, "").replace(/^\/[A-Z](?=:)/, (drive) => drive.toLowerCase());
}

/** The URI of a path, spelled as vscode does. */
export function uriOf(path: string): string {
  if (isFile(path)) return URI.file(rooted(path)).toString();
  const [whole, place = "", inside = ""] = PLACED.exec(path) ?? [];
  if (whole === undefined) return path;
  const { scheme = "", authority = "", query = "", fragment = "" } = PLACE.exec(place)?.groups ?? {};
  const [said, part] = [decodeURIComponent(query), decodeURIComponent(fragment)];
  return URI.from({ scheme, authority, path: inside || "/", query: said, fragment: part }).toString();
}

/** What `placeOf` writes, and the path behind it, if any. */
const PLACED = /^([a-z][a-z0-9+.-]+:(?:\/\/[^/?#]+)?(?:\?[^/?#]*)?(?:#[^/?#]*)?)(\/.*)?$/is;
const PLACE = /^(?<scheme>[^:]+):(?:\/\/(?<authority>[^?#]*))?(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$/s;

/** Whether a path is one on a disk. A scheme has two letters or more; `c:` is a drive. */
export function isFile(path: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(path);
}

/** Whether a path is one that a file may lie at, on a disk or elsewhere; a document that was never saved lies nowhere. */
export function isStored(path: string): boolean {
  return isFile(path) || (!path.startsWith("untitled:") && PLACED.test(path));
}

/** A folder as the system wants it named: that of all others, or of all on a drive, has a slash at its end. */
export function rooted(folder: string): string {
  return folder === "" || /^[a-z]:$/i.test(folder) ? `${folder}/` : folder;
}

/** The folder of a path; undefined at the root. */
export function folderOf(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  // Before the first slash of a path stand a scheme and an authority, a drive, a server's name, or nothing at all.
  const root = isFile(path) ? (/^\/\/[^/]*/.exec(path)?.[0] ?? "") : (PLACED.exec(path)?.[1] ?? path);
  return slash < root.length ? undefined : path.slice(0, slash);
}

/** Whether a path lies in a folder, at any depth. */
export function isIn(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`);
}
