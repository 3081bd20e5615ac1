import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import {
  createConnection,
  createProtocolConnection,
  Message,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import type { Disk } from "../../server/lsp/disk.ts";
import { startServer } from "../../server/lsp/serve.ts";

/** A server in this process, on the other end of two streams, so that a test sees when it does what. */
export interface InProcess {
  readonly client: ProtocolConnection;
  /** How many edits the server has heard when it sent the answer to a request, by the id of the request. */
  readonly heardBefore: ReadonlyMap<number | string, number>;
  /** How many edits the server has heard. */
  readonly heard: () => number;
  /** Sends messages all at once. */
  readonly burst: (messages: readonly object[]) => void;
  /** The id of the request that was sent last. */
  readonly lastId: () => number | string;
  readonly logged: readonly string[];
}

/** What a client can that can all that the server makes use of. */
export const ALL: ClientCapabilities = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
};

const EMPTY: Disk = {
  list: () => Promise.resolve([]),
  isFolder: () => Promise.resolve(false),
  read: () => Promise.resolve(undefined),
};

/** A server that was greeted, with nothing on its disk unless it is given one. */
export async function startInProcess(
  capabilities: ClientCapabilities,
  disk: Disk = EMPTY,
  options: object = {},
): Promise<InProcess> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  let heard = 0;
  const heardBefore = new Map<number | string, number>();
  class Writer extends StreamMessageWriter {
    override write(message: Message): Promise<void> {
      if (Message.isResponse(message) && message.id !== null) heardBefore.set(message.id, heard);
      return super.write(message);
    }
  }
  const messageStrategy = {
    handleMessage: (message: Message, next: (message: Message) => void) => {
      if (Message.isNotification(message) && message.method === "textDocument/didChange") heard++;
      return next(message);
    },
  };
  const server = createConnection(new StreamMessageReader(up), new Writer(down), { messageStrategy });
  startServer(server, { disk, today: () => "2026-06-30", version: "0" });
  let lastId: number | string = "";
  class Sender extends StreamMessageWriter {
    override write(message: Message): Promise<void> {
      if (Message.isRequest(message) && message.id !== null) lastId = message.id;
      return super.write(message);
    }
  }
  const client = createProtocolConnection(new StreamMessageReader(down), new Sender(up));
  const logged: string[] = [];
  client.onNotification("window/logMessage", ({ message }: { message: string }) => void logged.push(message));
  client.onRequest("client/registerCapability", () => null);
  client.listen();
  onTestFinished(async () => {
    await client.sendRequest("shutdown");
    client.dispose();
    server.dispose();
  });
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: "file:///project",
    capabilities,
    initializationOptions: { today: "2026-06-30", ...options },
  });
  await client.sendNotification("initialized", {});
  const burst = (messages: readonly object[]): void => {
    const bodies = messages.map((message) => Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message })));
    up.write(
      Buffer.concat(bodies.flatMap((body) => [Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body])),
    );
  };
  return { client, heardBefore, heard: () => heard, burst, lastId: () => lastId, logged };
}

/** The answer to a request, or the code of the error in its place. */
export type Answer = { readonly result: unknown } | { readonly refused: number; readonly message: string };

export async function ask(client: ProtocolConnection, method: string, params: unknown): Promise<Answer> {
  try {
    return { result: await client.sendRequest(method, params) };
  } catch (error) {
    if (error instanceof ResponseError) return { refused: error.code, message: error.message };
    throw error;
  }
}
