import { expect, test } from "vitest";
import { related } from "../../client/panel/related.ts";
import { edge, graph, group, node } from "../diagram/graphs.ts";

const shop = graph({
  groups: [group("inner", { parent: "outer" }), group("outer")],
  nodes: [node("a", { group: "inner" }), node("b", { group: "outer" }), node("c"), node("d"), node("e")],
  edges: [edge("a", "c"), edge("c", "d"), edge("d", "outer")],
});

test.each([
  ["c", ["c", "a -> c", "a", "c -> d", "d"]],
  ["e", ["e"]],
  ["a -> c", ["a -> c", "a", "c"]],
  ["outer", ["outer", "inner", "a", "b", "a -> c", "c", "d -> outer", "d"]],
  ["inner", ["inner", "a", "a -> c", "c"]],
  ["nowhere", ["nowhere"]],
])("%s has to do with %j", (id, ids) => {
  expect([...related(shop, id)].toSorted()).toEqual(ids.toSorted());
});
