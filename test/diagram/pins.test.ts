import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pin, Pins } from "../../client/pins/pin.ts";
import type { Scene } from "../../client/diagram/scene.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { flaws } from "./checks.ts";
import { edge, graph, group, house, node } from "./graphs.ts";
import { sceneFor, scenesFor } from "./picture.ts";

const boxOf = (scene: Scene, id: string) =>
  scene.nodes.find((it) => it.node.id === id)?.box ?? { x: 0, y: 0, width: 0, height: 0 };

/** The shapes that stand elsewhere in the second scene than in the first. */
function moved(before: Scene, after: Scene): readonly string[] {
  return after.nodes.flatMap(({ node: { id }, box }) => {
    const was = boxOf(before, id);
    return was.x === box.x && was.y === box.y ? [] : [id];
  });
}

/** The scene without and with pins, the second without a flaw. */
async function put(what: ViewGraph, pins: Pins): Promise<readonly [Scene, Scene]> {
  const [before, after] = [await sceneFor(what), await sceneFor(what, pins)];
  expect(flaws(after)).toEqual([]);
  return [before, after];
}

/** Two groups on a shelf, with two columns each, and one below. */
const floor: ViewGraph = graph({
  layout: "graph",
  groups: ["a", "b", "c"].map((id) => group(id)),
  nodes: ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c"].map((own, index) =>
    node(`${own}${index}`, { group: own }),
  ),
  edges: [edge("a0", "b5"), edge("b4", "c9"), edge("a2", "a3")],
});

/** The same as a building. */
const building: ViewGraph = { ...floor, layout: "storeys" };

test.each([
  ["a floor", floor],
  ["a building", building],
])("on %s, two shapes of a group change places, and nothing else moves", async (_, what) => {
  const plain = await sceneFor(what);
  const raster = plain.groups[0]?.raster;
  const seat = seatOf(plain, "a3");
  const [before, after] = await put(what, [["a0", seat]]);
  expect(moved(before, after).toSorted()).toEqual(["a0", "a3"]);
  expect(boxOf(after, "a0")).toMatchObject({ x: boxOf(before, "a3").x, y: boxOf(before, "a3").y });
  expect(boxOf(after, "a3")).toMatchObject({ x: boxOf(before, "a0").x, y: boxOf(before, "a0").y });
  expect(after.groups[0]?.raster).toEqual(raster);
});

/** The column and the row in which a shape stands. */
function seatOf({ nodes, groups }: Scene, id: string) {
  const it = nodes.find(({ node: { id: own } }) => own === id);
  const raster = groups.find(({ group: { id: own } }) => own === it?.node.group)?.raster;
  if (!it || !raster) throw new Error(`${id} stands nowhere.`);
  return { column: raster.xs.indexOf(it.box.x) + 1, row: raster.ys.indexOf(it.box.y) + 1 };
}

test.each([
  ["a floor", floor],
  ["a building", building],
])("on %s, a shape that is put on free ground leaves all others where they are", async (_, what) => {
  const plain = await sceneFor(what);
  const columns = (plain.groups[0]?.raster?.xs.length ?? 0) - 1;
  const rows = (plain.groups[0]?.raster?.ys.length ?? 0) - 1;
  const [before, below] = await put(what, [["a0", { column: 1, row: rows + 1 }]]);
  expect(moved(before, below).filter((id) => id.startsWith("a") || id.startsWith("b"))).toEqual(["a0"]);
  expect(seatOf(below, "a0")).toEqual({ column: 1, row: rows + 1 });
  const [, beside] = await put(what, [["a0", { column: columns + 1, row: 1 }]]);
  expect(seatOf(beside, "a0")).toEqual({ column: columns + 1, row: 1 });
  expect(moved(before, beside).filter((id) => id.startsWith("a"))).toEqual(["a0"]);
});

test("a row that stays empty counts: a place means the same wherever the others stand", async () => {
  const [, scene] = await put(floor, [["a0", { column: 1, row: 5 }]]);
  expect(seatOf(scene, "a0")).toEqual({ column: 1, row: 5 });
});

