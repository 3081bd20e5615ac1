import type { ViewEdge, ViewGraph, ViewGroup } from "../../server/views/view-graph.ts";
import type { FindingMark } from "../../server/views/mark.ts";
import { wordsOf } from "./words.ts";

/**
 * The same graph with some groups folded: each stands for all that is in it and says how much that is. Lines that led in
 * lead to the group, those of a type between the same two as one with a count; what was found inside is summed up.
 * An id that is no group, or one with nothing in it, changes nothing.
 */
export function folded(graph: ViewGraph, ids: Iterable<string>): ViewGraph {
  const holderOf = holders(graph, new Set(ids));
  if (holderOf.size === 0) return graph;
  const end = (id: string): string => holderOf.get(id) ?? id;
  const inside = graph.edges.filter(
    ({ from, to }) => end(from) === end(to) && (end(from) !== from || end(to) !== to),
  );
  const counts = counted(graph, holderOf);
  return {
    ...graph,
    groups: graph.groups
      .filter(({ id }) => !holderOf.has(id))
      .map((group) => {
        const count = counts.get(group.id);
        return count === undefined ? group : closed(group, count, summed(graph, { group, end, inside }));
      }),
    nodes: graph.nodes.filter(({ id }) => !holderOf.has(id)),
    edges: bundled(
      graph.edges.filter((edge) => !inside.includes(edge)),
      end,
    ),
  };

  function closed(group: ViewGroup, count: number, finding: FindingMark | undefined): ViewGroup {
    const detail = [wordsOf(graph.locale).folded(count), group.detail]
      .filter((part) => part !== "")
      .join(" · ");
    return { ...group, detail, finding, folded: count };
  }
}

/** The groups that can be folded: those with a frame and something in them, the outer ones before what they hold. */
export function foldable({ groups, nodes }: ViewGraph): readonly string[] {
  const held = new Set([...groups.map(({ parent }) => parent), ...nodes.map(({ group }) => group)]);
  return groups
    .filter(({ id, frame }) => (frame === "wall" || frame === "partition") && held.has(id))
    .map(({ id }) => id);
}

/** For all that is hidden, the outermost folded group around it. */
export function holders(graph: ViewGraph, ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  const wanted = new Set(foldable(graph).filter((id) => ids.has(id)));
  const parents = new Map(graph.groups.map(({ id, parent }) => [id, parent]));
  const found = new Map<string, string>();
  const look = (id: string, group: string | undefined): void => {
    let holder: string | undefined;
    const seen = new Set<string>();
    for (let at = group; at !== undefined && !seen.has(at); at = parents.get(at)) {
      seen.add(at);
      if (wanted.has(at)) holder = at;
    }
    if (holder !== undefined) found.set(id, holder);
  };
  if (wanted.size === 0) return found;
  for (const { id, parent } of graph.groups) look(id, parent);
  for (const { id, group } of graph.nodes) look(id, group);
  return found;
}

/** How many elements each folded group hides. */
function counted(
  { nodes, groups }: ViewGraph,
  holderOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const hidden = [
    ...nodes.map(({ id }) => id),
    ...groups.filter(({ kind }) => kind !== undefined).map(({ id }) => id),
  ];
  for (const id of hidden) {
    const holder = holderOf.get(id);
    if (holder !== undefined) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  return counts;
}

interface Closing {
  readonly group: ViewGroup;
  readonly end: (id: string) => string;
  /** The lines that are hidden altogether. */
  readonly inside: readonly ViewEdge[];
}

function summed({ groups, nodes }: ViewGraph, { group, end, inside }: Closing): FindingMark | undefined {
  return sum([
    group.finding,
    ...groups.filter(({ id }) => id !== group.id && end(id) === group.id).map(({ finding }) => finding),
    ...nodes.filter(({ id }) => end(id) === group.id).map(({ finding }) => finding),
    ...inside.filter(({ from }) => end(from) === group.id).map(({ finding }) => finding),
  ]);
}

const GRAVITY = ["error", "warning", "info"] as const;

function sum(marks: readonly (FindingMark | undefined)[]): FindingMark | undefined {
  const found = marks.filter((mark) => mark !== undefined);
  const count = found.reduce((total, mark) => total + mark.count, 0);
  const gravest = GRAVITY.map((severity) => found.find((mark) => mark.severity === severity)).find(Boolean);
  return gravest && { ...gravest, count };
}

/** Lines that keep both their ends stay as they are, the others go together by type and ends. */
function bundled(edges: readonly ViewEdge[], end: (id: string) => string): readonly ViewEdge[] {
  const bundles = new Map<string, readonly ViewEdge[]>();
  for (const edge of edges) {
    const isMoved = end(edge.from) !== edge.from || end(edge.to) !== edge.to;
    const key = isMoved ? `${edge.type} ${end(edge.from)} ${end(edge.to)}` : `= ${edge.id}`;
    bundles.set(key, [...(bundles.get(key) ?? []), edge]);
  }
  return [...bundles.values()].flatMap((bundle) => asOne(bundle, end));
}

function asOne(bundle: readonly ViewEdge[], end: (id: string) => string): readonly ViewEdge[] {
  const [first, ...rest] = bundle;
  if (!first) return [];
  const ends = { from: end(first.from), to: end(first.to) };
  if (rest.length === 0) return [{ ...first, ...ends }];
  // What is said of one line, and the number by which a table refers to it, is not said of all of them.
  const { said: _said, number: _number, ...common } = first;
  const alike = (of: (edge: ViewEdge) => string | undefined): boolean =>
    rest.every((edge) => of(edge) === of(first));
  return [
    {
      ...common,
      ...ends,
      // No id of a line that somebody wrote begins like this.
      id: `: ${first.type} ${ends.from} ${ends.to}`,
      label: alike(({ label }) => label) ? first.label : "",
      count: bundle.reduce((total, { count }) => total + count, 0),
      finding: sum(bundle.map(({ finding }) => finding)),
      change: alike(({ change }) => change) ? first.change : "changed",
    },
  ];
}
