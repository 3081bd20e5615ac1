import { DidChangeWatchedFilesNotification, WatchKind, type Connection } from "vscode-languageserver";
import { CONFIG_FILE } from "../model/config.ts";
import { pathOf } from "./paths.ts";
import type { Session } from "./session.ts";

/** Hears of files that come, change and go on disk, where the client can tell. */
export function watchFiles(
  connection: Connection,
  session: Session,
  touched: (paths: readonly string[]) => void,
): void {
  connection.onInitialized(() => {
    if (session.phase() !== "running" || !session.client()?.watches) return;
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: "**/*.bizarch" },
        { globPattern: `**/${CONFIG_FILE}` },
        // A folder that goes is told of by its own name alone.
        { globPattern: "**/*", kind: WatchKind.Delete },
      ],
    });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => touched(changes.map(({ uri }) => pathOf(uri))));
}
