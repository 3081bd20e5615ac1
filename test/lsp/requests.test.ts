import { expect, test } from "vitest";
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  LocationLink,
  Range,
  TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { folder, PULL, start, type Client } from "./client.ts";

/** A client that can all that the server makes use of. */
const ALL: ClientCapabilities = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    ...PULL.textDocument,
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
};

const TEXT =
  'mission eat "𝒳 mange"\r\n/* 𝒳 */ tool pim "É𝒳" { category crm; accountable ofice }\r\nteam office { function data }\r\n';

/** A document that the client has open, and where a word stands in it. */
async function opened(client: Client, uri: string, text = TEXT) {
  await client.open(uri, text);
  const document = TextDocument.create(uri, "bizarch", 1, text);
  const at = (word: string) => document.positionAt(text.indexOf(word));
  return {
    textDocument: { uri },
    at,
    textOf: (range: Range | undefined) => (range ? document.getText(range) : ""),
  };
}

test("positions count UTF-16 units, behind what needs two of them", async () => {
  const client = await start(ALL, []);
  const { textDocument, at, textOf } = await opened(client, "untitled:a");
  const hover = await client.connection.sendRequest<Hover>("textDocument/hover", {
    textDocument,
    position: at("pim"),
  });
  expect(textOf(hover.range)).toBe("pim");
  expect(JSON.stringify(hover.contents)).toContain("**É𝒳** `pim`");
});

test("hover for a client that knows no Markdown", async () => {
  const client = await start({ textDocument: { hover: { contentFormat: ["plaintext"] } } }, []);
  const { textDocument, at } = await opened(client, "untitled:a");
  const hover = await client.connection.sendRequest<Hover>("textDocument/hover", {
    textDocument,
    position: at("pim"),
  });
  expect(hover.contents).toMatchObject({ kind: "plaintext" });
  expect(JSON.stringify(hover.contents)).not.toContain("**");
});

test("definitions, as links where the client can", async () => {
  const project = folder("//- a.bizarch crlf\n// é𝒳\nteam office { function data }");
  const client = await start(ALL, [project]);
  const uri = project.uriOf("b.bizarch");
  const text = "tool pim { category pim; accountable office }";
  const { textDocument, at, textOf } = await opened(client, uri, text);
  const ask = { textDocument, position: at("office") };
  const [link] = await client.connection.sendRequest<LocationLink[]>("textDocument/definition", ask);
  expect(link?.targetUri).toBe(project.uriOf("a.bizarch"));
  expect(link?.targetSelectionRange).toEqual({
    start: { line: 1, character: 5 },
    end: { line: 1, character: 11 },
  });
  expect(textOf(link?.originSelectionRange)).toBe("office");
  const plain = await start(PULL, [project]);
  await plain.open(uri, text);
  expect(await plain.connection.sendRequest("textDocument/definition", ask)).toEqual({
    uri: project.uriOf("a.bizarch"),
    range: link?.targetSelectionRange,
  });
});

test("completion replaces the word, with a snippet where the client can", async () => {
  const client = await start(ALL, []);
  const text = "mission eat\r\ngo";
  const { textDocument } = await opened(client, "untitled:a", text);
  const position = { line: 1, character: 2 };
  const ask = { textDocument, position };
  const items = await client.connection.sendRequest<CompletionItem[]>("textDocument/completion", ask);
  const goal = items.find(({ label }) => label === "goal");
  expect(goal?.textEdit).toEqual({
    range: { start: { line: 1, character: 0 }, end: position },
    newText: 'goal ${1:id} "${2:Title}" {\n  serves ${3}$0\n}',
  });
  expect(goal?.insertTextFormat).toBe(2);
  const plain = await start(PULL, []);
  await plain.open("untitled:a", text);
  const words = await plain.connection.sendRequest<CompletionItem[]>("textDocument/completion", ask);
  expect(words.find(({ label }) => label === "goal")?.textEdit?.newText).toBe("goal");
});

test("symbols, nested where the client can", async () => {
  const client = await start(ALL, []);
  const text = "domain d {\n  entity E { sku: id }\n}";
  const { textDocument } = await opened(client, "untitled:a", text);
  const [domain] = await client.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument,
  });
  expect(domain?.children?.[0]?.children?.[0]).toMatchObject({ name: "sku", detail: "id" });
  const plain = await start(PULL, []);
  await plain.open("untitled:a", text);
  expect(await plain.connection.sendRequest("textDocument/documentSymbol", { textDocument })).toMatchObject([
    { name: "d" },
    { name: "E", containerName: "d" },
    { name: "sku", containerName: "E" },
  ]);
});

test("a quick fix carries its diagnostic, and an edit for this version of the document", async () => {
  const client = await start(ALL, []);
  const { textDocument, at, textOf } = await opened(client, "untitled:a");
  const range = { start: at("ofice"), end: at("ofice") };
  const ask = { textDocument, range, context: { diagnostics: [] } };
  const [first, second] = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", ask);
  expect(first).toMatchObject({ title: "Write 'office'", kind: "quickfix", isPreferred: true });
  expect(second).toMatchObject({ title: "Declare a team 'ofice'", isPreferred: false });
  const [diagnostic]: readonly Diagnostic[] = first?.diagnostics ?? [];
  expect(diagnostic).toMatchObject({ code: "unknown-reference", source: "bizarch", severity: 1 });
  expect(diagnostic?.codeDescription?.href).toBe(
    "https://github.com/bizarch/bizarch/blob/main/docs/rules/unknown-reference.md",
  );
  expect(textOf(diagnostic?.range)).toBe("ofice");
  expect(first?.edit?.documentChanges).toMatchObject([
    { textDocument: { uri: "untitled:a", version: 1 }, edits: [{ newText: "office" }] },
  ]);
  const sources = { ...ask, context: { diagnostics: [], only: ["source"] } };
  expect(await client.connection.sendRequest("textDocument/codeAction", sources)).toEqual([]);
});

