import { expect, test } from "vitest";
import type { CodeLens, InlayHint, SemanticTokens } from "vscode-languageserver/node";
import { preferencesIn } from "../../server/lsp/preferences.ts";
import { PULL, start } from "./client.ts";

const TEXT =
  '/* 𝒳 */ domain données "𝒳" {\r\n  entity Élève personal\r\n}\r\ntool sis { category erp; owns données; status legacy }\r\n';
const textDocument = { uri: "untitled:a" };
const ALL = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

test("tokens are relative, in UTF-16 units, of the types that the server says it has", async () => {
  const client = await start(PULL, []);
  await client.open("untitled:a", TEXT);
  expect(client.answer.capabilities.semanticTokensProvider).toMatchObject({
    legend: { tokenTypes: ["wall", "partition"], tokenModifiers: ["declaration", "personal", "deprecated"] },
  });
  const ask = (method: string, params: object) =>
    client.connection.sendRequest<SemanticTokens>(`textDocument/semanticTokens/${method}`, params);
  const { data } = await ask("full", { textDocument });
  expect(data).toEqual([0, 16, 7, 0, 1, 1, 9, 5, 0, 3, 2, 5, 3, 1, 5, 0, 25, 7, 0, 0]);
  const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
  expect((await ask("range", { textDocument, range })).data).toEqual([1, 9, 5, 0, 3]);
});

test("hints lead to what they name, and go where nobody wants them", async () => {
  const client = await start(PULL, []);
  await client.open("untitled:a", TEXT);
  const ask = () =>
    client.connection.sendRequest<InlayHint[]>("textDocument/inlayHint", { textDocument, range: ALL });
  const [hint] = await ask();
  expect(hint).toMatchObject({
    position: { line: 1, character: 23 },
    label: [
      { value: "in sis", location: { uri: "untitled:a", range: { start: { line: 3, character: 5 } } } },
    ],
  });
  await client.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { bizarch: { inlayHints: { systemOfRecord: false } } },
  });
  expect(await ask()).toEqual([]);
});

test("lenses lead somewhere only for a client that follows them", async () => {
  const own = await start(PULL, [], { initializationOptions: { followsLenses: true } });
  const other = await start(PULL, [], {
    initializationOptions: { settings: { codeLens: { enabled: true } }, today: "2026-06-30" },
  });
  for (const client of [own, other]) await client.open("untitled:a", TEXT);
  const method = "textDocument/codeLens";
  const followed = await own.connection.sendRequest<CodeLens[]>(method, { textDocument });
  const [first] = followed;
  expect(first?.command).toMatchObject({
    title: "owned by sis",
    command: "bizarch.followLens",
    arguments: [{ to: "element", places: [{ uri: "untitled:a" }] }],
  });
  const told = await other.connection.sendRequest<CodeLens[]>(method, { textDocument });
  expect(told.map(({ command }) => command?.command)).toEqual(["", ""]);
  expect(told[0]?.command?.title).toMatch(/^owned by sis/);
});

test("settings that make no sense are as if they were not said", () => {
  const ordinary = preferencesIn(undefined);
  for (const settings of [null, 7, "x", [], { bizarch: 7 }, { bizarch: { codeLens: { enabled: "no" } } }])
    expect(preferencesIn(settings)).toEqual(ordinary);
  expect(preferencesIn({ bizarch: { codeLens: { enabled: false } } }).codeLens).toBe(false);
  expect(preferencesIn({ inlayHints: { accountable: true } }).inlayHints.accountable).toBe(true);
});
