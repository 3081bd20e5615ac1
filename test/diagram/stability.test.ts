import fc from "fast-check";
import { expect, test } from "vitest";
import { beforeOf, frameOf } from "../../client/diagram/frame-of.ts";
import type { Places } from "../../client/diagram/layout/frame.ts";
import { stay } from "../../client/diagram/layout/keeping/keep.ts";
import { placesOf } from "../../client/diagram/layout/places.ts";
import { isSound } from "../../client/diagram/layout/keeping/sound.ts";
import { measure } from "../../client/diagram/measure.ts";
import type { SizedGraph } from "../../client/diagram/sized-graph.ts";
import type { ViewGraph, ViewNode } from "../../server/views/view-graph.ts";
import type { Scene } from "../../client/diagram/scene.ts";
import { flaws } from "./checks.ts";
import { crowd, edited } from "./crowd.ts";
import { edge, graph, group, house, node } from "./graphs.ts";
import { sceneFor, scenesFor } from "./picture.ts";
import { anyStory, chaptersOf } from "./stories.ts";

/** The shapes and groups of the second scene that were in the first, and stand elsewhere now. */
function movedIn(before: Scene, after: Scene, touched: readonly string[] = []): readonly string[] {
  const places = (scene: Scene): ReadonlyMap<string, string> =>
    new Map([
      ...scene.nodes.map(({ node: { id }, box }) => [id, `${box.x} ${box.y}`] as const),
      ...scene.groups.map(({ group: { id }, box }) => [id, `${box.x} ${box.y}`] as const),
    ]);
  const old = places(before);
  return [...places(after)]
    .filter(([id, at]) => old.has(id) && old.get(id) !== at && !touched.includes(id))
    .map(([id]) => id);
}

async function change(before: ViewGraph, after: ViewGraph): Promise<readonly [Scene, Scene]> {
  const [first, second] = await scenesFor([before, after]);
  if (!first || !second) throw new Error("There are no scenes.");
  expect(flaws(second)).toEqual([]);
  return [first, second];
}

const LONG = "Words ".repeat(12);
const tile = (name: string, own: string): ViewNode => node(name, { group: own });

/** Three groups on a shelf, a fourth below, and lines between them. */
const floor: ViewGraph = graph({
  layout: "graph",
  groups: ["a", "b", "c", "d"].map((id) => group(id)),
  nodes: ["a", "a", "a", "b", "b", "c", "d", "d", "d", "d"].map((own, index) => tile(`${own}${index}`, own)),
  edges: [edge("a0", "b3"), edge("a1", "c5"), edge("d6", "a2"), edge("d7", "d8")],
});

test.each([
  ["a shape less", { ...floor, nodes: floor.nodes.filter(({ id }) => id !== "a1") }],
  [
    "a group less",
    {
      ...floor,
      nodes: floor.nodes.filter(({ id }) => id !== "c5"),
      groups: floor.groups.filter(({ id }) => id !== "c"),
    },
  ],
  ["a line more", { ...floor, edges: [...floor.edges, edge("c5", "d9")] }],
  ["a line less", { ...floor, edges: floor.edges.slice(1) }],
])("%s: nothing moves", async (_, after) => {
  const drawn = new Set(after.nodes.map(({ id }) => id));
  const edges = after.edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to));
  const [before, then] = await change(floor, { ...after, edges });
  expect(movedIn(before, then)).toEqual([]);
});

test("a shape that is new stands in its group, and nothing moves in others above and before it", async () => {
  const [before, after] = await change(floor, { ...floor, nodes: [tile("new", "b"), ...floor.nodes] });
  expect(movedIn(before, after).filter((id) => id.startsWith("a") || id.startsWith("b"))).toEqual([]);
});

test("a shape that is new takes the place of one that is gone", async () => {
  const nodes = floor.nodes.with(1, tile("new", "a"));
  const edges = floor.edges.filter(({ from }) => from !== "a1");
  const [before, after] = await change(floor, { ...floor, nodes, edges });
  const at = (scene: Scene, id: string) => scene.nodes.find((it) => it.node.id === id)?.box;
  expect(at(after, "new")).toMatchObject({ x: at(before, "a1")?.x, y: at(before, "a1")?.y });
});

test("the first shape of a group that was empty stands inside it", async () => {
  const groups = ["a", "b"].map((id) => group(id, { title: "" }));
  const nodes = ["a1", "a2", "a3", "a4"].map((name) => tile(name, "a"));
  const before = graph({ layout: "graph", groups, nodes });
  const [one, other] = await change(before, { ...before, nodes: [...nodes, tile("b1", "b")] });
  expect(movedIn(one, other)).toEqual([]);
});

