import fc from "fast-check";
import { expect, test } from "vitest";
import { beforeOf, frameOf } from "../../client/diagram/frame-of.ts";
import type { Places } from "../../client/diagram/layout/frame.ts";
import { stay } from "../../client/diagram/layout/keep.ts";
import { placesOf } from "../../client/diagram/layout/places.ts";
import { isSound } from "../../client/diagram/layout/sound.ts";
import { measure } from "../../client/diagram/measure.ts";
import type { SizedGraph } from "../../client/diagram/sized-graph.ts";
import type { ViewGraph, ViewNode } from "../../server/views/view-graph.ts";
import type { Scene } from "../../client/diagram/scene.ts";
import { flaws } from "./checks.ts";
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
  const other = { ...floor, nodes: floor.nodes.map((it) => ({ ...it, id: `${it.id}-other` })), edges: [] };
  const [, after] = await change(floor, other);
  expect(after.nodes.map(({ box }) => box)).toEqual((await sceneFor(other)).nodes.map(({ box }) => box));
});

test("what was hidden comes back where the picture has room, however often", async () => {
  const few = { ...floor, nodes: floor.nodes.filter((_, index) => index % 3 > 0), edges: [] };
  for (const scene of await scenesFor([floor, few, floor, few, floor])) expect(flaws(scene)).toEqual([]);
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

test("the same picture after the same picture is the same: nothing else counts", async () => {
  const after = { ...floor, nodes: [...floor.nodes, tile("new", "d")] };
  const [one, other] = [await change(floor, after), await change(floor, after)];
  expect(one[1].nodes.map(({ box }) => box)).toEqual(other[1].nodes.map(({ box }) => box));
});
