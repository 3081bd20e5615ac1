import {
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type InitializeError,
  type InitializeResult,
} from "vscode-languageserver";
import { emptySnapshot } from "../model/snapshot.ts";
import { refusal } from "./answer.ts";
import { both, clientDisk } from "./client-disk.ts";
import { clientOf } from "./client.ts";
import type { Disk } from "./disk.ts";
import { followDocuments } from "./documents.ts";
import { followFolders, foldersOf } from "./folders.ts";
import { loader } from "./load.ts";
import { publisher } from "./publish.ts";
import { offersTo, requests } from "./requests.ts";
import { session } from "./session.ts";
import { refreshShown } from "./refresh.ts";
import { onDay, stateOf, withPreferences } from "./state.ts";
import { turns } from "./turn.ts";
import { watchFiles } from "./watch.ts";

/** What the server needs of the world. */
export interface Ports {
  /** Where files lie; undefined where only the client can read them. */
  readonly disk: Disk | undefined;
  /** The day, as an ISO date. */
  readonly today: () => string;
  readonly version: string;
}

/** Answers on a connection until it closes. */
export function startServer(connection: Connection, { disk, today, version }: Ports): void {
  const log = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const nothing = { today: today(), locale: undefined, profile: undefined };
  const held = session(stateOf(emptySnapshot([], nothing)), () => publish.wake());
  const granted = new Promise<boolean>((resolve) => {
    // Before that, nothing may be asked of a client.
    connection.onInitialized(() => {
      resolve(held.client()?.reads === true);
      watch.begin();
    });
  });
  const elsewhere = clientDisk(connection, granted);
  const load = loader(held, disk ? both(disk, elsewhere) : elsewhere, log, (roots) => watch.follow(roots));
  const turn = turns();
  const publish = publisher(connection, held, load.settled, turn, log);
  const day = (): string => held.client()?.today ?? today();
  const door = { connection, session: held, loader: load, turns: turn, log };

  /** Notifications have nobody to answer to: out of turn they are dropped, and a bug of ours is logged. */
  const heard = (hear: () => void): void => {
    turn.heard();
    if (held.phase() !== "running") return;
    try {
      held.change((state) => onDay(state, day()));
      hear();
    } catch (error) {
      log(error);
    }
  };

  const touched = (paths: readonly string[]): void =>
    heard(() => {
      publish.wakeAll();
      load.touched(paths);
    });
  const watch = watchFiles(connection, held, touched, log);

  connection.onInitialize((params): InitializeResult | ResponseError<InitializeError> => {
    if (held.phase() !== "new") return notAgain();
    const client = clientOf(params);
    const { locale, profile } = client;
    const settings = { today: client.today ?? today(), locale, profile } as const;
    held.begin(client, withPreferences(stateOf(emptySnapshot([], settings)), client.settings));
    load.folders(foldersOf(params));
    followFolders(connection, held, (folders) =>
      heard(() => {
        publish.wakeAll();
        load.folders(folders);
      }),
    );
    const capabilities = {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...offersTo(client),
    } as const;
    return { capabilities, serverInfo: { name: "bizarch", version } };
  });
  connection.onDidChangeConfiguration((params) =>
    heard(() => {
      held.change((state) => withPreferences(state, params.settings));
      const client = held.client();
      if (client) refreshShown(connection, client, log);
    }),
  );
  connection.onShutdown(() => {
    const outOfTurn = refusal(held);
    if (outOfTurn) throw outOfTurn;
    publish.stop();
    held.end();
  });
  connection.onRequest((method) => refusal(held) ?? unknownMethod(method));
  for (const row of requests) row.join(door);
  followDocuments(connection, held, load, heard);
  connection.listen();
}

function unknownMethod(method: string): ResponseError {
  return new ResponseError(ErrorCodes.MethodNotFound, `This server has no '${method}'.`);
}

function notAgain(): ResponseError<InitializeError> {
  return new ResponseError(ErrorCodes.InvalidRequest, "'initialize' is sent once.", { retry: false });
}