test("a mission that has the roof to itself gets the width that its words were set for", async () => {
  const mission = (name: string) => node(name, { kind: "mission", group: "roof", storey: "why", wall: true });
  const roof = group("roof", { frame: "none", storey: "why" });
  const tools = ["t1", "t2", "t3", "t4", "t5"].map((name) => tile(name, "tools"));
  const before = graph({
    groups: [roof, group("tools")],
    nodes: [mission("one"), mission("other"), ...tools],
  });
  await change(before, { ...before, nodes: [mission("one"), ...tools] });
});

test("a longer title moves nothing that is not below it", async () => {
  const nodes = house.nodes.map((it) => (it.id === "pim" ? { ...it, title: "Product ".repeat(8) } : it));
  const [before, after] = await change(house, { ...house, nodes });
  expect(movedIn(before, after)).toEqual([]);
});

test("a shape that says more pushes what is below it, and nothing beside it", async () => {
  const nodes = floor.nodes.map((it) => (it.id === "a0" ? { ...it, title: "Word ".repeat(16) } : it));
  const [before, after] = await change(floor, { ...floor, nodes });
  expect(movedIn(before, after).filter((id) => id !== "a2" && !id.startsWith("d"))).toEqual([]);
});

test("a goal that says more takes what is free above and below it, and no storey moves", async () => {
  const title = "So long a title that it takes three lines, or four of them";
  const nodes = house.nodes.map((it) => (it.id === "fresh" ? { ...it, title } : it));
  const [before, after] = await change(house, { ...house, nodes });
  expect(movedIn(before, after, ["fresh", "goals"])).toEqual([]);
});

test("a title that takes another line takes the space above its group first", async () => {
  const title = "Word ".repeat(6);
  const groups = floor.groups.map((it) => (it.id === "d" ? { ...it, title } : it));
  const [before, after] = await change(floor, { ...floor, groups });
  expect(movedIn(before, after, ["d"])).toEqual([]);
});

test("a group whose title just fits keeps its places as any other does", async () => {
  const title = "As wide as one column is";
  const groups = floor.groups.map((it) => ({ ...it, title }));
  const wide = { ...floor, groups };
  const [before, after] = await change(wide, { ...wide, nodes: wide.nodes.filter(({ id }) => id !== "a1") });
  expect(movedIn(before, after)).toEqual([]);
});

test("a wall that is new stands beside the others rather than pushing down a whole storey", async () => {
  const walls = ["a", "b"].map((id) => group(id, { frame: "wall", kind: "domain", storey: "what" }));
  const entity = (name: string, own: string) => node(name, { kind: "entity", storey: "what", group: own });
  const before: ViewGraph = graph({
    groups: [...walls, group("tools")],
    nodes: [
      entity("a1", "a"),
      entity("a2", "a"),
      entity("b1", "b"),
      tile("t1", "tools"),
      tile("t2", "tools"),
    ],
  });
  const wall = group("c", { frame: "wall", kind: "domain", storey: "what" });
  const groups = [...walls, wall, group("tools")];
  const [one, other] = await change(before, {
    ...before,
    groups,
    nodes: [...before.nodes, entity("c1", "c")],
  });
  expect(movedIn(one, other)).toEqual([]);
});

test("lines stay as they are where nothing came in their way", async () => {
  const [before, after] = await change(floor, { ...floor, edges: [...floor.edges, edge("b4", "d9")] });
  const lines = (scene: Scene) => scene.edges.slice(0, floor.edges.length).map(({ points }) => points);
  expect(lines(after)).toEqual(lines(before));
});

test("where most is new, the picture is laid out afresh", async () => {
  const nodes = floor.nodes.map(({ id, group: own }) => tile(`${id}-other`, own ?? ""));
  const other = { ...floor, nodes, edges: [] };
  const [, after] = await change(floor, other);
  expect(after.nodes.map(({ box }) => box)).toEqual((await sceneFor(other)).nodes.map(({ box }) => box));
});

test("what was hidden comes back where the picture has room, however often", async () => {
  const few = { ...floor, nodes: floor.nodes.filter((_, index) => index % 3 > 0), edges: [] };
  for (const scene of await scenesFor([floor, few, floor, few, floor])) expect(flaws(scene)).toEqual([]);
});

/** Two chains of two stages, and what stands in them. */
const chains: ViewGraph = graph({
  layout: "lanes",
  groups: ["one", "other"].flatMap((id, row) => [
    group(id, { row }),
    ...[0, 1].map((column) => group(`${id}-${column}`, { parent: id, row, column, frame: "lane" })),
  ]),
  nodes: ["one-0", "one-0", "one-0", "one-1", "other-0", "other-1"].map((own, index) =>
    tile(`t${index}`, own),
  ),
  edges: [edge("one-0", "one-1"), edge("one-1", "one-0"), edge("other-0", "other-1")],
});

