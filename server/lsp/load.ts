import { CONFIG_FILE } from "../model/config.ts";
import type { Decoded } from "../model/decode.ts";
import type { Disk } from "./disk.ts";
import { folderOf, isIn, isStored } from "./paths.ts";
import type { Session } from "./session.ts";
import { diskIn, withDisk, withFolders } from "./state.ts";
import { isLeftOut, isOurs } from "./walk.ts";

/** What reads files into the session, one thing after the other, so that the last word about a file is the newest. */
export interface Loader {
  /** These are the opened folders now. */
  readonly folders: (folders: readonly string[]) => void;
  /** A document was opened: the project that it belongs to may lie outside of the opened folders. */
  readonly opened: (path: string) => void;
  /** These files may have come, changed or gone; a folder brings its files and takes them along. */
  readonly touched: (paths: readonly string[]) => void;
  /** Resolves when all that was asked for so far is read. */
  readonly settled: () => Promise<void>;
}

/** A loader that tells `follow` which folders it reads, when these may be others than before. */
export function loader(
  session: Session,
  disk: Disk,
  log: (error: unknown) => void,
  follow: (roots: Iterable<string>) => void,
): Loader {
  let tail: Promise<void> = Promise.resolve();
  const roots = new Set<string>();
  const enqueue = (job: () => Promise<void>): void => {
    tail = tail.then(job).catch(log);
  };
  const read = async (paths: readonly string[]): Promise<void> => {
    const files = await inBatches(paths, async (path) => [path, await disk.read(path)] as const);
    session.change((state) => withDisk(state, files));
  };
  const scan = async (root: string): Promise<void> => {
    roots.add(root);
    const listed = await disk.list(root);
    await read([...new Set([...listed, ...diskIn(session.state(), root)])]);
  };
  const scanAbove = async (folder: string): Promise<void> => {
    const root = await configuredFolder(disk, folder);
    if (root !== undefined && !isKnown(roots, root)) await scan(root);
  };
  const forget = (): void => {
    const { folders } = session.state().snapshot;
    const open = [...session.state().open.keys()];
    for (const root of roots) {
      const isWanted = [...folders, ...open].some((path) => path === root || isIn(root, path));
      if (!isWanted) roots.delete(root);
    }
    const lost = [...session.state().disk.keys()].filter(
      (path) => ![...roots].some((root) => isIn(root, path)),
    );
    session.change((state) => withDisk(state, gone(lost)));
  };
  return {
    folders: (folders) => {
      session.change((state) => withFolders(state, folders));
      enqueue(async () => {
        forget();
        for (const folder of folders) {
          await scanAbove(folder);
          if (!isKnown(roots, folder)) await scan(folder);
        }
        follow(roots);
      });
    },
    opened: (path) => {
      const folder = folderOf(path);
      if (folder === undefined || !isStored(path)) return;
      enqueue(async () => {
        if (isKnown(roots, folder)) return;
        await scanAbove(folder);
        follow(roots);
      });
    },
    touched: (paths) =>
      enqueue(async () => {
        const known = paths.filter((path) => isWatched(roots, path));
        const before = below(known, session.state().disk.keys());
        const now = await inBatches(known, async (path) => {
          if (isOurs(path)) return [path];
          return (await disk.isFolder(path)) ? disk.list(path) : [];
        });
        await read([...new Set([...now.flat(), ...before])]);
      }),
    settled: () => tail,
  };
}

const BATCH = 64;

async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += BATCH) {
    results.push(...(await Promise.all(items.slice(at, at + BATCH).map(work))));
  }
  return results;
}

/** The folder of the nearest `bizarch.json` at or above a folder; undefined where there is none. */
async function configuredFolder(disk: Disk, folder: string): Promise<string | undefined> {
  for (let at: string | undefined = folder; at !== undefined; at = folderOf(at)) {
    if (await disk.read(`${at}/${CONFIG_FILE}`)) return at;
  }
  return undefined;
}

/** Whether a folder is, or lies in, one that has been read. */
function isKnown(roots: ReadonlySet<string>, folder: string): boolean {
  return [...roots].some((root) => root === folder || isIn(root, folder));
}

/** Whether a change at a path is of interest: in a known folder, and not below a hidden one or installed packages. */
function isWatched(roots: ReadonlySet<string>, path: string): boolean {
  const root = [...roots].find((known) => isIn(known, path));
  if (root === undefined) return false;
  return !path
    .slice(root.length + 1)
    .split("/")
    .some(isLeftOut);
}

/** Those of the files that lie in one of the folders. Thousands of each may come at once. */
function below(folders: readonly string[], files: Iterable<string>): readonly string[] {
  const all = new Set(folders);
  return [...files].filter((file) => {
    for (let at = folderOf(file); at !== undefined; at = folderOf(at)) if (all.has(at)) return true;
    return false;
  });
}

function gone(paths: readonly string[]): readonly (readonly [string, Decoded | undefined])[] {
  return paths.map((path) => [path, undefined]);
}