test("rooms between walls and beams change places in the room that they share", async () => {
  const [before, after] = await put(house, [["catalog.Recipe", { column: 1, row: 1 }]]);
  expect(moved(before, after).toSorted()).toEqual(["catalog.Product", "catalog.Recipe"]);
});

test("on the open floor a shape stands where it was put, and what it would lie on gives way", async () => {
  const free = graph({
    layout: "graph",
    nodes: ["a", "b", "c", "d"].map((id) => node(id)),
    edges: [edge("a", "b"), edge("b", "c"), edge("b", "d")],
  });
  const plain = await sceneFor(free);
  const there = boxOf(plain, "d");
  const spot = { x: there.x - plain.origin.x, y: there.y - plain.origin.y };
  const [before, after] = await put(free, [["a", spot]]);
  expect(boxOf(after, "a")).toMatchObject({ x: there.x, y: there.y });
  expect(moved(before, after).toSorted()).toEqual(["a", "d"]);
});

test("beside a pillar a shape stands where it was put, and the lines of all others stay straight", async () => {
  const around = graph({
    layout: "hub",
    direction: "right",
    nodes: [node("hub", { centre: true }), ...["a", "b", "c", "d"].map((id) => node(id))],
    edges: ["a", "b", "c", "d"].map((id) => edge(id, "hub")),
  });
  const [before, after] = await put(around, [["a", { x: 40, y: 900 }]]);
  expect(moved(before, after)).toEqual(["a"]);
  expect(boxOf(after, "a")).toMatchObject({ x: 40 + after.origin.x, y: 900 + after.origin.y });
  const line = (scene: Scene, id: string) => scene.edges.find((it) => it.edge.from === id)?.points;
  for (const id of ["b", "c", "d"]) expect(line(after, id)).toEqual(line(before, id));
});

test("in lanes the order changes, and no lane gets a hole", async () => {
  const lanes = graph({
    layout: "lanes",
    groups: [group("row", { frame: "lane" }), group("one", { frame: "lane", parent: "row", column: 0 })],
    nodes: ["a", "b", "c"].map((id) =>
      node(id, { group: "one", title: id === "a" ? "long ".repeat(12) : id }),
    ),
  });
  const [before, after] = await put(lanes, [["a", { column: 3, row: 3 }]]);
  expect(after.nodes.toSorted((x, y) => x.box.y - y.box.y).map(({ node: { id } }) => id)).toEqual([
    "c",
    "b",
    "a",
  ]);
  expect(after.size).toEqual(before.size);
});

test("in a chart of who reports to whom nothing can be put anywhere", async () => {
  const tree = graph({ layout: "tree", nodes: [node("a"), node("b")], edges: [edge("b", "a")] });
  const [before, after] = await put(tree, [["b", { x: 900, y: 900 }]]);
  expect(moved(before, after)).toEqual([]);
});

test("where a place of the wrong sort is said, and of what is not there, nothing happens", async () => {
  const [before, after] = await put(floor, [
    ["a0", { x: 4000, y: 4000 }],
    ["gone", { column: 2, row: 2 }],
  ]);
  expect(moved(before, after)).toEqual([]);
});

test("what was put somewhere stays there while one edits, and when it is taken back all is as it was", async () => {
  const pins: Pins = [["a0", { column: 1, row: 4 }]];
  const more = { ...floor, nodes: [...floor.nodes, node("new", { group: "b" })] };
  const [plain, first, edited, back] = await scenesFor([floor, floor, more, floor], [[], pins, pins, []]);
  if (!plain || !first || !edited || !back) throw new Error("There are no scenes.");
  expect(flaws(edited)).toEqual([]);
  expect(boxOf(edited, "a0")).toEqual(boxOf(first, "a0"));
  expect(moved(first, edited)).toEqual(["new"]);
  expect(moved(plain, back)).toEqual([]);
});

const anyPin: fc.Arbitrary<Pin> = fc.oneof(
  fc.record({ column: fc.integer({ min: 1, max: 6 }), row: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ x: fc.integer({ min: 0, max: 1500 }), y: fc.integer({ min: 0, max: 1500 }) }),
  fc.constantFrom<Pin>(
    { column: 999_999, row: 999_999 },
    { column: -5, row: 0 },
    { column: 1.5, row: Number.NaN },
    { x: -999_999, y: 999_999 },
    { x: 0, y: 0 },
    { x: Infinity, y: 10 },
  ),
);

