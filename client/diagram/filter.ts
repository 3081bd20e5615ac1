import type { ViewEdge, ViewGraph, ViewGroup, ViewNode } from "../../server/views/view-graph.ts";
import type { ViewRow, ViewTable } from "../../server/views/view-table.ts";
import { wordsOf } from "./words.ts";

/** What one may choose by. */
export const FACETS = ["kind", "tag", "team", "finding"] as const;

export type Facet = (typeof FACETS)[number];

/** What is chosen of each facet: one of these is enough, and each facet has to agree. One without a choice lets all through. */
export type Filter = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** A value that a filter may name, how people call it, and how many elements have it. */
export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly count: number;
}

export function isFiltering(filter: Filter): boolean {
  return FACETS.some((facet) => (filter[facet] ?? []).length > 0);
}

/**
 * The same graph with only what a filter lets through, the groups that this stands in and the lines between it. A line
 * with a finding that is asked for brings its ends along. The stages of a chain stay: an empty one says something too.
 */
export function filtered(graph: ViewGraph, filter: Filter): ViewGraph {
  if (!isFiltering(filter)) return graph;
  const ends = endsOfFound(graph, filter.finding ?? []);
  const passes = (values: Values, id: string): boolean =>
    FACETS.every((facet) => {
      const chosen = filter[facet] ?? [];
      const isEnd = facet === "finding" && ends.has(id);
      return chosen.length === 0 || isEnd || values[facet].some((value) => chosen.includes(value));
    });
  const nodes = graph.nodes.filter((node) => passes(valuesOf(node), node.id));
  const kept = keptGroups(graph, nodes, (group) => passes(valuesOfGroup(group), group.id));
  const left = new Set([...nodes.map(({ id }) => id), ...kept]);
  const edges = graph.edges.filter(({ from, to }) => left.has(from) && left.has(to));
  return {
    ...graph,
    groups: graph.groups.filter(({ id }) => kept.has(id)),
    nodes,
    edges,
    ...(graph.table && {
      table: filteredTable(graph.table, edges, (row) => passes(valuesOfRow(row), row.id)),
    }),
  };
}

/** A row that tells of a line goes with it; any other is let through by itself. */
function filteredTable(
  table: ViewTable,
  edges: readonly ViewEdge[],
  passes: (row: ViewRow) => boolean,
): ViewTable {
  const numbers = new Set(edges.map(({ number }) => number));
  const rows = table.rows.filter((row) => (row.number === undefined ? passes(row) : numbers.has(row.number)));
  return { ...table, rows };
}

/** What there is to choose by in a graph, facet by facet; those with one value only are no choice. */
export function choicesOf(graph: ViewGraph): Readonly<Record<Facet, readonly Choice[]>> {
  const words = wordsOf(graph.locale);
  const rows = (graph.table?.rows ?? []).filter(({ number }) => number === undefined);
  const all = [...graph.nodes.map(valuesOf), ...graph.groups.map(valuesOfGroup), ...rows.map(valuesOfRow)];
  const onLines = graph.edges.flatMap(({ finding }) => (finding ? [finding.severity] : []));
  const count = (values: readonly string[], title: (value: string) => string): readonly Choice[] => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, many]) => ({ value, title: title(value), count: many }));
  };
  const byTitle = (choices: readonly Choice[]): readonly Choice[] =>
    choices.toSorted((a, b) => a.title.localeCompare(b.title, graph.locale));
  const itself = (value: string): string => value;
  const found = [...all.flatMap(({ finding }) => finding), ...onLines];
  return {
    kind: byTitle(
      count(
        all.flatMap(({ kind }) => kind),
        (value) => words.kinds[value] ?? value,
      ),
    ),
    tag: byTitle(
      count(
        all.flatMap(({ tag }) => tag),
        itself,
      ),
    ),
    team: byTitle(
      count(
        all.flatMap(({ team }) => team),
        itself,
      ),
    ),
    finding: SEVERITIES.flatMap((severity) =>
      count(
        found.filter((value) => value === severity),
        () => words.findings[severity][1],
      ),
    ),
  };
}

const SEVERITIES = ["error", "warning", "info"] as const;

type Values = Readonly<Record<Facet, readonly string[]>>;

function valuesOf({ kind, tags, team, finding }: ViewNode): Values {
  return {
    kind: [kind],
    tag: tags,
    team: team === undefined ? [] : [team],
    finding: finding ? [finding.severity] : [],
  };
}

function valuesOfGroup({ kind, finding }: ViewGroup): Values {
  return {
    kind: kind === undefined ? [] : [kind],
    tag: [],
    team: [],
    finding: finding && kind !== undefined ? [finding.severity] : [],
  };
}

function valuesOfRow({ kind, finding }: ViewRow): Values {
  return { kind: [kind], tag: [], team: [], finding: finding ? [finding.severity] : [] };
}

function endsOfFound({ edges }: ViewGraph, severities: readonly string[]): ReadonlySet<string> {
  const found = edges.filter(({ finding }) => finding && severities.includes(finding.severity));
  return new Set(found.flatMap(({ from, to }) => [from, to]));
}

/** The groups that pass by themselves or hold something that is left. */
function keptGroups(
  { groups, layout }: ViewGraph,
  nodes: readonly ViewNode[],
  passes: (group: ViewGroup) => boolean,
): ReadonlySet<string> {
  if (layout === "lanes") return new Set(groups.map(({ id }) => id));
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const kept = new Set<string>();
  const keep = (id: string | undefined): void => {
    for (let at = id; at !== undefined && !kept.has(at); at = parents.get(at)) kept.add(at);
  };
  for (const { group } of nodes) keep(group);
  for (const group of groups) if (group.kind !== undefined && passes(group)) keep(group.id);
  return kept;
}
