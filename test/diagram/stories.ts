import fc from "fast-check";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { edge, graph, group, node } from "./graphs.ts";

/** A picture, and what becomes of it: shapes that go, come, say more, or stand in another group. */
export const anyStory = fc.record({
  layout: fc.constantFrom("storeys" as const, "graph" as const),
  direction: fc.constantFrom("down" as const, "right" as const),
  groups: fc.array(
    fc.record({
      storey: fc.constantFrom("why" as const, "what" as const, "how" as const),
      frame: fc.constantFrom("wall" as const, "partition" as const, "none" as const),
      row: fc.nat(1),
      title: fc.string({ maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  nodes: fc.array(
    fc.record({
      at: fc.integer({ min: -1, max: 4 }),
      kind: fc.constantFrom("tool" as const, "goal" as const, "entity" as const, "mission" as const),
    }),
    { minLength: 3, maxLength: 26 },
  ),
  edges: fc.array(
    fc.record({
      from: fc.nat(25),
      to: fc.nat(25),
      label: fc.constantFrom("", "a label", "a label of more than one line"),
    }),
    { maxLength: 16 },
  ),
  edits: fc.array(
    fc.record({
      what: fc.constantFrom(
        "remove" as const,
        "title" as const,
        "move" as const,
        "group" as const,
        "regroup" as const,
      ),
      index: fc.nat(25),
      at: fc.nat(4),
      words: fc.nat(14),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

type Story = typeof anyStory extends fc.Arbitrary<infer Value> ? Value : never;

/** The picture after so many of its edits. */
function chapter({ layout, direction, groups, nodes, edges, edits }: Story, count: number): ViewGraph {
  const known = new Set(groups.map((_, index) => index));
  let shapes = nodes.map(({ at, kind }, index) => ({
    index,
    kind,
    title: `n${index}`,
    at: at < 0 && layout === "graph" ? -1 : Math.abs(at) % groups.length,
  }));
  for (const { what, index, at, words } of edits.slice(0, count)) {
    if (what === "remove") shapes = shapes.filter((it) => it.index !== index);
    else if (what === "group") known.delete(at);
    else if (what === "regroup") known.add(at % groups.length);
    else
      shapes = shapes.map((it) =>
        it.index !== index
          ? it
          : what === "title"
            ? { ...it, title: "word ".repeat(words) }
            : { ...it, at: at % groups.length },
      );
  }
  const drawn = shapes.filter(({ at }) => at < 0 || known.has(at));
  const ids = new Set(drawn.map(({ index }) => index));
  const walled = new Set(
    drawn.filter(({ at }) => layout === "storeys" && groups[at]?.frame === "wall").map(({ index }) => index),
  );
  return graph({
    layout,
    direction,
    groups: groups.flatMap((own, index) => (known.has(index) ? [group(`g${index}`, own)] : [])),
    nodes: drawn.map(({ index, kind, title, at }) =>
      node(`n${index}`, { kind, title, group: at < 0 ? undefined : `g${at}` }),
    ),
    edges: edges.flatMap(({ from, to, label }, index) =>
      ids.has(from) && ids.has(to) && from !== to && !(walled.has(from) && walled.has(to))
        ? [edge(`n${from}`, `n${to}`, { id: `e${index}`, label })]
        : [],
    ),
  });
}

/** The picture, and what it becomes edit by edit. */
export function chaptersOf(story: Story): readonly ViewGraph[] {
  return Array.from({ length: story.edits.length + 1 }, (_, count) => chapter(story, count));
}
