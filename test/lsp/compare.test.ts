import { expect, test } from "vitest";
import type {
  BaseState,
  ComparedItem,
  ComparedProject,
  CompareResult,
  CompareViewResult,
} from "../../server/lsp/compare-protocol.ts";
import { folder, PULL, start, type Client, type Folder } from "./client.ts";
import { ask } from "./in-process.ts";

const SHOP = `//- bizarch.json
{ "name": "Shop", "profile": "starter" }
//- a.bizarch
mission feed
tool till { category pos; lifespan 10y }
//- b.bizarch
tool oven { category erp }
`;

const base = (shop: Folder, files: BaseState["files"]): BaseState => ({
  name: "main",
  head: "Working Tree",
  root: shop.uri,
  files,
});

async function compared(client: Client, state: BaseState): Promise<readonly ComparedProject[]> {
  return (await client.connection.sendRequest<CompareResult>("bizarch/compare", { base: state })).projects;
}

/** The names of all lines about elements, with their signs. */
function lines({ chapters }: ComparedProject): readonly string[] {
  const all = (items: readonly ComparedItem[]): readonly ComparedItem[] =>
    items.flatMap((item) => [item, ...all(item.items)]);
  const storeys = chapters.filter(({ id }) => ["why", "what", "how", "meta"].includes(id));
  return storeys.flatMap(({ items }) => all(items).map(({ sign, label }) => `${sign} ${label}`));
}

test("what changed since a base: texts replaced, restored and left out, with places on both sides", async () => {
  const shop = folder(SHOP);
  const client = await start(PULL, [shop]);
  const was = 'mission feed "Feed"\n\ntool till { category pos; lifespan 3y }\n';
  const [project] = await compared(
    client,
    base(shop, [
      { uri: shop.uriOf("a.bizarch"), text: was },
      { uri: shop.uriOf("b.bizarch") },
      { uri: shop.uriOf("gone.bizarch"), text: "tool mixer { category bi }" },
    ]),
  );
  if (!project) throw new Error("Nothing was compared.");
  expect(project.project).toEqual({ uri: shop.uri, name: "Shop" });
  expect(lines(project)).toEqual([
    "changed feed",
    "removed title Feed",
    "removed mixer",
    "added oven",
    "changed till",
    "changed lifespan 3y → 10y",
  ]);
  const how = project.chapters.find(({ id }) => id === "how");
  expect(how?.items.map(({ base: old, head }) => [old, head])).toEqual([
    [{ uri: shop.uriOf("gone.bizarch"), range: range(0, 5, 10) }, undefined],
    [undefined, { uri: shop.uriOf("b.bizarch"), range: range(0, 5, 9) }],
    [
      { uri: shop.uriOf("a.bizarch"), range: range(2, 5, 9) },
      { uri: shop.uriOf("a.bizarch"), range: range(1, 5, 9) },
    ],
  ]);
  expect(project.marks.map(({ uri, from, to, change }) => [uri, from, to, change])).toEqual([
    [shop.uriOf("a.bizarch"), 0, 0, "changed"],
    [shop.uriOf("b.bizarch"), 0, 0, "added"],
    [shop.uriOf("a.bizarch"), 1, 1, "changed"],
  ]);
});

test("an edit that nobody has saved is compared, and one that changes the layout alone is no change", async () => {
  const shop = folder(SHOP);
  const client = await start(PULL, [shop]);
  expect(await compared(client, base(shop, []))).toEqual([]);
  const edited = "// why\nmission   feed\ntool till {\n  category pos\n  lifespan 10y\n}\n";
  await client.open(shop.uriOf("a.bizarch"), edited);
  const [layout] = await compared(client, base(shop, []));
  expect(layout).toMatchObject({ isEmpty: true, chapters: [], marks: [] });
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: shop.uriOf("a.bizarch"), version: 2 },
    contentChanges: [{ text: edited.replace("10y", "3y") }],
  });
  const [project] = await compared(client, base(shop, []));
  expect(project && lines(project)).toEqual(["changed till", "changed lifespan 10y → 3y"]);
  expect(project?.isEmpty).toBe(false);
});

test("a base of nothing, and one that is broken, are compared as far as they go", async () => {
  const shop = folder(SHOP);
  const client = await start(PULL, [shop]);
  const none = ["a.bizarch", "b.bizarch", "bizarch.json"].map((file) => ({ uri: shop.uriOf(file) }));
  const [whole] = await compared(client, base(shop, none));
  expect(whole && lines(whole)).toEqual(["added feed", "added oven", "added till"]);
  const broken = [
    { uri: shop.uriOf("a.bizarch"), text: "mission feed\n<<<<<<< HEAD\ntool till { category pos" },
  ];
  const [rest] = await compared(client, base(shop, broken));
  expect(rest?.unread.base).toBeGreaterThan(0);
  expect(rest && lines(rest)).toContain("added lifespan 10y");
  const nonsense = [{ uri: shop.uriOf("bizarch.json"), text: "{" }];
  expect(await compared(client, base(shop, nonsense))).toHaveLength(1);
});

test("both states are one picture, of what changed and its neighbours, or of all", async () => {
  const shop = folder(SHOP);
  const client = await start(PULL, [shop]);
  const state = base(shop, [
    { uri: shop.uriOf("b.bizarch"), text: 'tool mixer "<b>$(bug)" { category erp }' },
  ]);
  const picture = (all: boolean) =>
    client.connection.sendRequest<CompareViewResult | null>("bizarch/compareView", {
      base: state,
      project: shop.uri,
      all,
    });
  const few = await picture(false);
  expect(few?.graph.nodes.map(({ name, title, change }) => [name, title, change])).toEqual([
    ["oven", "oven", "added"],
    ["mixer", "<b>$(bug)", "removed"],
  ]);
  expect(few?.graph.subtitle).toContain("main → Working Tree");
  expect((await picture(true))?.graph.nodes.map(({ name }) => name)).toContain("till");
  const nowhere = { base: state, project: "file:///nowhere", all: false };
  expect(await client.connection.sendRequest("bizarch/compareView", nowhere)).toBeNull();
});

test("what lies outside of the folder of the base is not compared", async () => {
  const [shop, other] = [folder(SHOP), folder("//- bizarch.json\n{}\n//- a.bizarch\nmission rest\n")];
  const client = await start(PULL, [shop, other]);
  expect(await compared(client, base(shop, [{ uri: other.uriOf("a.bizarch") }]))).toEqual([]);
});

test.each([
  ["nothing", {}],
  ["no files", { base: { name: "main", head: "now", root: "file:///x" } }],
  [
    "a file without a name",
    { base: { name: "main", head: "now", root: "file:///x", files: [{ text: "x" }] } },
  ],
  [
    "a text that is none",
    { base: { name: "a", head: "b", root: "c", files: [{ uri: "file:///x", text: 1 }] } },
  ],
])("%s is no base", async (_, params) => {
  const client = await start(PULL, [folder(SHOP)]);
  expect(await ask(client.connection, "bizarch/compare", params)).toMatchObject({ refused: -32602 });
});

function range(line: number, start: number, end: number) {
  return { start: { line, character: start }, end: { line, character: end } };
}
