import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startServer } from "../../server/lsp/serve.ts";
import { PULL } from "./client.ts";

test("what is taken back while the server is busy is not worked out", async () => {
  const up = new PassThrough();
  const down = new PassThrough();
  let isRead = (): void => undefined;
  const reading = new Promise<void>((resolve) => {
    isRead = resolve;
  });
  const disk = {
    list: async () => {
      await reading;
      return [];
    },
    read: () => Promise.resolve(undefined),
  };
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, { disk, today: () => "2026-06-30", version: "0" });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: "file:///project",
    capabilities: PULL,
  });
  const source = new CancellationTokenSource();
  const ask = { textDocument: { uri: "file:///project/a.bizarch" }, position: { line: 0, character: 0 } };
  const taken = client.sendRequest("textDocument/hover", ask, source.token).catch((error: unknown) => error);
  const wanted = client.sendRequest("textDocument/hover", ask);
  source.cancel();
  // Heard of as a message of its own, while the request waits for the disk.
  await client.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
  isRead();
  const refusal = await taken;
  expect(refusal instanceof ResponseError ? refusal.code : refusal).toBe(-32800);
  expect(await wanted).toBeNull();
  client.dispose();
  server.dispose();
});
