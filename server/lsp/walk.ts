import { CONFIG_FILE } from "../model/config.ts";

/** What lies in a folder. Neither: a symbolic link, or whatever else there is. */
export interface Entry {
  readonly name: string;
  readonly is: "file" | "folder" | "neither";
}

/** How many folders are asked for at once: more is not quicker, and keeps others waiting. */
const AT_ONCE = 32;

/**
 * The files of the language in a folder, at any depth. Symbolic links are not followed, so that nothing outside is read
 * and no circle is walked; hidden folders and installed packages are not entered.
 */
export async function walk(
  folder: string,
  entriesOf: (folder: string) => Promise<readonly Entry[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [folder];
  while (waiting.length > 0) {
    const batch = waiting.splice(-AT_ONCE);
    const read = await Promise.all(batch.map(async (at) => [at, await entriesOf(at)] as const));
    for (const [at, entries] of read) {
      for (const { name, is } of entries) {
        if (isLeftOut(name)) continue;
        if (is === "folder") waiting.push(`${at}/${name}`);
        if (is === "file" && isOurs(name)) found.push(`${at}/${name}`);
      }
    }
  }
  return found;
}

/** Names of folders and files that nobody means: hidden ones, and installed packages. */
export function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Whether a file of this name, or at this path, is one that the server reads. */
export function isOurs(path: string): boolean {
  return path.endsWith(".bizarch") || path === CONFIG_FILE || path.endsWith(`/${CONFIG_FILE}`);
}
