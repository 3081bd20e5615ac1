/** A file as a base has it: its path, and its text; undefined where the base has no such file. */
export interface BaseText {
  readonly path: string;
  readonly text: string | undefined;
}

/** Files of which it is not known by themselves that they are as they were. */
export interface Touched {
  /** What is tracked and not as it was. */
  readonly changes: readonly FileChange[];
  /** What git does not keep, so that no base has it. */
  readonly untracked: readonly string[];
  /** What may be other than on disk for another reason: the base is asked. */
  readonly others: readonly string[];
  /** What is open, and may be saved before anybody looks again: it goes along as it lies on disk now. */
  readonly open: readonly string[];
}

/** Where texts come from: what the base has at a path, and what lies on disk; undefined where there is none. */
export interface Texts {
  readonly inBase: (path: string) => Promise<string | undefined>;
  readonly onDisk: (path: string) => Promise<string | undefined>;
}

/** As git's extension tells it. */
interface FileChange {
  readonly status: number;
  readonly uri: Path;
  readonly originalUri: Path;
  readonly renameUri?: Path | undefined;
}

interface Path {
  readonly fsPath: string;
}

/** A change of a file, by where it was and where it is. */
interface Move {
  readonly status: number;
  readonly old: string;
  readonly now: string;
}

/**
 * The texts of a base where they are not those of today: what changed is replaced, what is gone restored, what came left
 * out, and what was renamed is at its old place. What a sparse checkout leaves out of the working tree is in neither.
 */
export async function baseTexts(
  { changes, untracked, others, open }: Touched,
  { inBase, onDisk }: Texts,
): Promise<readonly BaseText[]> {
  const absent = new Set(untracked);
  const asked = new Set(others);
  const moves = changes
    .map(({ status, uri, originalUri, renameUri }): Move => {
      return { status, old: originalUri.fsPath, now: (renameUri ?? uri).fsPath };
    })
    .filter(({ old, now }) => isOurs(old) || isOurs(now));
  const known = moves.filter(({ status }) => !NEW.has(status));
  for (const { status, now } of moves) if (NEW.has(status)) absent.add(now);
  for (const { old, now } of await withoutLeftOut(known, onDisk)) asked.add(old).add(now);
  const kept = open.filter((path) => !absent.has(path) && !asked.has(path));
  const paths = [...new Set([...absent, ...asked, ...kept])].filter(isOurs);
  const texts = paths.map(async (path): Promise<readonly BaseText[]> => {
    if (asked.has(path)) return [{ path, text: await inBase(path) }];
    if (absent.has(path)) return [{ path, text: undefined }];
    const text = await onDisk(path);
    return text === undefined ? [] : [{ path, text }];
  });
  return (await Promise.all(texts)).flat();
}

/** What a sparse checkout left out is no deletion, and yet not there. */
async function withoutLeftOut(moves: readonly Move[], onDisk: Texts["onDisk"]): Promise<readonly Move[]> {
  const isThere = await Promise.all(
    moves.map(async ({ status, now }) => GONE.has(status) || (await onDisk(now)) !== undefined),
  );
  return moves.filter((_, index) => isThere[index]);
}

/** The numbers of git's extension for what came: added to the index, untracked, or meant to be added. */
const NEW: ReadonlySet<number> = new Set([1, 7, 9]);

/** Its numbers for what went: deleted in the index, or only on disk. */
const GONE: ReadonlySet<number> = new Set([2, 6]);

/** Whether a file is not tracked, by its status. */
export function isUntracked({ status }: Pick<FileChange, "status">): boolean {
  return status === 7;
}

/** Whether an architecture is made of a file of this name. */
export function isOurs(path: string): boolean {
  return path.endsWith(".bizarch") || /(^|[\\/])bizarch\.json$/.test(path);
}
