import { expect, test } from "vitest";
import type { Hover, WorkspaceEdit } from "vscode-languageserver/node";
import { requests } from "../../server/lsp/requests.ts";
import { connect, folder, start } from "./client.ts";
import { ask, startInProcess } from "./in-process.ts";
import { neededBy, paramsFor } from "./params.ts";

const URI = "untitled:a";
const TEXT =
  'mission eat "𝒳"\r\n/* 𝒳 */ tool pim "É𝒳" { category pim; accountable ofice }\r\nteam office { function data }\r\n';

const methods = requests.map(({ method }) => method);

test.each(methods)("%s, for a client that says nothing of itself", async (method) => {
  const { client, logged } = await startInProcess({});
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "bizarch", version: 1, text: TEXT },
  });
  const needed = await neededBy(client, method);
  const position = { line: 1, character: TEXT.split("\n")[1]?.indexOf("ofice") ?? 0 };
  const end = { ...position, character: position.character + 5 };
  const answer = await ask(client, method, paramsFor(needed, URI, position, { start: position, end }));
  const written = JSON.stringify(answer);
  expect(written).not.toContain('"documentChanges"');
  expect(written).not.toContain('"insertTextFormat":2');
  expect(written).not.toContain('"targetUri"');
  expect(logged).toEqual([]);
});

test("a client that can nothing is offered nothing that it has to register, and asked nothing", async () => {
  const project = folder("//- a.bizarch crlf\nmission eat\ngoal g { serves eet }");
  const client = await start({}, [project]);
  expect(client.answer.capabilities).not.toHaveProperty("diagnosticProvider");
  const found = await client.pushed(project.uriOf("a.bizarch"), (all) => all.length > 0);
  expect(found.map(({ code }) => code)).toContain("unknown-reference");
  expect(client.registered).toEqual([]);
  expect(client.logged).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test.each([
  { capabilities: {} },
  { capabilities: { textDocument: null, workspace: null }, clientInfo: null },
])("one that is greeted with %j answers", async (params) => {
  const { connection, server } = await connect();
  await connection.sendRequest("initialize", params);
  await connection.sendNotification("initialized", {});
  const textDocument = { uri: URI, languageId: "bizarch", version: 1, text: TEXT };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const question = { textDocument: { uri: URI }, position: { line: 2, character: 6 } };
  const hover = await connection.sendRequest<Hover>("textDocument/hover", question);
  expect(JSON.stringify(hover.contents)).toContain("office");
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect(await server.ended).toBe(0);
});

test("a cancellation that names nothing does no harm", async () => {
  const { client, burst } = await startInProcess({});
  burst([
    { method: "$/cancelRequest", params: { id: 4711 } },
    { method: "$/cancelRequest", params: {} },
    { method: "$/cancelRequest", params: { id: "x" } },
    { method: "$/setTrace", params: { value: "loud" } },
    { method: "$/unheardOf" },
  ]);
  expect(
    await ask(client, "textDocument/hover", {
      textDocument: { uri: URI },
      position: { line: 0, character: 0 },
    }),
  ).toEqual({
    result: null,
  });
});

test("edits of several documents name each once, for a client without versions", async () => {
  const { client } = await startInProcess({
    textDocument: {
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
    },
  });
  const textDocument = { uri: URI, languageId: "bizarch", version: 1, text: TEXT };
  await client.sendNotification("textDocument/didOpen", { textDocument });
  const at = { line: 1, character: TEXT.split("\n")[1]?.indexOf("ofice") ?? 0 };
  const params = { textDocument: { uri: URI }, range: { start: at, end: at }, context: { diagnostics: [] } };
  const [action] = await client.sendRequest<{ edit?: WorkspaceEdit }[]>("textDocument/codeAction", params);
  expect(Object.keys(action?.edit?.changes ?? {})).toEqual([URI]);
});
