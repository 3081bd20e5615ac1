import { markdownText } from "../../../server/review/markdown-text.ts";
import { mermaidText } from "../../../server/review/mermaid-text.ts";
import type { ViewEdge, ViewGraph } from "../../../server/views/view-graph.ts";
import { boxesOf, withoutEmptyGroups, type Boxes } from "./boxes.ts";
import { lineText, lineTones, unseenLines } from "./lines.ts";
import { withoutTable } from "./table.ts";
import { looksOf, nodeText } from "./shapes.ts";

/** What Mermaid draws at most, unless the page around it says otherwise. */
const MOST_LINES = 500;
const MOST_CHARACTERS = 50_000;

/**
 * A view as the text of a Mermaid flowchart: groups around shapes, a form for each sort of kind, a colour for each storey.
 * Where it would be more than Mermaid takes, details go first, then lines, then shapes, and the picture says so.
 */
export function viewMermaid(view: ViewGraph): string {
  const graph = withoutEmptyGroups(withoutTable(view));
  const boxes = boxesOf(graph);
  const lines = graph.edges.filter((edge) => boxes.canJoin(edge.from, edge.to));
  const cut = { shapes: graph.nodes.length, lines: Math.min(lines.length, MOST_LINES), details: true };
  const written = (wanted: Cut): string => textOf(graph, boxes, lines, wanted);
  const fits = (wanted: Cut): boolean => written(wanted).length <= MOST_CHARACTERS;
  if (fits(cut)) return written(cut);
  const plain = { ...cut, details: false };
  if (fits(plain)) return written(plain);
  const fewer = { ...plain, lines: most(plain.lines, (count) => fits({ ...plain, lines: count })) };
  if (fits(fewer)) return written(fewer);
  return written({ ...fewer, shapes: most(fewer.shapes, (count) => fits({ ...fewer, shapes: count })) });
}

/** Views as a page of Markdown, a picture for each. */
export function mermaidPage(views: readonly { readonly title: string; readonly graph: ViewGraph }[]): string {
  return views
    .map(({ title, graph }) => `## ${markdownText(title)}\n\n\`\`\`mermaid\n${viewMermaid(graph)}\`\`\`\n`)
    .join("\n");
}

/** How much of a view is written. */
interface Cut {
  readonly shapes: number;
  readonly lines: number;
  readonly details: boolean;
}

/** The greatest count up to a limit that is small enough; 0 where none is. */
function most(limit: number, isFine: (count: number) => boolean): number {
  let [least, greatest] = [0, limit];
  while (least < greatest) {
    const middle = Math.ceil((least + greatest) / 2);
    if (isFine(middle)) least = middle;
    else greatest = middle - 1;
  }
  return least;
}

function textOf(graph: ViewGraph, boxes: Boxes, all: readonly ViewEdge[], cut: Cut): string {
  const nodes = graph.nodes.slice(0, cut.shapes);
  const shown = new Set(nodes.map(({ id }) => id));
  const isShown = (id: string): boolean => shown.has(id) || boxes.isGroup(id);
  const kept = new Set(all.toSorted((a, b) => weight(b) - weight(a)).slice(0, cut.lines));
  const lines = all.filter((edge) => kept.has(edge) && isShown(edge.from) && isShown(edge.to));
  const hasTypes = new Set(graph.edges.map(({ type }) => type)).size > 1;
  const left = { shapes: graph.nodes.length - nodes.length, lines: all.length - lines.length };
  const title = [graph.title, graph.subtitle].filter((text) => text !== "");
  return [
    `flowchart ${directionOf(graph)}`,
    `  accTitle: ${title.map((text) => mermaidText(text, 120)).join(" · ")}`,
    ...boxes.written(nodes, (node) => nodeText(node, graph.locale, cut.details)),
    ...lines.map((edge) => lineText(edge, boxes, graph.locale, hasTypes)),
    ...(graph.layout === "storeys" ? unseenLines(nodes, lines, boxes) : []).slice(
      0,
      MOST_LINES - lines.length,
    ),
    ...(left.shapes + left.lines > 0 ? noteOf(left, graph) : []),
    ...lineTones(lines),
    ...looksOf(nodes, boxes),
    "",
  ].join("\n");
}

/** In the storeys, a line leads from a partition to the wall that it stands on: drawn from the bottom, the why is on top. */
function directionOf({ layout, direction }: ViewGraph): string {
  if (layout === "storeys") return "BT";
  return direction === "right" ? "LR" : "TB";
}

/** What changed and what was found stays longest. */
function weight({ change, finding }: ViewEdge): number {
  return (change ? 2 : 0) + (finding ? 1 : 0);
}

/** Says in the picture that it is not whole. */
function noteOf(
  left: { readonly shapes: number; readonly lines: number },
  { locale }: ViewGraph,
): readonly string[] {
  const { shapes, lines } = left;
  const many = (count: number, one: string): readonly string[] =>
    count === 0 ? [] : [`${count} ${one}${count > 1 ? "s" : ""}`];
  const text = {
    en: `Not all of it, since Mermaid takes no more. Left out: ${[...many(shapes, "shape"), ...many(lines, "line")].join(", ")}`,
    fr: `Tout n'y est pas, car Mermaid n'en prend pas plus. Il manque : ${[...many(shapes, "forme"), ...many(lines, "lien")].join(", ")}`,
  };
  return [
    `  left["${mermaidText(text[locale], 200)}"]:::left`,
    "  classDef left fill:none,stroke:none,font-style:italic",
  ];
}
