import { expect, test } from "vitest";
import { requests } from "../../server/lsp/requests.ts";
import { ALL, ask, startInProcess } from "./in-process.ts";
import { neededBy, paramsFor } from "./params.ts";

const URI = "untitled:a";
const TEXT = 'mission eat "𝒳"\ntool pim { category pim; accountable ofice }\nteam office { function data }\n';

/** What no field can be. */
const RUBBISH: readonly unknown[] = [
  null,
  7,
  "x",
  true,
  [],
  {},
  [null],
  [7],
  { uri: 7 },
  { uri: null },
  { uri: "%%%:" },
  { uri: "" },
  { uri: "file://[" },
  { line: "0", character: 0 },
  { line: 1.5, character: 0 },
  { line: -1, character: -1 },
  { line: 1e308, character: 1e308 },
  { start: 7, end: 7 },
  { start: { line: 0, character: 0 } },
  { diagnostics: 7 },
  { diagnostics: [null], only: 7 },
  { __proto__: null, constructor: 7 },
];

const methods = requests.map(({ method }) => method);

test.each(methods)("%s answers rubbish, or says that it is rubbish", async (method) => {
  const { client, logged } = await startInProcess(ALL);
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "bizarch", version: 1, text: TEXT },
  });
  const needed = await neededBy(client, method);
  const place = { line: 1, character: 40 };
  const good = paramsFor(needed, URI, place, { start: place, end: place });
  const bad = [...needed, "context", "options", "data", "item", "previousResultIds"].flatMap((name) =>
    RUBBISH.map((rubbish) => ({ ...good, [name]: rubbish })),
  );
  for (const params of [undefined, [], {}, [7], [7, 8, 9], [null], ...RUBBISH.map((one) => [one]), ...bad]) {
    const answer = await ask(client, method, params);
    if ("refused" in answer) expect([method, params, answer.refused]).not.toEqual([method, params, -32603]);
  }
  // A request that needs nothing but its document does not look at its place.
  for (const name of needed) {
    const answer = await ask(client, method, { ...good, [name]: [[null]] });
    expect([method, name, answer]).toMatchObject([method, name, { refused: -32602 }]);
  }
  expect(await ask(client, method, good)).not.toMatchObject({ refused: -32602 });
  expect(logged).toEqual([]);
});

test("notifications that are rubbish are dropped", async () => {
  const { client } = await startInProcess(ALL);
  const notifications = ["didOpen", "didChange", "didSave", "didClose"].map((name) => `textDocument/${name}`);
  const others = ["didChangeWatchedFiles", "didChangeWorkspaceFolders", "didChangeConfiguration"];
  for (const method of [...notifications, ...others.map((name) => `workspace/${name}`)]) {
    for (const rubbish of [{}, ...RUBBISH]) {
      const document = { textDocument: rubbish, contentChanges: rubbish, changes: rubbish, event: rubbish };
      await client.sendNotification(method, document);
    }
  }
  const text = "mission eat";
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "bizarch", version: 1, text },
  });
  for (const contentChanges of [[7], [null], [{}], [{ range: 7, text: "x" }], [{ text: 7 }]]) {
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges,
    });
  }
  const question = { textDocument: { uri: URI }, position: { line: 0, character: 8 } };
  expect(await ask(client, "textDocument/hover", question)).toHaveProperty("result.contents");
});
