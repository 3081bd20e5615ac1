import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from "vscode-languageserver";
import { CONFIG_FILE } from "../model/config.ts";
import { isIn, pathOf, uriOf } from "./paths.ts";
import type { Session } from "./session.ts";

/** What hears of files that come, change and go, where the client can tell. */
export interface Watch {
  /** The client may be asked from now on. The opened folders are watched. */
  readonly begin: () => void;
  /** These are the folders that are read: those that lie elsewhere are watched too, as a project may reach above. */
  readonly follow: (roots: Iterable<string>) => void;
}

/** A watch that tells which files it heard of. */
export function watchFiles(
  connection: Connection,
  session: Session,
  touched: (paths: readonly string[]) => void,
  log: (error: unknown) => void,
): Watch {
  const watched = new Map<string, Promise<Disposable>>();
  let wanted: readonly string[] = [];
  let listens = false;
  const register = (watchers: FileSystemWatcher[]): Promise<Disposable> =>
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  const follow = (): void => {
    if (!listens || session.client()?.watchesElsewhere !== true) return;
    for (const root of wanted) {
      if (!watched.has(root)) watched.set(root, register(watchersIn(root)));
    }
    for (const [root, registered] of watched) {
      if (wanted.includes(root)) continue;
      watched.delete(root);
      registered.then((one) => one.dispose()).catch(log);
    }
  };
  connection.onDidChangeWatchedFiles(({ changes }) => touched(changes.map(({ uri }) => pathOf(uri))));
  return {
    begin: () => {
      if (session.phase() !== "running" || !session.client()?.watches) return;
      listens = true;
      register(PATTERNS.map(({ pattern, kind }) => ({ globPattern: pattern, kind }))).catch(log);
      follow();
    },
    follow: (roots) => {
      const { folders } = session.state().snapshot;
      const isOpened = (root: string): boolean =>
        folders.some((folder) => folder === root || isIn(folder, root));
      wanted = [...roots].filter((root) => !isOpened(root));
      follow();
    },
  };
}

const PATTERNS = [
  { pattern: "**/*.bizarch", kind: WatchKind.Change },
  { pattern: `**/${CONFIG_FILE}`, kind: WatchKind.Change },
  // A folder that comes or goes with all that is in it is told of by its own name alone.
  { pattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
];

function watchersIn(root: string): FileSystemWatcher[] {
  const baseUri = uriOf(root);
  return PATTERNS.map(({ pattern, kind }) => ({ globPattern: { baseUri, pattern }, kind }));
}
