import type { ViewGraph } from "../../server/views/view-graph.ts";
import { edge, graph, group, node } from "./graphs.ts";

/**
 * A picture of so many shapes in groups of ten, with as many lines, two of three of which stay in their group. The variant
 * makes another picture of the same size.
 */
export function crowd(shapes: number, variant = 0, layout: ViewGraph["layout"] = "storeys"): ViewGraph {
  const isWall = (index: number): boolean => index % 2 === 0;
  const groupOf = (index: number): number => Math.floor(index / 10);
  return graph({
    view: layout,
    title: `${shapes} shapes`,
    layout,
    groups: Array.from({ length: Math.ceil(shapes / 10) }, (_, index) =>
      group(`group-${index}`, {
        title: `Group ${index}`,
        storey: isWall(index) ? "what" : "how",
        frame: isWall(index) ? "wall" : "partition",
        row: Math.floor(index / 8),
      }),
    ),
    nodes: Array.from({ length: shapes }, (_, index) => {
      const wall = isWall(groupOf(index));
      const kind = wall ? "entity" : "tool";
      const storey = wall ? "what" : "how";
      const own = { title: `Shape ${index}`, group: `group-${groupOf(index)}` };
      return node(`shape-${index}`, { kind, storey, wall, ...own });
    }),
    edges: Array.from({ length: shapes }, (_, index) =>
      edge(`shape-${index}`, `shape-${target(index + variant, shapes)}`, {
        id: `edge-${index}`,
        type: index % 3 === 0 ? "owns" : "flow",
      }),
    ),
  });
}

function target(index: number, shapes: number): number {
  const start = index - (index % 10);
  return (index % 3 === 0 ? index * 7 + 11 : start + ((index * 3 + 1) % 10)) % shapes;
}

/** A picture after a single edit, and the names of what it is about. */
export interface Edited {
  readonly names: readonly string[];
  readonly graph: ViewGraph;
}

/** A shape less or more, or one with a longer title; a line less or more. `random` gives a whole number below a bound. */
export function edited(start: ViewGraph, random: (bound: number) => number): Edited | undefined {
  const { nodes, edges } = start;
  const index = random(nodes.length);
  const one = nodes[index];
  const line = edges[random(edges.length)];
  const end = nodes[random(nodes.length)];
  if (!one || !line || !end) return undefined;
  const title = "So long a title that it takes three lines, or four";
  const variants: readonly Partial<ViewGraph>[] = [
    { nodes: nodes.toSpliced(index, 1) },
    { nodes: nodes.toSpliced(index, 0, { ...one, id: "more", name: "more" }) },
    { nodes: nodes.with(index, { ...one, title }) },
    { edges: edges.filter((it) => it !== line) },
    { edges: [...edges, { ...line, id: "more", from: one.id, to: end.id }] },
  ];
  return { names: [one.name, "more"], graph: { ...start, ...variants[random(variants.length)] } };
}