/** What the client's own options would make of it if they counted. */
const TABS = { tabSize: 8, insertSpaces: false, trimFinalNewlines: false };
const UGLY = 'tool  É𝒳 "𝒳"{\r\n category   pim\r\n}\r\ntool   b';

test("a document is formatted in the one layout, whatever the editor would like", async () => {
  const client = await start(ALL, []);
  const { textDocument } = await opened(client, "untitled:a", UGLY);
  const document = TextDocument.create("untitled:a", "bizarch", 1, UGLY);
  const ask = { textDocument, options: TABS };
  const edits = await client.connection.sendRequest<TextEdit[]>("textDocument/formatting", ask);
  const tidy = 'tool É𝒳 "𝒳" {\r\n  category pim\r\n}\r\ntool b\r\n';
  expect(TextDocument.applyEdits(document, edits)).toBe(tidy);
  expect(edits.every(({ range }) => range.start.line === range.end.line)).toBe(true);
  await client.open("untitled:b", tidy);
  const again = { textDocument: { uri: "untitled:b" }, options: TABS };
  expect(await client.connection.sendRequest("textDocument/formatting", again)).toEqual([]);
});

test("a range is formatted, and nothing around it", async () => {
  const client = await start(ALL, []);
  const { textDocument, at } = await opened(client, "untitled:a", UGLY);
  const range = { start: at("category"), end: at("pim") };
  const ask = { textDocument, range, options: TABS };
  expect(await client.connection.sendRequest("textDocument/rangeFormatting", ask)).toEqual([
    { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 1 } }, newText: " " },
    { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 12 } }, newText: "" },
  ]);
});

test("what is typed is formatted behind the cursor", async () => {
  const client = await start(ALL, []);
  const { textDocument } = await opened(client, "untitled:a", UGLY);
  const typed = (ch: string, line: number, character: number) =>
    client.connection.sendRequest<TextEdit[]>("textDocument/onTypeFormatting", {
      textDocument,
      position: { line, character },
      ch,
      options: TABS,
    });
  expect(await typed("\n", 1, 0)).toMatchObject([{ newText: "" }, { newText: " " }]);
  expect((await typed("}", 2, 1)).map(({ range }) => range.start.line)).toEqual([0, 0, 1, 1]);
  expect(await typed(";", 2, 1)).toEqual([]);
});

test("the settings of a project are not formatted as an architecture", async () => {
  const project = folder('//- bizarch.json\n{  "name":   "x"  }\n//- a.bizarch\nmission eat');
  const client = await start(ALL, [project]);
  const textDocument = { uri: project.uriOf("bizarch.json") };
  const ask = { textDocument, options: TABS };
  expect(await client.connection.sendRequest("textDocument/formatting", ask)).toBeNull();
});

test("a document of no project has no answers", async () => {
  const project = folder('//- bizarch.json\n{ "exclude": ["a.bizarch"] }\n//- a.bizarch\nmission eat');
  const client = await start(ALL, [project]);
  const ask = { textDocument: { uri: project.uriOf("a.bizarch") }, position: { line: 0, character: 9 } };
  for (const method of ["hover", "completion", "definition", "documentSymbol", "formatting"]) {
    expect(await client.connection.sendRequest(`textDocument/${method}`, ask)).toBeNull();
  }
  expect(await client.connection.sendRequest("bizarch/view", ask)).toBeNull();
});

test("the server writes nothing but messages", async () => {
  const client = await start(ALL, [folder("//- a.bizarch\nmisson eat")]);
  expect(await client.stop()).toBe(0);
  expect(client.server.stderr()).toBe("");
  expect(client.logged).toEqual([]);
});

test("a rename is versioned, over files; a refusal has its reason, in the language of the project", async () => {
  const project = folder(
    '//- bizarch.json\n{ "locale": "fr" }\n//- a.bizarch crlf\n// é𝒳\nteam office { function data }',
  );
  const client = await start(ALL, [project], {
    capabilities: { ...ALL, textDocument: { ...ALL.textDocument, rename: { prepareSupport: true } } },
  });
  expect(client.answer.capabilities.renameProvider).toEqual({ prepareProvider: true });
  const uri = project.uriOf("b.bizarch");
  const { textDocument, at, textOf } = await opened(
    client,
    uri,
    "tool pim { category pim; accountable office }",
  );
  const ask = { textDocument, position: at("office") };
  const prepared = await client.connection.sendRequest<{ range: Range; placeholder: string }>(
    "textDocument/prepareRename",
    ask,
  );
  expect([textOf(prepared.range), prepared.placeholder]).toEqual(["office", "office"]);
  const edit = await client.connection.sendRequest("textDocument/rename", { ...ask, newName: "bureau" });
  expect(edit).toMatchObject({
    documentChanges: [
      { textDocument: { uri: project.uriOf("a.bizarch"), version: null }, edits: [{ newText: "bureau" }] },
      { textDocument: { uri, version: 1 }, edits: [{ newText: "bureau" }] },
    ],
  });
  const refusal = client.connection.sendRequest("textDocument/rename", { ...ask, newName: "pim" });
  await expect(refusal).rejects.toThrow("déjà pris");
  await expect(refusal).rejects.toMatchObject({ code: -32803 });
});
