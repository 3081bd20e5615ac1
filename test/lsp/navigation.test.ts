import { expect, test } from "vitest";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Location,
  SelectionRange,
  SymbolInformation,
  TypeHierarchyItem,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { folder, PULL, start } from "./client.ts";

const HOW =
  '/* 𝒳 */ tool pim "É𝒳" { category pim; serves g; link "https://exemple.fr" }\r\ntool shop {\r\n  category ecommerce\r\n}\r\nflow pim -> shop\r\n';

async function house() {
  const project = folder("//- why.bizarch crlf\nmission m\n// é𝒳\ngoal g { serves m }");
  project.write("how.bizarch", HOW);
  const client = await start(PULL, [project]);
  const uri = project.uriOf("how.bizarch");
  await client.open(uri, HOW);
  const document = TextDocument.create(uri, "bizarch", 1, HOW);
  const at = (word: string) => document.positionAt(HOW.indexOf(word));
  const ask = <R>(method: string, params: object) => client.connection.sendRequest<R>(method, params);
  return { project, uri, document, at, ask, textDocument: { uri } };
}

test("references and highlights, in UTF-16 columns, across files", async () => {
  const { ask, at, textDocument, document, uri, project } = await house();
  const found = await ask<Location[]>("textDocument/references", {
    textDocument,
    position: at("pim"),
    context: { includeDeclaration: true },
  });
  expect(found.map(({ range }) => document.getText(range))).toEqual(["pim", "pim"]);
  const goals = await ask<Location[]>("textDocument/references", {
    textDocument,
    position: at("g;"),
    context: { includeDeclaration: true },
  });
  expect(goals.map((one) => one.uri)).toEqual([project.uriOf("why.bizarch"), uri]);
  const marks = await ask<DocumentHighlight[]>("textDocument/documentHighlight", {
    textDocument,
    position: at("shop"),
  });
  expect(marks.map(({ kind }) => kind)).toEqual([3, 2]);
});

test("symbols of the workspace say where they are, of which kind, and whose", async () => {
  const { ask, uri } = await house();
  const [first] = await ask<SymbolInformation[]>("workspace/symbol", { query: "pim" });
  expect(first).toMatchObject({ name: "pim", containerName: "tool · É𝒳", location: { uri } });
  expect(first?.location.range.start).toEqual({ line: 0, character: 14 });
});

test("folds, selections and links", async () => {
  const { ask, at, textDocument, document } = await house();
  expect(await ask<FoldingRange[]>("textDocument/foldingRange", { textDocument })).toMatchObject([
    { startLine: 1, endLine: 2 },
  ]);
  const [selected, other] = await ask<SelectionRange[]>("textDocument/selectionRange", {
    textDocument,
    positions: [at("ecommerce"), at("É𝒳")],
  });
  expect(document.getText(selected?.range)).toBe("ecommerce");
  expect(document.getText(selected?.parent?.range)).toBe("category ecommerce");
  expect(document.getText(other?.range)).toBe("É𝒳");
  const [link] = await ask<DocumentLink[]>("textDocument/documentLink", { textDocument });
  expect(link).toMatchObject({ target: "https://exemple.fr" });
  expect(document.getText(link?.range)).toBe("https://exemple.fr");
});

test("calls are the way of the data; an item is known after an edit, and no more once it is gone", async () => {
  const { ask, at, textDocument, document, project } = await house();
  const [item] = await ask<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", {
    textDocument,
    position: at("shop"),
  });
  expect(item).toMatchObject({ name: "shop", detail: "tool" });
  const [call] = await ask<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item });
  expect(call?.from.name).toBe("pim");
  expect(call?.fromRanges.map((range) => document.getText(range))).toEqual(["shop"]);
  const [out] = await ask<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", {
    item: call?.from,
  });
  expect(out?.to.name).toBe("shop");
  const gone = { ...item, data: { name: "nobody" } };
  expect(await ask("callHierarchy/incomingCalls", { item: gone })).toBeNull();
  expect(
    await ask("callHierarchy/incomingCalls", { item: { ...item, uri: project.uriOf("no") } }),
  ).toBeNull();
});

test("types lead up to the mission, and down again", async () => {
  const { ask, at, textDocument } = await house();
  const [tool] = await ask<TypeHierarchyItem[]>("textDocument/prepareTypeHierarchy", {
    textDocument,
    position: at("pim"),
  });
  const [goal] = await ask<TypeHierarchyItem[]>("typeHierarchy/supertypes", { item: tool });
  const [mission] = await ask<TypeHierarchyItem[]>("typeHierarchy/supertypes", { item: goal });
  const down = await ask<TypeHierarchyItem[]>("typeHierarchy/subtypes", { item: goal });
  expect([tool?.name, goal?.name, mission?.name]).toEqual(["pim", "g", "m"]);
  expect(down.map(({ name }) => name)).toEqual(["pim"]);
});
