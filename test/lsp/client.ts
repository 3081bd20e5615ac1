import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import {
  createProtocolConnection,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
} from "vscode-languageserver/node";
import { fixture, shortPath } from "../support/fixture.ts";
import { spawnServer, type ServerProcess } from "./server-process.ts";

/** A folder on disk with the files of a fixture; it goes with the test. */
export interface Folder {
  readonly path: string;
  readonly uri: string;
  readonly uriOf: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => void;
  readonly remove: (file: string) => void;
}

export function folder(text = ""): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "bizarch-lsp-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  };
  if (text !== "") for (const file of fixture(text).files) write(shortPath(file.path), file.text);
  return {
    path,
    uri: pathToFileURL(path).href,
    uriOf: (file) => pathToFileURL(join(path, file)).href,
    write,
    remove: (file) => rmSync(join(path, file), { recursive: true }),
  };
}

/** A client of the real server, on the other end of its pipes. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly server: ServerProcess;
  readonly answer: InitializeResult;
  readonly logged: readonly string[];
  readonly registered: readonly Registration[];
  /** Every report that was pushed, in order. */
  readonly pushes: readonly PublishDiagnosticsParams[];
  /** The newest pushed report on a document, once it is as wanted. */
  readonly pushed: (
    uri: string,
    wanted: (diagnostics: readonly Diagnostic[], version: number | undefined) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  readonly open: (uri: string, text: string, version?: number) => Promise<void>;
  readonly stop: () => Promise<number | null>;
}

export const PUSH: ClientCapabilities = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

export const PULL: ClientCapabilities = {
  ...PUSH,
  textDocument: { diagnostic: {} },
};

/** A server without a word said to it. */
export async function connect(): Promise<{
  readonly server: ServerProcess;
  readonly connection: ProtocolConnection;
}> {
  const server = await spawnServer();
  const { stdout, stdin } = server.process;
  if (!stdout || !stdin) throw new Error("The server has no pipes.");
  const connection = createProtocolConnection(
    new StreamMessageReader(stdout),
    new StreamMessageWriter(stdin),
  );
  onTestFinished(() => {
    connection.dispose();
    server.process.kill();
  });
  connection.listen();
  return { server, connection };
}

/** A server that was greeted. The day is fixed, so that waivers do not run out while the project grows old. */
export async function start(
  capabilities: ClientCapabilities,
  folders: readonly Folder[],
  params: Partial<InitializeParams> = {},
): Promise<Client> {
  const { server, connection } = await connect();
  const logged: string[] = [];
  const registered: Registration[] = [];
  const pushes: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  connection.onRequest(
    RegistrationRequest.type,
    ({ registrations }) => void registered.push(...registrations),
  );
  connection.onNotification(PublishDiagnosticsNotification.type, (push) => {
    pushes.push(push);
    for (const look of waiting) look();
  });
  const answer = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map(({ uri }) => ({ uri, name: "project" })),
    initializationOptions: { today: "2026-06-30" },
    ...params,
  });
  await connection.sendNotification("initialized", {});
  const pushed: Client["pushed"] = (uri, wanted) =>
    new Promise((resolve) => {
      const look = (): void => {
        const last = pushes.findLast((push) => push.uri === uri);
        if (!last || !wanted(last.diagnostics, last.version)) return;
        waiting.delete(look);
        resolve(last.diagnostics);
      };
      waiting.add(look);
      look();
    });
  return {
    connection,
    server,
    answer,
    logged,
    registered,
    pushes,
    pushed,
    open: (uri, text, version = 1) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "bizarch", version, text },
      }),
    stop: async () => {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      return server.ended;
    },
  };
}

/** Diagnostics as a person would read them: `3:10-3:17 error unknown-reference`. */
export function printed(diagnostics: readonly Diagnostic[]): readonly string[] {
  const severities = ["", "error", "warning", "info", "hint"];
  return diagnostics.map(({ range: { start, end }, severity, code }) => {
    const at = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
    return `${at} ${severities[severity ?? 0] ?? ""} ${String(code)}`;
  });
}
