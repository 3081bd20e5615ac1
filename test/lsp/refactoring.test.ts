import { describe, expect, test } from "vitest";
import type { ClientCapabilities, Diagnostic, WorkspaceEdit } from "vscode-languageserver/node";
import type { RefactorParams } from "../../server/lsp/protocol.ts";
import { ask, startInProcess } from "./in-process.ts";

interface Action {
  readonly title: string;
  readonly kind?: string;
  readonly edit?: WorkspaceEdit;
  readonly data?: RefactorParams;
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
}

const A = "file:///project/a.bizarch";
const B = "file:///project/b.bizarch";

const TEXT = `/* 𝒳 */ tool é|tal { category crm; owns d }\r
tool pim { category crm; reads d }\r
flow étal -> pim { carries d }\r
domain d core\r
`;

function literal(more: object) {
  return {
    codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor"] } },
    ...more,
  };
}

const PLAIN: ClientCapabilities = { textDocument: { codeAction: literal({}) } };

const MODERN: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  textDocument: {
    codeAction: literal({ dataSupport: true, resolveSupport: { properties: ["edit"] } }),
  },
};

async function open(capabilities: ClientCapabilities) {
  const { client, logged } = await startInProcess(capabilities);
  const offset = TEXT.indexOf("|");
  const position = { line: 0, character: offset };
  const range = { start: position, end: position };
  const textDocument = { uri: A };
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: A, languageId: "bizarch", version: 7, text: TEXT.replace("|", "") },
  });
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: B, languageId: "bizarch", version: 3, text: "tool b { category erp }\n" },
  });
  const actions = (context: object = {}, at = range) =>
    client.sendRequest<Action[]>("textDocument/codeAction", {
      textDocument,
      range: at,
      context: { diagnostics: [], ...context },
    });
  const titled = async (title: RegExp): Promise<Action> => {
    const all = await actions({ only: ["refactor"] });
    const found = all.find((action) => title.test(action.title));
    if (!found) throw new Error(`Not among ${all.map((action) => action.title).join("; ")}`);
    return found;
  };
  const edit = () =>
    client.sendNotification("textDocument/didChange", {
      textDocument: { uri: A, version: 8 },
      contentChanges: [{ text: "// else\r\n" }],
    });
  return { client, logged, textDocument, range, actions, titled, edit };
}

describe("in the light bulb", () => {
  test("each bears its kind, and one kind may be asked for", async () => {
    const { actions } = await open(MODERN);
    const all = await actions();
    const kinds = all.map(({ kind, title }) => [kind, title]);
    expect(kinds.filter(([kind]) => kind?.startsWith("refactor"))).toEqual([
      ["refactor.move", "Move tool 'étal' to b.bizarch"],
      ["refactor.move", "Move tool 'étal' to a new file, étal.bizarch"],
      ["refactor.rewrite", "Make a system of record for 'd' ('d-records'), which 'étal' reads"],
      ["refactor.rewrite", "Merge tool 'étal' into 'pim'"],
      ["refactor.rewrite", "Retire tool 'étal', with its flows and reads"],
      ["refactor.move", "Split a.bizarch by storey, into what.bizarch, how.bizarch"],
    ]);
    const only = await actions({ only: ["refactor.rewrite"] });
    expect(new Set(only.map(({ kind }) => kind))).toEqual(new Set(["refactor.rewrite"]));
    expect(await actions({ only: ["refactor.inline"] })).toEqual([]);
  });

  test("unasked, where an element is named or something is selected", async () => {
    const { actions } = await open(MODERN);
    const at = (line: number, character: number, end = character) => ({
      start: { line, character },
      end: { line, character: end },
    });
    const isOffered = async (range: ReturnType<typeof at>, context: object) =>
      (await actions(context, range)).some(({ kind }) => kind?.startsWith("refactor"));
    const unasked = { triggerKind: 2 };
    expect(await isOffered(at(1, 6), unasked)).toBe(true);
    expect(await isOffered(at(1, 20), unasked)).toBe(false);
    expect(await isOffered(at(1, 20, 23), unasked)).toBe(true);
    expect(await isOffered(at(1, 20), { triggerKind: 1 })).toBe(true);
    expect(await isOffered(at(1, 20), {})).toBe(true);
  });

  test("the changes are told when it is chosen, and a new file is made", async () => {
    const { client, titled } = await open(MODERN);
    const action = await titled(/new file/);
    expect(action).not.toHaveProperty("edit");
    const origin = { line: 0, character: 0 };
    const none = { start: origin, end: origin };
    const resolved = await client.sendRequest<Action>("codeAction/resolve", action);
    expect(resolved.edit?.documentChanges).toEqual([
      { kind: "create", uri: "file:///project/%C3%A9tal.bizarch" },
      {
        textDocument: { uri: "file:///project/%C3%A9tal.bizarch", version: null },
        edits: [{ range: none, newText: "/* 𝒳 */ tool étal { category crm; owns d }\r\n" }],
      },
      {
        textDocument: { uri: A, version: 7 },
        edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: "" }],
      },
    ]);
  });

  test("they are told at once to who cannot ask later, but for those that make a file", async () => {
    const { actions } = await open(PLAIN);
    const all = (await actions()).filter(({ kind }) => kind?.startsWith("refactor"));
    expect(all.map(({ title }) => title)).toEqual([
      "Move tool 'étal' to b.bizarch",
      "Make a system of record for 'd' ('d-records'), which 'étal' reads",
      "Merge tool 'étal' into 'pim'",
      "Retire tool 'étal', with its flows and reads",
    ]);
    for (const { edit } of all) expect(Object.keys(edit?.changes ?? {})).toContain(A);
  });

  test("our own client asks for them itself, and for what there is to tell", async () => {
    const { titled, client } = await open(MODERN);
    const { command, edit, data } = await titled(/^Retire/);
    expect([command, edit]).toEqual([undefined, undefined]);
    const done = await client.sendRequest<{ edit: WorkspaceEdit; notes: unknown }>("bizarch/refactor", data);
    expect(done.edit.documentChanges).toMatchObject([{ textDocument: { uri: A, version: 7 } }]);
    expect(done.notes).toEqual([
      { message: "'d' has no system of record any more.", element: "d" },
      { message: "'pim' no longer gets 'd'.", element: "pim" },
    ]);
  });
});

