import fc from "fast-check";
import { expect, test } from "vitest";
import { BEAM } from "../../client/diagram/layout/grid.ts";
import type { Scene } from "../../client/diagram/scene.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { flaws, unlabelled } from "./checks.ts";
import { edge, graph, group, house, node } from "./graphs.ts";
import { sceneFor } from "./picture.ts";

test("a small house stands as it should", async () => {
  const scene = await sceneFor(house);
  expect(flaws(scene)).toEqual([]);
  const box = (name: string) =>
    scene.nodes.find((it) => it.node.name === name)?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  expect(box("eat").width).toBe(box("shop").width);
  expect(box("eat").y + box("eat").height).toBeLessThan(box("fresh").y);
  expect(box("shop").y).toBeLessThan(box("catalog.Product").y);
  expect(box("catalog.Product").y).toBeLessThan(box("pim").y);
});

test("storeys are stacked without a gap between what belongs to them", async () => {
  const { bands } = await sceneFor(house);
  expect(bands.map(({ storey }) => storey)).toEqual(["why", "what", "how"]);
  for (const [index, { box }] of bands.entries()) {
    const above = bands[index - 1]?.box;
    if (above) expect(box.y).toBeGreaterThan(above.y + above.height);
  }
});

test("lines that go around a wall stay away from the words of the storeys", async () => {
  const goals = Array.from({ length: 8 }, (_, index) =>
    node(`g${index}`, { kind: "goal", storey: "why", group: "goals" }),
  );
  const tools = goals.map((_, index) => node(`t${index}`, { group: "tools" }));
  const room = node("w.room", { kind: "entity", storey: "what", group: "w" });
  const scene = await sceneFor(
    graph({
      groups: [
        group("goals", { frame: "none", storey: "why", title: "" }),
        group("w", { frame: "wall", kind: "domain", storey: "what" }),
        group("tools"),
      ],
      nodes: [...goals, room, ...tools],
      edges: goals.map((_, index) => edge(`t${index}`, `g${index}`, { type: "serves" })),
    }),
  );
  expect(flaws(scene)).toEqual([]);
});

test("a storey without anything in it is not drawn", async () => {
  const tools = graph({ groups: [group("tools")], nodes: [node("pim", { group: "tools" })] });
  expect((await sceneFor(tools)).bands.map(({ storey }) => storey)).toEqual(["how"]);
});

test("one more tool moves nothing in other rows", async () => {
  const nodes = [...house.nodes, node("oms", { group: "tools" })];
  const before = await sceneFor(house);
  const after = await sceneFor({ ...house, nodes });
  const rows = new Set(["tools", "teams"]);
  const untouched = before.nodes.filter(({ node: { group: own } }) => !rows.has(own ?? ""));
  for (const { node: it, box } of untouched)
    expect(after.nodes.find(({ node: { name } }) => name === it.name)?.box).toEqual(box);
});

test("walls stay on one floor, though the sheet gets wider, and a sheet is no wider than what stands on it", async () => {
  const names = Array.from({ length: 8 }, (_, index) => `wall${index}`);
  const walls = names.map((id) => group(id, { frame: "wall", kind: "domain", storey: "what" }));
  const rooms = names.flatMap((own) =>
    [1, 2, 3, 4].map((at) =>
      node(`${own}.${at}`, { kind: "entity", group: own, storey: "what", wall: true }),
    ),
  );
  const tools = Array.from({ length: 40 }, (_, index) => node(`t${index}`, { group: "tools" }));
  const scene = await sceneFor(graph({ groups: [...walls, group("tools")], nodes: [...rooms, ...tools] }));
  const tops = new Set(scene.groups.slice(0, 8).map(({ box }) => box.y));
  expect(tops.size).toBe(1);
  const small = await sceneFor(graph({ groups: [group("tools")], nodes: tools.slice(0, 2) }));
  expect(small.size.width).toBeLessThan(800);
});

