import { expect, test } from "vitest";
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ResponseError,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver/node";
import { connect, folder, PULL, PUSH, start } from "./client.ts";
import { spawnServer } from "./server-process.ts";

const PARAMS: InitializeParams = { processId: null, rootUri: null, capabilities: PUSH, workspaceFolders: [] };
const HOVER = { textDocument: { uri: "file:///a.bizarch" }, position: { line: 0, character: 0 } };

/** The code that a request is refused with; undefined where it is answered. */
async function refusal(request: Promise<unknown>): Promise<number | undefined> {
  try {
    await request;
    return undefined;
  } catch (error) {
    if (error instanceof ResponseError) return error.code;
    throw error;
  }
}

test("before 'initialize' everything is refused, and heard nothing of", async () => {
  const { connection, server } = await connect();
  expect(await refusal(connection.sendRequest("textDocument/hover", HOVER))).toBe(-32002);
  expect(await refusal(connection.sendRequest("textDocument/hover"))).toBe(-32002);
  expect(await refusal(connection.sendRequest("no/such"))).toBe(-32002);
  expect(await refusal(connection.sendRequest("shutdown"))).toBe(-32002);
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri: "file:///a.bizarch", languageId: "bizarch", version: 1, text: "misson eat" },
  });
  await connection.sendRequest("initialize", PARAMS);
  expect(await connection.sendRequest("textDocument/hover", HOVER)).toBeNull();
  expect(server.stderr()).toBe("");
});

test("'initialize' comes once", async () => {
  const { connection } = await connect();
  await connection.sendRequest("initialize", PARAMS);
  expect(await refusal(connection.sendRequest("initialize", PARAMS))).toBe(-32600);
});

test("after 'shutdown' everything is refused, and 'exit' ends the process well", async () => {
  const { connection, server } = await connect();
  await connection.sendRequest("initialize", PARAMS);
  await connection.sendRequest("shutdown");
  expect(await refusal(connection.sendRequest("textDocument/hover", HOVER))).toBe(-32600);
  expect(await refusal(connection.sendRequest("no/such"))).toBe(-32600);
  expect(await refusal(connection.sendRequest("shutdown"))).toBe(-32600);
  await connection.sendNotification("exit");
  expect(await server.ended).toBe(0);
});

test("'exit' without 'shutdown' ends the process badly", async () => {
  const { connection, server } = await connect();
  await connection.sendRequest("initialize", PARAMS);
  await connection.sendNotification("exit");
  expect(await server.ended).toBe(1);
});

test("the process ends with its input", async () => {
  const { server } = await connect();
  server.process.stdin?.end();
  expect(await server.ended).toBe(1);
});

test("the process ends with its parent", async () => {
  const parent = await spawnServer();
  const { connection, server } = await connect();
  await connection.sendRequest("initialize", { ...PARAMS, processId: parent.process.pid ?? null });
  parent.process.kill();
  await parent.ended;
  expect(await server.ended).toBe(1);
});

test("what the server does not have is refused by name", async () => {
  const client = await start(PUSH, []);
  expect(await refusal(client.connection.sendRequest("textDocument/unheardOf", HOVER))).toBe(-32601);
  expect(await refusal(client.connection.sendRequest("$/unheardOf"))).toBe(-32601);
});

test("requests without a document or a place are refused, and the next ones answered", async () => {
  const client = await start(PUSH, []);
  const { connection } = client;
  const uri = "untitled:Untitled-1";
  await client.open(uri, "mission eat");
  expect(await refusal(connection.sendRequest("textDocument/hover"))).toBe(-32602);
  expect(await refusal(connection.sendRequest("textDocument/hover", {}))).toBe(-32602);
  expect(await refusal(connection.sendRequest("textDocument/hover", { textDocument: { uri } }))).toBe(-32602);
  expect(await refusal(connection.sendRequest("textDocument/hover", { textDocument: 7, position: 7 }))).toBe(
    -32602,
  );
  const position = { line: 0, character: 9 };
  expect(
    await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position }),
  ).not.toBeNull();
  const beyond = { line: 99, character: -5 };
  expect(
    await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: beyond }),
  ).not.toBe(7);
});

test("a broken notification is dropped, and the server goes on", async () => {
  const client = await start(PUSH, []);
  await client.connection.sendNotification("textDocument/didOpen", { textDocument: null });
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: "file:///never-opened.bizarch", version: 1 },
    contentChanges: [{ text: "x" }],
  });
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: "", type: 1 }],
  });
  expect(await client.connection.sendRequest("textDocument/hover", HOVER)).toBeNull();
  expect(await client.stop()).toBe(0);
});

test("bytes that are no message do not end the server", async () => {
  const client = await start(PUSH, []);
  client.server.process.stdin?.write("Content-Length: 5\r\n\r\n{oops");
  expect(await client.connection.sendRequest("textDocument/hover", HOVER)).toBeNull();
});

test("positions are in UTF-16, and it pulls or pushes, never both", async () => {
  const push = await start(PUSH, []);
  expect(push.answer.capabilities.positionEncoding).toBe("utf-16");
  expect(push.answer.capabilities.diagnosticProvider).toBeUndefined();
  const pull = await start(PULL, []);
  expect(pull.answer.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
  expect(pull.answer.serverInfo?.name).toBe("bizarch");
});

test("it speaks over the channel of a parent Node process too", async () => {
  const server = await spawnServer(["--node-ipc"]);
  const connection = createProtocolConnection(
    new IPCMessageReader(server.process),
    new IPCMessageWriter(server.process),
  );
  connection.listen();
  const answer = await connection.sendRequest<InitializeResult>("initialize", PARAMS);
  expect(answer.serverInfo?.name).toBe("bizarch");
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect(await server.ended).toBe(0);
  connection.dispose();
});

test("it asks to hear of files, where the client can tell", async () => {
  const client = await start(PUSH, [folder()]);
  await client.connection.sendRequest("textDocument/hover", HOVER);
  const options: unknown = client.registered[0]?.registerOptions;
  expect(client.registered.map(({ method }) => method)).toEqual(["workspace/didChangeWatchedFiles"]);
  expect(JSON.stringify(options)).toContain("**/*.bizarch");
  expect(JSON.stringify(options)).toContain("**/bizarch.json");
});
