import { describe, expect, test } from "vitest";
import { foldable, folded, holders } from "../../client/diagram/fold.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import type { FindingMark } from "../../server/views/mark.ts";
import { edge, graph, group, house, node } from "./graphs.ts";
import { flaws } from "./checks.ts";
import { sceneFor } from "./picture.ts";

const mark = (severity: FindingMark["severity"], count: number): FindingMark => {
  return { severity, count, message: `${count} ${severity}` };
};

const shop = graph({
  groups: [
    group("inner", { parent: "outer", kind: "domain", frame: "wall", finding: mark("info", 1) }),
    group("outer", { detail: "Sales" }),
    group("floor", { frame: "none" }),
    group("empty"),
  ],
  nodes: [
    node("a", { group: "inner", finding: mark("warning", 2) }),
    node("b", { group: "outer", finding: mark("error", 3) }),
    node("c", { group: "floor" }),
    node("d"),
  ],
  edges: [
    edge("a", "b", { finding: mark("error", 1) }),
    edge("a", "c", { label: "orders" }),
    edge("b", "c", { label: "orders", count: 2 }),
    edge("b", "d", { label: "prices" }),
    edge("c", "d"),
    edge("a", "d", { type: "owns" }),
  ],
});

/** A graph as a few lines: groups with what they say and hold, lines with how many they are. */
function told({ groups, nodes, edges }: ViewGraph): readonly string[] {
  return [
    ...groups.map(({ id, detail, finding, folded: count }) => {
      return `[${id}] ${detail} ${count ?? "open"} ${finding ? `${finding.severity} ${finding.count}` : ""}`.trim();
    }),
    ...nodes.map(({ id, group: of }) => `${id} in ${of ?? "-"}`),
    ...edges.map(({ from, to, type, count, label }) => `${from} ${type} ${to} ${count} ${label}`.trim()),
  ];
}

describe("a folded group", () => {
  test("stands for what is in it, with all that was found there, and its lines are bundled", () => {
    expect(told(folded(shop, ["outer"]))).toEqual([
      "[outer] 3 elements · Sales 3 error 7",
      "[floor]  open",
      "[empty]  open",
      "c in floor",
      "d in -",
      "outer flow c 3 orders",
      "outer flow d 1 prices",
      "c flow d 1",
      "outer owns d 1",
    ]);
  });

  test("within one that is open takes its own with it, and no more", () => {
    const inner = folded(shop, ["inner"]);
    expect(told(inner)).toContain("[inner] 1 element 1 warning 3");
    expect(told(inner)).toContain("b in outer");
    expect(told(inner)).toContain("inner flow b 1");
  });

  test("within a folded one is the outer one's affair", () => {
    expect(folded(shop, ["inner", "outer"])).toEqual(folded(shop, ["outer"]));
  });

  test("keeps the ids of lines that are one line still, so that they lead to their text", () => {
    const ids = folded(shop, ["outer"]).edges.map(({ id }) => id);
    expect(ids).toContain("b -> d");
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("what cannot be folded changes nothing: a ground without a frame, an empty group, an element, a lane", () => {
  expect(foldable(shop)).toEqual(["inner", "outer"]);
  expect(folded(shop, ["floor", "empty", "a", "gone"])).toBe(shop);
  expect(
    foldable(graph({ groups: [group("lane", { frame: "lane" })], nodes: [node("a", { group: "lane" })] })),
  ).toEqual([]);
});

test("all that is hidden is held by the outermost folded group", () => {
  expect([...holders(shop, new Set(["inner", "outer"]))]).toEqual([
    ["inner", "outer"],
    ["a", "outer"],
    ["b", "outer"],
  ]);
});

test("groups that stand in each other, which no architecture has, end too", () => {
  const circle = graph({
    groups: [group("x", { parent: "y" }), group("y", { parent: "x" })],
    nodes: [node("a", { group: "x" })],
  });
  expect(folded(circle, ["x"]).nodes).toEqual([]);
});

test("a folded house is drawn without a flaw", async () => {
  for (const ids of [foldable(house), foldable(house).slice(1)])
    expect(flaws(await sceneFor(folded(house, ids)))).toEqual([]);
});
