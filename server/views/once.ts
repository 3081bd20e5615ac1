import type { ViewGraph } from "./view-graph.ts";
import type { ViewTable } from "./view-table.ts";

/**
 * A graph in which every id stands once, as whoever draws it relies on: of two elements by the same name, which is found as
 * a mistake, the one that comes first in it is drawn.
 */
export function once(graph: ViewGraph): ViewGraph {
  const groups = firsts(graph.groups);
  const taken = new Set(groups.map(({ id }) => id));
  const nodes = firsts(graph.nodes).filter(({ id }) => !taken.has(id));
  const table = graph.table ? { table: tableOnce(graph.table) } : {};
  return { ...graph, groups, nodes, edges: firsts(graph.edges), ...table };
}

function tableOnce(table: ViewTable): ViewTable {
  const columns = firsts(table.columns);
  const kept = new Set(columns.map((column) => table.columns.indexOf(column)));
  const rows = firsts(table.rows).map((row) => ({
    ...row,
    cells: row.cells.filter((_, index) => kept.has(index)),
  }));
  return { ...table, columns, rows };
}

function firsts<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  const known = new Set<string>();
  return all.filter(({ id }) => !known.has(id) && known.add(id));
}
