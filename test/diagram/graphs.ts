import type { KindName } from "../../grammar/schema.ts";
import type { ViewEdge, ViewGraph, ViewGroup, ViewNode } from "../../server/views/view-graph.ts";

const drawn = { detail: "", marks: [], finding: undefined, change: undefined } as const;

/** A node with a title of its own; what is not said is plain. */
export function node(name: string, more: Partial<ViewNode> = {}): ViewNode {
  const kind: KindName = "tool";
  const plain = { kind, title: name, group: undefined, storey: "how", wall: false } as const;
  return { ...drawn, ...plain, id: name, name, tags: [], team: undefined, ...more };
}

export function group(id: string, more: Partial<ViewGroup> = {}): ViewGroup {
  const plain = {
    kind: undefined,
    title: id,
    parent: undefined,
    frame: "partition",
    storey: "how",
    row: 0,
  } as const;
  return { ...drawn, ...plain, id, ...more };
}

export function edge(from: string, to: string, more: Partial<ViewEdge> = {}): ViewEdge {
  const plain = { type: "flow", label: "", count: 1, finding: undefined, change: undefined } as const;
  return { ...plain, id: `${from} -> ${to}`, from, to, ...more };
}

export function graph(more: Partial<ViewGraph>): ViewGraph {
  return {
    view: "test",
    title: "A test",
    subtitle: "",
    locale: "en",
    layout: "storeys",
    direction: "down",
    groups: [],
    nodes: [],
    edges: [],
    ...more,
  };
}

/** A roof, a goal, a beam, a wall with two rooms, and three partitions. */
export const house: ViewGraph = graph({
  title: "A small house",
  subtitle: "9 elements",
  groups: [
    group("missions", { frame: "none", storey: "why" }),
    group("goals", { frame: "none", storey: "why", row: 1 }),
    group("models", { frame: "none", storey: "what" }),
    group("catalog", {
      frame: "wall",
      kind: "domain",
      storey: "what",
      row: 1,
      marks: ["core"],
      title: "Catalogue",
    }),
    group("tools", { title: "Operations" }),
    group("teams", { title: "Teams" }),
  ],
  nodes: [
    node("eat", {
      kind: "mission",
      group: "missions",
      storey: "why",
      wall: true,
      title: "Help people eat better",
    }),
    node("fresh", {
      kind: "goal",
      group: "goals",
      storey: "why",
      wall: true,
      title: "Fresh food every morning",
    }),
    node("shop", {
      kind: "business-model",
      group: "models",
      storey: "what",
      wall: true,
      title: "Food retail",
    }),
    node("catalog.Product", {
      kind: "entity",
      group: "catalog",
      storey: "what",
      wall: true,
      title: "Product",
    }),
    node("catalog.Recipe", {
      kind: "entity",
      group: "catalog",
      storey: "what",
      wall: true,
      marks: ["personal"],
    }),
    node("pim", {
      group: "tools",
      title: "Product information",
      detail: "PIM · Data office",
      finding: { severity: "error", count: 2, message: "It is in the wrong place." },
    }),
    node("erp", { group: "tools", marks: ["legacy"] }),
    node("data", { kind: "team", group: "teams", title: "Data office" }),
  ],
  edges: [
    edge("fresh", "eat", { type: "serves" }),
    edge("shop", "eat", { type: "serves" }),
    edge("catalog", "shop", { type: "embodies" }),
    edge("pim", "catalog", { type: "owns" }),
    edge("erp", "pim", { label: "Nightly" }),
  ],
});
