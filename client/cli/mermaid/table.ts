import type { ViewEdge, ViewGraph, ViewGroup, ViewNode } from "../../../server/views/view-graph.ts";
import type { ViewTable } from "../../../server/views/view-table.ts";

/**
 * A view without its table, which Mermaid cannot draw: what a table of signs says is drawn as lines, and lines that a table
 * tells of by number say themselves what they carry.
 */
export function withoutTable({ table, ...graph }: ViewGraph): ViewGraph {
  if (!table) return graph;
  if (graph.nodes.length === 0) return { ...graph, direction: "right", ...drawn(table) };
  return { ...graph, edges: graph.edges.map((edge) => ({ ...edge, label: labelOf(edge, table) })) };
}

const plain = { detail: "", tags: [], team: undefined, change: undefined } as const;

function drawn({ columns, rows }: ViewTable): Pick<ViewGraph, "groups" | "nodes" | "edges"> {
  const sections = [...new Set(rows.map(({ section }) => section))].filter((section) => section !== "");
  const groups = sections.map((title): ViewGroup => {
    const walls = { storey: "what", frame: "wall", kind: undefined, parent: undefined, row: 0 } as const;
    return {
      ...walls,
      id: `section:${title}`,
      title,
      detail: "",
      marks: [],
      finding: undefined,
      change: undefined,
    };
  });
  const data = rows.map(({ id, name, kind, title, marks, finding, section }): ViewNode => {
    const group = section === "" ? undefined : `section:${section}`;
    return {
      ...plain,
      id: `row:${id}`,
      name,
      kind,
      title,
      marks,
      finding,
      group,
      storey: "what",
      wall: true,
    };
  });
  const tools = columns.flatMap(({ id, name, title }): readonly ViewNode[] => {
    if (name === undefined) return [];
    const open = { marks: [], finding: undefined, group: undefined, storey: "how", wall: false } as const;
    return [{ ...plain, ...open, id: `column:${id}`, name, kind: "tool", title }];
  });
  const edges = rows.flatMap((row) =>
    row.cells.flatMap(({ sign }, index): readonly ViewEdge[] => {
      const from = `column:${columns[index]?.id ?? ""}`;
      const line = { type: sign ?? "", label: "", count: 1, finding: undefined, change: undefined };
      return sign ? [{ ...line, id: `${from} ${row.id}`, from, to: `row:${row.id}` }] : [];
    }),
  );
  return { groups, nodes: [...tools, ...data], edges };
}

/** What the rows say that a line's number refers to: which data it carries. */
function labelOf({ number, label }: ViewEdge, { columns, rows }: ViewTable): string {
  const column = columns.findIndex(({ id }) => id === "data");
  if (label !== "" || number === undefined || column < 0) return label;
  const carried = rows.filter((row) => row.number === number).map(({ cells }) => cells[column]?.text ?? "");
  return [...new Set(carried)].filter((text) => text !== "").join(", ");
}
