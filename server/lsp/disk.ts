import { open, readdir } from "node:fs/promises";
import { CONFIG_FILE } from "../model/config.ts";
import { decode, refused, type Decoded } from "../model/decode.ts";
import { LARGEST_FILE } from "../model/outline.ts";
import { isFile } from "./paths.ts";

/** What the server needs of a disk. Paths are absolute, with slashes. */
export interface Disk {
  /** The files of the language in a folder, at any depth; none where it cannot be read. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** A file as it lies there now; undefined where there is none, or none that can be read. */
  readonly read: (path: string) => Promise<Decoded | undefined>;
}

export const nodeDisk: Disk = { list, read };

/** Symbolic links are not followed, so that nothing outside is read and no circle is walked. */
async function list(folder: string): Promise<readonly string[]> {
  if (!isFile(folder)) return [];
  const entries = await readdir(folder || "/", { withFileTypes: true }).catch(() => []);
  const found = entries
    .filter(({ name }) => !isLeftOut(name))
    .map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return list(path);
      return entry.isFile() && isOurs(entry.name) ? [path] : [];
    });
  return (await Promise.all(found)).flat();
}

async function read(path: string): Promise<Decoded | undefined> {
  if (!isFile(path)) return undefined;
  const file = await open(path).catch(() => undefined);
  if (!file) return undefined;
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    return stats.size > LARGEST_FILE ? refused(path) : decode(path, await file.readFile());
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

/** Names of folders and files that nobody means: hidden ones, and installed packages. */
function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function isOurs(name: string): boolean {
  return name.endsWith(".bizarch") || name === CONFIG_FILE;
}
