import {
  DidChangeWorkspaceFoldersNotification,
  type Connection,
  type InitializeParams,
} from "vscode-languageserver";
import { pathOf } from "./paths.ts";
import type { Session } from "./session.ts";

/** The folders that are open at first, also as older clients name them. */
export function foldersOf({ workspaceFolders, ...params }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => pathOf(uri));
  const root = "rootUri" in params ? params.rootUri : undefined;
  return typeof root === "string" ? [pathOf(root)] : [];
}

/** Hears of folders that are opened and closed. To be called while initializing: the library listens too, from then on. */
export function followFolders(
  connection: Connection,
  session: Session,
  opened: (folders: readonly string[]) => void,
): void {
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
    const closed = new Set(removed.map(({ uri }) => pathOf(uri)));
    const kept = session.state().snapshot.folders.filter((folder) => !closed.has(folder));
    opened([...new Set([...kept, ...added.map(({ uri }) => pathOf(uri))])]);
  });
}