const anyPlace = fc.record({
  layout: fc.constantFrom("storeys" as const, "graph" as const, "graph" as const, "lanes" as const),
  direction: fc.constantFrom("down" as const, "right" as const),
  groups: fc.array(
    fc.record({
      storey: fc.constantFrom("why" as const, "what" as const, "how" as const),
      frame: fc.constantFrom("wall" as const, "partition" as const, "none" as const),
      row: fc.nat(1),
      title: fc.string({ maxLength: 30 }),
      parent: fc.integer({ min: -3, max: 3 }),
    }),
    { maxLength: 6 },
  ),
  nodes: fc.array(
    fc.record({
      at: fc.integer({ min: -1, max: 5 }),
      kind: fc.constantFrom("tool" as const, "goal" as const, "entity" as const, "mission" as const),
      title: fc.string({ unit: "grapheme", maxLength: 50 }),
    }),
    { minLength: 1, maxLength: 24 },
  ),
  edges: fc.array(fc.record({ from: fc.nat(23), to: fc.nat(23) }), { maxLength: 12 }),
  pins: fc.array(fc.tuple(fc.nat(23), anyPin), { maxLength: 10 }),
});

type Place = typeof anyPlace extends fc.Arbitrary<infer Value> ? Value : never;

function viewOf({ layout, direction, groups, nodes, edges }: Place): ViewGraph {
  const isOpen = layout === "graph";
  const walled = (index: number): string | undefined => {
    const at = Math.abs(nodes[index]?.at ?? -1) % groups.length;
    return layout === "storeys" && groups[at]?.frame === "wall" ? String(at) : undefined;
  };
  return graph({
    layout,
    direction,
    groups: groups.map(({ parent, ...own }, index) =>
      group(`g${index}`, {
        ...own,
        // Only what is drawn with a frame stands around others.
        ...(isOpen &&
        parent >= 0 &&
        parent < index &&
        groups[parent]?.frame !== "none" &&
        own.frame !== "none"
          ? { parent: `g${parent}` }
          : {}),
      }),
    ),
    nodes: nodes.map(({ at, title, kind }, index) =>
      node(`n${index}`, {
        title,
        kind,
        group: groups.length === 0 || (isOpen && at < 0) ? undefined : `g${Math.abs(at) % groups.length}`,
      }),
    ),
    edges: edges.flatMap(({ from, to }, index) =>
      from !== to && !(walled(from) && walled(from) === walled(to))
        ? [edge(`n${from}`, `n${to}`, { id: `e${index}` })]
        : [],
    ),
  });
}

const pinsOf = ({ pins }: Place): Pins => pins.map(([index, pin]) => [`n${index}`, pin]);
const isDrawn = ({ layout, groups }: Place): boolean => layout === "graph" || groups.length > 0;

test("wherever somebody puts shapes, none overlaps, all are inside, and no line runs through one", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPlace.filter((it) => isDrawn(it) && it.layout !== "lanes"),
      async (place) => {
        const scene = await sceneFor(viewOf(place), pinsOf(place));
        expect(flaws(scene)).toEqual([]);
      },
    ),
    { numRuns: Number(process.env["STORIES"] ?? 80) },
  );
});

test("somebody who moves one shape after the other never spoils the picture, and can take all of it back", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPlace.filter((it) => isDrawn(it) && it.layout !== "lanes"),
      async (place) => {
        const view = viewOf(place);
        const steps = pinsOf(place).map((_, count, all) => all.slice(0, count + 1));
        const scenes = await scenesFor([view, ...steps.map(() => view), view], [[], ...steps, []]);
        for (const scene of scenes) expect(flaws(scene)).toEqual([]);
        const [first, last] = [scenes[0], scenes.at(-1)];
        expect(last?.nodes.map(({ box }) => box)).toEqual(first?.nodes.map(({ box }) => box));
      },
    ),
    { numRuns: Number(process.env["STORIES"] ?? 40) },
  );
});