test.each([
  ["a tile less", chains.nodes.filter(({ id }) => id !== "t0")],
  ["a tile more in a lane that has room", [...chains.nodes, tile("t6", "one-1")]],
  [
    "a tile in the place of another",
    chains.nodes.map((it) => (it.id === "t1" ? { ...it, id: "t7", name: "t7" } : it)),
  ],
  ["a longer title below which there is room", chains.nodes.with(3, { ...tile("t3", "one-1"), title: LONG })],
])("in lanes, %s: nothing moves", async (_, nodes) => {
  const [before, after] = await change(chains, { ...chains, nodes });
  expect(movedIn(before, after)).toEqual([]);
});

test("a lane that grows pushes the rows below it, and nothing in its own", async () => {
  const nodes = [...chains.nodes, tile("t6", "one-0")];
  const [before, after] = await change(chains, { ...chains, nodes });
  expect(movedIn(before, after).toSorted()).toEqual(["other", "other-0", "other-1", "t4", "t5"]);
});

/** Two domains, of which one has an entity and the other two, above tools. */
const walls: ViewGraph = graph({
  groups: [
    ...["a", "b"].map((id) => group(id, { frame: "wall", kind: "domain", storey: "what" })),
    group("tools"),
  ],
  nodes: [
    ...[
      ["a.one", "a"],
      ["b.one", "b"],
      ["b.other", "b"],
    ].map(([name = "", own]) => node(name, { kind: "entity", storey: "what", group: own })),
    ...["t1", "t2", "t3"].map((name) => tile(name, "tools")),
  ],
  edges: [edge("t1", "a"), edge("t2", "t3")],
});

test.each([
  ["a tool", (id: string) => (id === "t2" ? "renamed" : id)],
  ["an entity", (id: string) => (id === "b.one" ? "b.renamed" : id)],
  ["a domain, with all that is in it", (id: string) => id.replace(/^b(?=$|\.)/, "renamed")],
])("%s gets another name: nothing moves, and lines stay as they are", async (_, name) => {
  const renamed = {
    ...walls,
    groups: walls.groups.map((it) => ({ ...it, id: name(it.id) })),
    nodes: walls.nodes.map((it) => ({
      ...it,
      id: name(it.id),
      name: name(it.name),
      group: name(it.group ?? ""),
    })),
    edges: walls.edges.map(({ from, to }) => edge(name(from), name(to))),
  };
  const [before, after] = await change(walls, renamed);
  expect(after.nodes.map(({ box }) => box)).toEqual(before.nodes.map(({ box }) => box));
  expect(after.groups.map(({ box }) => box)).toEqual(before.groups.map(({ box }) => box));
  expect(after.edges.map(({ points }) => points)).toEqual(before.edges.map(({ points }) => points));
});

/** One domain under a roof, with so much room for its entities that each can do with half of it. */
const roomy: ViewGraph = graph({
  groups: [
    group("roof", { frame: "none", row: 0, storey: "why" }),
    group("a", { frame: "wall", kind: "domain", storey: "what" }),
    group("tools"),
  ],
  nodes: [
    node("mission", { kind: "mission", storey: "why", group: "roof" }),
    ...["a.one", "a.other"].map((name) => node(name, { kind: "entity", storey: "what", group: "a" })),
    ...Array.from({ length: 6 }, (_, at) => tile(`t${at}`, "tools")),
  ],
});

test("an entity that is new takes half of a wide room, and nothing moves", async () => {
  const more = node("a.more", { kind: "entity", storey: "what", group: "a" });
  const [before, after] = await change(roomy, { ...roomy, nodes: [more, ...roomy.nodes] });
  expect(movedIn(before, after)).toEqual([]);
});

test("an entity that is new takes the room of one that is gone", async () => {
  const less = { ...roomy, nodes: roomy.nodes.filter(({ id }) => id !== "a.one") };
  const more = node("a.more", { kind: "entity", storey: "what", group: "a" });
  const [before, , after] = await scenesFor([roomy, less, { ...less, nodes: [...less.nodes, more] }]);
  const at = (scene: Scene | undefined, id: string) => scene?.nodes.find((it) => it.node.id === id)?.box;
  expect(at(after, "a.more")).toEqual(at(before, "a.one"));
});

/** A head with two below, one of whom has two in a list. */
const company: ViewGraph = graph({
  layout: "tree",
  nodes: ["head", "left", "right", "first", "second"].map((name) => node(name, { kind: "team" })),
  edges: [edge("left", "head"), edge("right", "head"), edge("first", "left"), edge("second", "left")],
});

