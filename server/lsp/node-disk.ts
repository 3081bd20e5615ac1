import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { decode, refused, type Decoded } from "../model/decode.ts";
import { LARGEST_FILE } from "../model/outline.ts";
import type { Disk } from "./disk.ts";
import { isFile, rooted } from "./paths.ts";
import { walk, type Entry } from "./walk.ts";

/** The disk of this machine. */
export const nodeDisk: Disk = {
  list: (folder) => (isFile(folder) ? walk(folder, entriesOf) : Promise.resolve([])),
  isFolder: async (path) =>
    isFile(path) && (await lstat(path).catch(() => undefined))?.isDirectory() === true,
  read,
};

async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const entries = await readdir(rooted(folder), { withFileTypes: true }).catch(() => []);
  return entries.map((entry) => ({
    name: entry.name,
    is: entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "neither",
  }));
}

/** A link is not followed, and nothing is waited for that may never come, such as the other end of a pipe. */
const AS_IT_LIES = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function read(path: string): Promise<Decoded | undefined> {
  if (!isFile(path)) return undefined;
  const file = await open(path, AS_IT_LIES).catch(() => undefined);
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
