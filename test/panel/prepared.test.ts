import { expect, test } from "vitest";
import { MANY, prepared, toggled } from "../../client/panel/prepared.ts";
import { graph, group, house, node } from "../diagram/graphs.ts";

const crowd = graph({
  groups: [group("left"), group("right")],
  nodes: Array.from({ length: MANY + 1 }, (_, index) => {
    return node(`n${index}`, { group: index % 2 ? "left" : "right", tags: index < 3 ? ["few"] : [] });
  }),
});
const none = { filter: {}, folds: undefined };

test("thousands are folded by themselves, until somebody unfolds them", () => {
  const ready = prepared(crowd, none);
  expect(ready).toMatchObject({ isFoldedByItself: true, folded: ["left", "right"] });
  expect(ready.graph.nodes).toEqual([]);
  expect(ready.holderOf("n1")).toBe("left");
  expect(prepared(crowd, { ...none, folds: [] })).toMatchObject({ isFoldedByItself: false, graph: crowd });
  expect(prepared(crowd, { ...none, folds: ["left"] }).graph.groups[1]?.folded).toBeUndefined();
});

test("a few are not, nor where a filter leaves a few", () => {
  expect(prepared(house, none)).toMatchObject({ isFoldedByItself: false, graph: house, whole: house });
  expect(prepared(crowd, { ...none, filter: { tag: ["few"] } }).graph.nodes).toHaveLength(3);
});

test("folding and unfolding again is no change", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});