test.each([
  ["somebody less in a list", { nodes: company.nodes.filter(({ id }) => id !== "first") }],
  ["somebody less in a row", { nodes: company.nodes.filter(({ id }) => id !== "right") }],
  [
    "somebody more at the end of a list",
    { nodes: [node("third"), ...company.nodes], edges: [...company.edges, edge("third", "left")] },
  ],
  [
    "somebody more at the end of a row, and one below",
    {
      nodes: [node("below"), ...company.nodes, node("more")],
      edges: [edge("below", "more"), ...company.edges, edge("more", "head")],
    },
  ],
  [
    "somebody in no tree, where nobody was before",
    {
      groups: [group("nobody")],
      nodes: [...company.nodes, tile("alone", "nobody"), tile("lost", "nobody")],
    },
  ],
  [
    "a head with a longer title",
    { nodes: company.nodes.with(0, node("head", { title: "Words ".repeat(6) })) },
  ],
])("in a tree, %s: nobody moves", async (_, more) => {
  const then = { ...company, ...more };
  const drawn = new Set(then.nodes.map(({ id }) => id));
  const edges = then.edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to));
  const [before, after] = await change(company, { ...then, edges });
  expect(movedIn(before, after)).toEqual([]);
});

test("a tree has no flaws after any edits", async () => {
  const anyTree = fc.record({
    heads: fc.array(fc.nat(30), { minLength: 2, maxLength: 14 }),
    edits: fc.array(fc.record({ at: fc.nat(13), gone: fc.boolean(), words: fc.nat(20) }), { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(anyTree, async ({ heads, edits }) => {
      const pictures = Array.from({ length: edits.length + 1 }, (_, count) => {
        const done = edits.slice(0, count);
        const nodes = heads.flatMap((_head, at) => {
          const words = done.findLast((it) => it.at === at)?.words ?? 1;
          const isGone = done.findLast((it) => it.at === at)?.gone ?? false;
          return isGone ? [] : [node(`n${at}`, { title: "word ".repeat(words + 1) })];
        });
        const drawn = new Set(nodes.map(({ id }) => id));
        const edges = heads.flatMap((head, at) => {
          const to = `n${head % (at + 1)}`;
          return head % (at + 1) !== at && drawn.has(`n${at}`) && drawn.has(to) ? [edge(`n${at}`, to)] : [];
        });
        return graph({ layout: "tree", nodes, edges });
      });
      for (const scene of await scenesFor(pictures)) expect(flaws(scene)).toEqual([]);
    }),
    { numRuns: Number(process.env["STORIES"] ?? 60) },
  );
});

test("a picture that keeps its places has no flaws after any edits", async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      for (const scene of await scenesFor(chaptersOf(story))) expect(flaws(scene)).toEqual([]);
    }),
    { numRuns: Number(process.env["STORIES"] ?? 60) },
  );
});

test("what stays never has to be thrown away because it cannot be shown", async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      let last: { readonly sized: SizedGraph; readonly places: Places } | undefined;
      for (const graph of chaptersOf(story)) {
        const sized = measure(graph);
        const frame = frameOf(sized);
        const before = last && beforeOf(sized, last.sized, last.places);
        const sheet = before && stay(frame, before);
        expect(!sheet || isSound(frame, sheet)).toBe(true);
        last = { sized, places: await placesOf(frame, before) };
      }
    }),
    { numRuns: Number(process.env["STORIES"] ?? 60) },
  );
});

test.each(["storeys", "graph"] as const)(
  "of 50 shapes in %s, nine of ten stay while one is edited",
  async (layout) => {
    const start = crowd(50, 0, layout);
    const edits = Array.from({ length: 25 }, (_, turn) => edited(start, (bound) => (turn * 7919) % bound));
    const moved = await Promise.all(
      edits.map(async (it) => {
        const [before, after] = it ? await scenesFor([start, it.graph]) : [];
        return before && after ? movedIn(before, after, it?.names).length : Infinity;
      }),
    );
    const most = 0.1 * edits.length * (start.nodes.length + start.groups.length);
    expect(moved.reduce((sum, count) => sum + count, 0)).toBeLessThan(most);
  },
);

test("the same picture after the same picture is the same: nothing else counts", async () => {
  const after = { ...floor, nodes: [...floor.nodes, tile("new", "d")] };
  const [one, other] = [await change(floor, after), await change(floor, after)];
  expect(one[1].nodes.map(({ box }) => box)).toEqual(other[1].nodes.map(({ box }) => box));
});
