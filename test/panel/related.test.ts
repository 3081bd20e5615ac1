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

test("a row has to do with the columns that it has a sign with, and with the line that it tells of", () => {
  const row = { name: "p", kind: "entity", title: "P", marks: [], finding: undefined, section: "" } as const;
  const cells = (signs: readonly ("owns" | undefined)[]) =>
    signs.map((sign) => ({ text: "", sign, marks: [] }));
  const columns = ["x", "y"].map((id) => ({ id, name: id, title: id }));
  const rows = [
    { ...row, id: "p", number: undefined, cells: cells(["owns", undefined]) },
    { ...row, id: "q", number: 7, cells: cells([undefined, "owns"]) },
  ];
  const told = graph({
    nodes: [node("a"), node("b")],
    edges: [edge("a", "b", { number: 7 })],
    table: { look: "signs", title: "", columns, rows },
  });
  const of = (id: string) => [...related(told, id)].toSorted();
  expect(of("row:p")).toEqual(["column:x", "row:p"]);
  expect(of("column:y")).toEqual(["column:y", "row:q"]);
  expect(of("row:q")).toEqual(["a", "a -> b", "b", "column:y", "row:q"]);
  expect(of("a -> b")).toEqual(["a", "a -> b", "b", "row:q"]);
});
