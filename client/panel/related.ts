import type { ViewGraph } from "../../server/views/view-graph.ts";

/**
 * What has to do with a shape or a line: itself, its lines and what is at their other ends. Of a group, all that stands in
 * it and the lines of that; of a line, its two ends and what a table tells of it. Of a row or a column of a table, those
 * that it has a sign with, and the line that it tells of.
 */
export function related(graph: ViewGraph, id: string): ReadonlySet<string> {
  const own = within(graph, id);
  const lit = new Set(own);
  for (const edge of graph.edges) {
    if (edge.id !== id && !own.has(edge.from) && !own.has(edge.to)) continue;
    lit.add(edge.id).add(edge.from).add(edge.to);
  }
  for (const part of told(graph, id, lit)) lit.add(part);
  return lit;
}

function told({ table, edges }: ViewGraph, id: string, lit: ReadonlySet<string>): readonly string[] {
  const { columns = [], rows = [] } = table ?? {};
  return rows.flatMap(({ id: name, cells, number }) => {
    const row = `row:${name}`;
    const signed = columns
      .filter((_, index) => cells[index]?.sign !== undefined)
      .map((column) => `column:${column.id}`);
    const lines = edges.filter((edge) => number !== undefined && edge.number === number);
    if (row === id) return [...signed, ...lines.flatMap((edge) => [edge.id, edge.from, edge.to])];
    return signed.includes(id) || lines.some((edge) => lit.has(edge.id)) ? [row] : [];
  });
}

/** A shape and, where it is a group, all that stands in it. */
function within({ groups, nodes }: ViewGraph, id: string): ReadonlySet<string> {
  const inside = new Set([id]);
  // Nobody says that a group comes after the one that it stands in.
  for (let size = 0; size !== inside.size;) {
    size = inside.size;
    for (const group of groups)
      if (group.parent !== undefined && inside.has(group.parent)) inside.add(group.id);
  }
  for (const { id, group } of nodes) if (group !== undefined && inside.has(group)) inside.add(id);
  return inside;
}
