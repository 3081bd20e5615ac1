import { expect, test } from "vitest";
import { formerly } from "../../client/diagram/formerly.ts";
import { edge, graph, group, node } from "./graphs.ts";

const before = graph({
  groups: [group("a"), group("b"), group("a:in", { parent: "a" }), group("b:in", { parent: "b", row: 1 })],
  nodes: [
    node("a.one", { group: "a" }),
    node("a.two", { group: "a" }),
    node("in", { group: "a:in" }),
    node("b.one", { group: "b", kind: "entity" }),
  ],
  edges: [edge("a.one", "a.two"), edge("b.one", "a")],
});

test("what has its name is what it was, wherever it comes in the list", () => {
  const turned = { ...before, nodes: before.nodes.toReversed() };
  expect(formerly(turned, before)).toEqual({ groups: [0, 1, 2, 3], nodes: [3, 2, 1, 0], edges: [0, 1] });
});

test("a group that was renamed takes with it what is in it, and the lines", () => {
  const name = (id: string) => id.replace(/^a(?=$|[.:])/, "other");
  const now = {
    groups: before.groups.map((it) => ({ ...it, id: name(it.id), parent: it.parent && name(it.parent) })),
    nodes: before.nodes.map((it) => ({
      ...it,
      id: name(it.id),
      name: name(it.name),
      group: name(it.group ?? ""),
    })),
    edges: before.edges.map(({ from, to }) => edge(name(from), name(to))),
  };
  expect(formerly(now, before)).toEqual({ groups: [0, 1, 2, 3], nodes: [0, 1, 2, 3], edges: [0, 1] });
});

test.each([
  [
    "of the same title, and the other the one that is left",
    [node("a.new", { group: "a", title: "a.two" }), node("a.more", { group: "a" })],
    [1, 0],
  ],
  [
    "the only one of its kind that came where one went",
    [node("a.one", { group: "a" }), node("a.new", { group: "a" })],
    [0, 1],
  ],
  [
    "none where two came for one",
    ["x", "y"].map((it) => node(it, { group: "b", kind: "entity" })),
    [undefined, undefined],
  ],
  ["none of another kind", [node("x", { group: "b", kind: "domain" })], [undefined]],
  ["none in another group", [node("a.one", { group: "b" })], [undefined]],
])("a shape was %s", (_, nodes, found) => {
  expect(formerly({ ...before, nodes }, before).nodes).toEqual(found);
});

test("two groups that exchange their names and their rows are each what it is called, or nothing", () => {
  const rows = ["x", "y"].map((id, row) => group(id, { row }));
  const inside = (id: string, parent: string) => group(id, { parent });
  const then = { ...before, groups: [...rows, inside("p", "x"), inside("q", "y")] };
  const turned = ["y", "x"].map((id, row) => group(id, { row }));
  const now = { ...before, groups: [...turned, inside("p", "x"), inside("q", "y")] };
  expect(formerly(now, then).groups).toHaveLength(4);
});