test("goals stand beneath the goals that they serve, and what serves none beside them", async () => {
  const goals = (row: number, names: readonly string[]) => ({
    group: group(`goals${row}`, { frame: "none", storey: "why", row, title: "" }),
    nodes: names.map((name) => node(name, { kind: "goal", storey: "why", group: `goals${row}` })),
  });
  const upper = goals(0, ["a", "b", "c"]);
  const lower = goals(1, ["for-c", "for-none", "for-b"]);
  const lines = [edge("for-c", "c"), edge("for-b", "b")].map((line) => ({ ...line, type: "serves" }));
  const groups = [upper.group, lower.group];
  const scene = await sceneFor(graph({ groups, nodes: [...upper.nodes, ...lower.nodes], edges: lines }));
  expect(flaws(scene)).toEqual([]);
  const x = (name: string) => scene.nodes.find((it) => it.node.name === name)?.box.x;
  expect(["for-none", "for-b", "for-c"].map(x)).toEqual(["a", "b", "c"].map(x));
});

test("a roof that shares its row with others takes the room that they leave", async () => {
  const scene = await sceneFor(
    graph({
      groups: [group("roof", { frame: "none", title: "" }), group("beside")],
      nodes: [node("eat", { kind: "mission", group: "roof" }), node("pim", { group: "beside" })],
    }),
  );
  expect(flaws(scene)).toEqual([]);
});

test("a shape is as high as what stands in it, and counts what is too much", async () => {
  const items = Array.from({ length: 14 }, (_, index) => `attribute-${index}`);
  const nodes = [node("full", { group: "g", items }), node("plain", { group: "g" })];
  const [full] = (await sceneFor(graph({ groups: [group("g")], nodes }))).nodes;
  expect(full?.items).toHaveLength(10);
  expect(full?.items.at(-1)?.words).toBe("+ 5");
  expect(full?.box.height).toBeGreaterThan(10 * 16);
});

test("a line to a room ends at the wall around it", async () => {
  const scene = await sceneFor({ ...house, edges: [edge("pim", "catalog.Product", { type: "owns" })] });
  const wall = scene.groups.find((it) => it.group.id === "catalog")?.box;
  expect(scene.edges[0]?.points.at(-1)?.y).toBe((wall?.y ?? 0) + (wall?.height ?? 0));
});

