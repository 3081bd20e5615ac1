import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { CONFIG_FILE } from "../../server/model/config.ts";
import { LARGEST_FILE } from "../../server/model/outline.ts";
import { cliMessages as say } from "./messages.ts";
import { Refusal } from "./refusal.ts";

/** The one place that reads the disk. Paths inside the product are absolute and have slashes, whatever the system. */

/** A file as it lies somewhere, before anybody knows whether it is text. `bytes` is undefined where it is too large. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
}

/** An absolute path with slashes. */
export function absolute(cwd: string, path: string): string {
  return slashed(resolve(cwd, path));
}

/** How a path is shown: relative to the working directory, with slashes, `.` for the directory itself. */
export function shown(cwd: string, path: string): string {
  return slashed(relative(cwd, path)) || ".";
}

/** Where a folder lies inside another (empty for the same one); undefined where it lies outside. */
export function pathInside(outer: string, folder: string): string | undefined {
  const path = slashed(relative(realpathSync(outer), realpathSync(folder)));
  return path === ".." || path.startsWith("../") || isAbsolute(path) ? undefined : path;
}

function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

export type PathKind = "file" | "folder" | "other";

/** What a path leads to, symbolic links followed; undefined where there is nothing. */
export function kindOfPath(path: string): PathKind | undefined {
  const stats = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  if (!stats) return undefined;
  return stats.isDirectory() ? "folder" : stats.isFile() ? "file" : "other";
}

/** The folder of the nearest `bizarch.json` at or above a folder; undefined where there is none. */
export function configuredFolder(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (kindOfPath(`${at}/${CONFIG_FILE}`) === "file") return at;
    if (dirname(at) === at) return undefined;
  }
}

/**
 * The files of the language below a folder, in the order of their names. Symbolic links are not followed, so that
 * nothing outside is read and no circle is walked.
 */
export function filesBelow(folder: string): readonly string[] {
  const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (isLeftOut(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(path);
    return isOurs(entry) ? [path] : [];
  });
}

/** Names of folders and files that nobody means: hidden ones, and installed packages. */
export function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Whether a file of this name is one that the product reads. */
export function isOurName(name: string): boolean {
  return name.endsWith(".bizarch") || name === CONFIG_FILE;
}

function isOurs(entry: Dirent): boolean {
  return entry.isFile() && isOurName(entry.name);
}

/** Reads a file; one that is too large is not read. */
export function readRaw(path: string): RawFile {
  return attempt(path, () => {
    const tooLarge = statSync(path).size > LARGEST_FILE;
    return { path, bytes: tooLarge ? undefined : readFileSync(path) };
  });
}

/** Turns what the system says into a refusal that names the path. */
function attempt<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") throw new Refusal(say.noSuchPath(path));
    throw new Refusal(say.unreadable(path, code));
  }
}
