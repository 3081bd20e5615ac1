import { expect, test } from "vitest";
import type { ClientCapabilities, CompletionItem, CompletionList } from "vscode-languageserver/node";
import { startInProcess } from "./in-process.ts";

const URI = "file:///project/a.bizarch";

const MODERN: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        resolveSupport: { properties: ["documentation"] },
      },
      completionList: { itemDefaults: ["editRange"] },
    },
  },
};

const WORLD =
  '/* 𝒳 */ domain référentiel "𝒳 *Réf*" core { entity Foyer }\r\n/// Who *pays*.\r\ndomain other\r\n/* 𝒳 */ tool t { category crm; owns ref|other }\r\n';

async function completed(capabilities: ClientCapabilities, marked: string) {
  const { client } = await startInProcess(capabilities);
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "bizarch", version: 1, text },
  });
  const lines = text.slice(0, offset).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const answer = await client.sendRequest<CompletionItem[] | CompletionList>("textDocument/completion", {
    textDocument: { uri: URI },
    position,
  });
  const items = Array.isArray(answer) ? answer : answer.items;
  const named = (label: string): CompletionItem => {
    const found = items.find((item) => item.label === label);
    if (!found) throw new Error(`'${label}' is not offered.`);
    return found;
  };
  const resolve = (item: CompletionItem) =>
    client.sendRequest<CompletionItem>("completionItem/resolve", item);
  return { answer, items, named, resolve, position };
}

test("what is found without accents and by its last part, and replaced whole or up to the cursor", async () => {
  const { answer, named, position } = await completed(MODERN, WORLD);
  const start = { ...position, character: position.character - "ref".length };
  const end = { ...position, character: position.character + "other".length };
  expect(answer).toMatchObject({
    isIncomplete: false,
    itemDefaults: { editRange: { insert: { start, end: position }, replace: { start, end } } },
  });
  expect(named("référentiel")).toMatchObject({
    filterText: "referentiel référentiel",
    textEditText: "référentiel",
    labelDetails: { description: "domain · 𝒳 *Réf*" },
  });
  expect(named("référentiel.Foyer").filterText).toBe("referentiel.foyer référentiel.Foyer Foyer");
  expect(named("other")).not.toHaveProperty("filterText");
});

test("about an element all is told when somebody looks, as the hover tells it", async () => {
  const { named, resolve } = await completed(MODERN, WORLD);
  const item = named("référentiel");
  expect(item).not.toHaveProperty("documentation");
  const resolved = await resolve(item);
  expect(resolved).toMatchObject({ label: "référentiel", documentation: { kind: "markdown" } });
  expect(JSON.stringify(resolved.documentation)).toContain("𝒳 \\\\*Réf\\\\*");
});

test.each([
  undefined,
  null,
  7,
  "x",
  {},
  { uri: URI },
  { uri: URI, name: "gone" },
  { uri: "%%%:", name: "x" },
])("what is asked again with %j comes back as it is", async (data) => {
  const { resolve } = await completed(MODERN, WORLD);
  const item = { label: "other", data };
  expect(await resolve(item)).toEqual(JSON.parse(JSON.stringify(item)));
});

test("a client that can little gets a list, words and what an element says of itself", async () => {
  const { answer, named, position } = await completed({}, WORLD);
  expect(Array.isArray(answer)).toBe(true);
  const start = { ...position, character: position.character - "ref".length };
  const end = { ...position, character: position.character + "other".length };
  expect(named("other")).toMatchObject({
    detail: "domain",
    documentation: { value: "Who *pays*." },
    textEdit: { range: { start, end }, newText: "other" },
  });
  expect(named("other")).not.toHaveProperty("data");
});

test("the only one that fits is chosen beforehand", async () => {
  const { items } = await completed({}, "team a { function it }\nteam b { function it; reports-to | }");
  expect(items.map(({ label, preselect }) => [label, preselect])).toEqual([["a", true]]);
  const more = await completed({}, "flow a -> b { mode | }");
  expect(more.items.every((item) => !("preselect" in item))).toBe(true);
});

test("a list of choices in a snippet is one for the client to show", async () => {
  const { named } = await completed(MODERN, "sta|");
  expect(named("stakeholder").textEditText).toBe(
    'stakeholder ${1:id} "${2:Title}" {\n  kind ${3|customer,employee,supplier,partner,shareholder,citizen,regulator,competitor|}$0\n}',
  );
  const plain = await completed({}, "sta|");
  expect(plain.named("stakeholder").textEdit?.newText).toBe("stakeholder");
});

test("of very many only the likeliest that hold what was typed are sent, and more when more is typed", async () => {
  const many = Array.from({ length: 2000 }, (_, index) => `team team-${index} { function data }`).join("\n");
  const first = await completed(MODERN, `${many}\ntool t { category crm; accountable | }`);
  expect(first.answer).toMatchObject({ isIncomplete: true });
  expect(first.items.length).toBe(300);
  const typed = await completed(MODERN, `${many}\ntool t { category crm; accountable tm19|9 }`);
  expect(typed.items.map(({ label }) => label)).toContain("team-1999");
  expect(typed.items.every(({ label }) => /t.*m.*1.*9/.test(label))).toBe(true);
});