/** Any house: groups of any storey and row, tiles with any title, lines between any two. */
const anyHouse: fc.Arbitrary<ViewGraph> = fc
  .record({
    groups: fc.array(
      fc.record({
        storey: fc.constantFrom("why" as const, "what" as const, "how" as const),
        frame: fc.constantFrom("wall" as const, "partition" as const, "none" as const),
        row: fc.nat(2),
        title: fc.string({ maxLength: 40 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    nodes: fc.array(
      fc.record({
        at: fc.nat(6),
        title: fc.string({ unit: "grapheme", maxLength: 60 }),
        kind: fc.constantFrom(
          "tool" as const,
          "goal" as const,
          "mission" as const,
          "entity" as const,
          "chain" as const,
        ),
      }),
      { maxLength: 24 },
    ),
    edges: fc.array(fc.record({ from: fc.nat(23), to: fc.nat(23) }), { maxLength: 14 }),
  })
  .map((it) =>
    graph({
      groups: it.groups.map((own, index) => group(`g${index}`, own)),
      nodes: it.nodes.map(({ at, title, kind }, index) =>
        node(`n${index}`, { group: `g${at % it.groups.length}`, title, kind }),
      ),
      edges: it.edges.map(({ from, to }, index) => edge(`n${from}`, `n${to}`, { id: `e${index}` })),
    }),
  );

test("no two shapes of any house overlap, and no line runs through one", async () => {
  await fc.assert(
    fc.asyncProperty(anyHouse, async (any) => {
      const scene = await sceneFor(any);
      const within = (name: string) => any.nodes.find((it) => it.name === name)?.group;
      const inWall = (name: string) =>
        any.groups.some(({ id, frame }) => frame === "wall" && id === within(name));
      const drawn = scene.edges.filter(
        ({ edge: { from, to } }) => !(inWall(from) && within(from) === within(to)),
      );
      expect(flaws({ ...scene, edges: drawn })).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("no two shapes of any free graph overlap, and no line runs through one or through a title", async () => {
  await fc.assert(
    fc.asyncProperty(anyHouse, fc.constantFrom("down" as const, "right" as const), async (any, direction) => {
      const scene = await sceneFor({ ...any, layout: "graph", direction });
      expect(flaws(scene)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

const anyLabel = fc.constantFrom("", "a label", "a label that is a good deal longer than one line of it");

/** Up to three pillars, and lines between anything. */
const anyHub = fc.record({
  pillars: fc.integer({ min: 0, max: 3 }),
  titles: fc.array(fc.constantFrom("A", "A title of two lines or so", "Somebody whose name is rather long"), {
    minLength: 1,
    maxLength: 12,
  }),
  lines: fc.array(
    fc.record({
      from: fc.nat(14),
      to: fc.nat(14),
      type: fc.constantFrom("value", "serves"),
      label: anyLabel,
    }),
    { maxLength: 18 },
  ),
});

test("beside pillars everything has its place, and its lines to them are straight", () =>
  fc.assert(
    fc.asyncProperty(anyHub, async ({ pillars, titles, lines }) => {
      const hubs = Array.from({ length: pillars }, (_, index) => node(`hub${index}`, { centre: true }));
      const nodes = [...hubs, ...titles.map((title, index) => node(`rim${index}`, { title }))];
      const edges = lines.flatMap(({ from, to, ...more }, index) => {
        const [start, end] = [nodes[from % nodes.length]?.name ?? "", nodes[to % nodes.length]?.name ?? ""];
        return start === end ? [] : [edge(start, end, { ...more, id: `${index}` })];
      });
      const scene = await sceneFor(graph({ layout: "hub", nodes, edges }));
      expect(flaws(scene)).toEqual([]);
      // A beam over all has its lines beside the column below it.
      const isBeam = isBeamed(scene);
      const bent = scene.edges.filter(
        ({ edge: { from, to }, points }) =>
          from.startsWith("hub") !== to.startsWith("hub") && points.length > 2 && pillars === 1 && !isBeam,
      );
      expect(bent.map(({ edge: { id } }) => id)).toEqual([]);
    }),
    { numRuns: 60 },
  ));

function isBeamed({ nodes }: Scene): boolean {
  return nodes.some(({ spread, box }) => spread && box.width >= BEAM);
}

/** A shape in the middle, what has to do with it, what has to do with that, and lines among all of these. */
const anyRings = fc.record({
  near: fc.integer({ min: 1, max: 9 }),
  far: fc.integer({ min: 1, max: 14 }),
  lines: fc.array(fc.record({ from: fc.nat(22), to: fc.nat(22), label: anyLabel }), {
    minLength: 1,
    maxLength: 40,
  }),
});

test("what is farther from the middle stands behind what is nearer, and no line goes without its label", () =>
  fc.assert(
    fc.asyncProperty(anyRings, async ({ near, far, lines }) => {
      const rims = Array.from({ length: near + far }, (_, index) => `rim${index}`);
      const at = (turn: number): string => rims[turn % rims.length] ?? "";
      const spokes = rims.map((rim, turn) =>
        edge(turn < near ? "hub" : at(turn % near), rim, { label: "has" }),
      );
      const edges = lines.flatMap(({ from, to, label }, index) =>
        at(from) === at(to) ? [] : [edge(at(from), at(to), { label, id: `${index}` })],
      );
      const nodes = [node("hub", { centre: true }), ...rims.map((rim) => node(rim))];
      const scene = await sceneFor(graph({ layout: "hub", nodes, edges: [...spokes, ...edges] }));
      expect(flaws(scene)).toEqual([]);
      // From one side of a beam to the other a line finds its own way, between whatever stands there.
      if (!isBeamed(scene)) expect(unlabelled(scene)).toEqual([]);
    }),
    { numRuns: 60 },
  ));

test("a few that lean the same way stand at one side of a pillar, and pillars that nothing leans on stand below", async () => {
  const nodes = [
    ...["hub", "alone", "idle"].map((name) => node(name, { centre: true })),
    ...["a", "b", "c"].map((name) => node(name)),
  ];
  const edges = ["a", "b", "c"].map((rim) => edge(rim, "hub", { label: "gives" }));
  const one = await sceneFor(
    graph({ layout: "hub", nodes: [nodes[0] ?? node("hub"), ...nodes.slice(3)], edges }),
  );
  expect([...flaws(one), ...unlabelled(one)]).toEqual([]);
  expect(new Set(one.nodes.slice(1).map(({ box }) => box.x)).size).toBe(1);
  expect(one.size.width).toBeLessThan(2 * one.size.height);
  const all = await sceneFor(graph({ layout: "hub", nodes, edges }));
  expect(flaws(all)).toEqual([]);
  const [, alone, idle] = all.nodes.map(({ box }) => box);
  expect(alone?.y).toBe(idle?.y);
});

test("what stands beside a pillar says what goes to and fro among itself, too", async () => {
  const names = ["one", "two", "three", "four"];
  const label = "a label that is a good deal longer than one line of it";
  const nodes = [node("hub", { centre: true }), ...names.map((name) => node(name))];
  const all = ["hub", ...names];
  const edges = all.flatMap((from) =>
    all.flatMap((to) => (from === to ? [] : [edge(from, to, { label, type: "value" })])),
  );
  const scene = await sceneFor(graph({ layout: "hub", nodes, edges }));
  expect([...flaws(scene), ...unlabelled(scene)]).toEqual([]);
});

test("a great many things beside a pillar stand in two columns at each side, their lines straight and labelled", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ detail: fc.constantFrom("", "A detail"), label: anyLabel, back: fc.boolean() }), {
        minLength: 32,
        maxLength: 39,
      }),
      async (arms) => {
        const rims = arms.map(({ detail }, index) => node(`rim${index}`, { detail }));
        const edges = arms.flatMap(({ label, back }, index) => [
          edge("hub", `rim${index}`, { label }),
          ...(back ? [edge(`rim${index}`, "hub", { label })] : []),
        ]);
        const nodes = [node("hub", { centre: true }), ...rims];
        const scene = await sceneFor(graph({ layout: "hub", nodes, edges }));
        expect([...flaws(scene), ...unlabelled(scene)]).toEqual([]);
        expect(scene.edges.filter(({ points }) => points.length > 2)).toEqual([]);
        expect(new Set(scene.nodes.map(({ box }) => box.x)).size).toBe(5);
      },
    ),
    { numRuns: 40 },
  ));

test.each([4, 9, 15, 23])("%i shapes that no line connects are no endless row", async (count) => {
  const nodes = Array.from({ length: count }, (_, index) => node(`n${index}`));
  for (const direction of ["down", "right"] as const) {
    const { size } = await sceneFor(graph({ layout: "graph", direction, nodes }));
    expect(size.width / size.height).toBeLessThan(2.5);
  }
});

test("a long table goes on beside itself, its rows in order, and a picture above it is about as wide", async () => {
  const rows = Array.from({ length: 80 }, (_, index) => {
    const cells = ["", "something"].map((text) => ({ text, sign: undefined, marks: [] }));
    const said = { title: `Row ${index}`, marks: [], finding: undefined, number: undefined, section: "" };
    return { id: `r${index}`, name: "t0", kind: "tool" as const, ...said, cells };
  });
  const columns = ["To", "What for"].map((title) => ({ id: title, name: undefined, title }));
  const nodes = Array.from({ length: 12 }, (_, index) => node(`t${index}`, { group: "tools" }));
  const shown = graph({ groups: [group("tools")], nodes });
  const tabled = (count: number) =>
    sceneFor({ ...shown, table: { look: "text", title: "From", columns, rows: rows.slice(0, count) } });
  const { table, nodes: above } = await tabled(80);
  const { box, ys = [], parts = [], heading } = table ?? {};
  expect(parts).toHaveLength(3);
  for (const [index, y] of ys.entries()) {
    const before = ys[index - 1];
    if (before === undefined || parts.includes(index)) expect(y).toBe((box?.y ?? 0) + (heading?.height ?? 0));
    else expect(y).toBeGreaterThan(before);
  }
  expect(Math.max(...ys)).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
  const right = (boxes: typeof above): number => Math.max(...boxes.map((it) => it.box.x + it.box.width));
  expect(right(above)).toBeGreaterThan(right((await sceneFor(shown)).nodes));
  expect((await tabled(3)).table?.parts).toEqual([0]);
});