describe("what is out of date", () => {
  test("an action that was offered for another text has no changes", async () => {
    const { client, titled, edit } = await open(MODERN);
    const action = await titled(/^Retire/);
    await edit();
    expect(await ask(client, "codeAction/resolve", action)).toMatchObject({ refused: -32801 });
  });

  test("nor has what our own client asks for", async () => {
    const { client, titled, edit } = await open(MODERN);
    const { data } = await titled(/^Retire/);
    await edit();
    const answer = await ask(client, "bizarch/refactor", data);
    expect(answer).toMatchObject({ refused: -32801 });
  });

  test("what came back as something else stays as it is", async () => {
    const { client, titled, logged } = await open(MODERN);
    const action = await titled(/^Retire/);
    const uri = "file:///elsewhere.bizarch";
    for (const data of [
      undefined,
      1,
      {},
      { ...action.data, range: 1 },
      { ...action.data, textDocument: { uri } },
    ]) {
      const sent = { ...action, data };
      const { result } = { result: undefined, ...(await ask(client, "codeAction/resolve", sent)) };
      expect(result).toEqual(JSON.parse(JSON.stringify(sent)));
    }
    const unknown = { ...action, data: { ...action.data, refactoring: "x" } };
    expect(await ask(client, "codeAction/resolve", unknown)).toEqual({
      refused: -32803,
      message: "There is no refactoring 'x'.",
    });
    expect(logged).toEqual([]);
  });
});

describe("as a command", () => {
  test("what there is to choose, what may be typed, and why not", async () => {
    const { client, textDocument, range } = await open(MODERN);
    const question = (refactoring: string, choice?: string) =>
      client.sendRequest("bizarch/refactoring", { textDocument, range, refactoring, choice });
    expect(await question("moveStatement", "x.txt")).toEqual({
      prompt: "The file to move tool 'étal' to",
      choices: [
        { id: "b.bizarch", label: "b.bizarch" },
        { id: "étal.bizarch", label: "étal.bizarch", detail: "new file" },
      ],
      free: { prompt: "A path in this architecture that ends in .bizarch", suggested: "étal.bizarch" },
      flaw: "'x.txt' is no file of this architecture: write a path in its folder that ends in .bizarch and that bizarch.json does not exclude.",
    });
    expect(await question("moveStatement", "x.bizarch")).not.toHaveProperty("flaw");
    expect(await question("extractDomain")).toEqual({
      refused: "Put the cursor in an entity, or select several of one domain.",
    });
    expect(await question("x")).toEqual({ refused: "There is no refactoring 'x'." });
  });

  test("who cannot make a file is told what to do", async () => {
    const { client, textDocument, range } = await open(PLAIN);
    const params = { textDocument, range, refactoring: "moveStatement", choice: "x.bizarch" };
    expect(await client.sendRequest("bizarch/refactor", params)).toEqual({
      refused:
        "This would make a new file, which this editor cannot. Make an empty one first, and choose it.",
    });
  });
});

test("a repair of two findings is offered once, and is said to be that of both", async () => {
  const { client } = await startInProcess(MODERN);
  const text =
    "domain d core { accountable o }\nteam o { function data }\nteam m { function marketing }\ntool erp { category erp; accountable o; owns d }\ntool crm { category crm; accountable m; owns d }\n";
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: A, languageId: "bizarch", version: 1, text },
  });
  const position = { line: 4, character: text.split("\n")[4]?.lastIndexOf("d }") ?? 0 };
  const all = await client.sendRequest<(Action & { readonly diagnostics: readonly Diagnostic[] })[]>(
    "textDocument/codeAction",
    {
      textDocument: { uri: A },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ["quickfix"] },
    },
  );
  const found = all.map(({ title, diagnostics }) => [title, diagnostics.map(({ code }) => code)]);
  expect(found.filter(([title]) => title === "Let 'erp' own 'd', and 'crm' read it")).toEqual([
    ["Let 'erp' own 'd', and 'crm' read it", ["marketing-tool-owns-core-data", "two-systems-of-record"]],
  ]);
});
