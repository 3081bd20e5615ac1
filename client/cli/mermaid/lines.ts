import type { Locale } from "../../../grammar/finding.ts";
import { mermaidText } from "../../../server/review/mermaid-text.ts";
import type { ViewEdge, ViewNode } from "../../../server/views/view-graph.ts";
import { wordsOf } from "../../diagram/words.ts";
import type { Boxes } from "./boxes.ts";

/** @param isNamed whether a line without a label of its own says what it means: where there are several sorts */
export function lineText(edge: ViewEdge, boxes: Boxes, locale: Locale, isNamed: boolean): string {
  const word = wordsOf(locale).lines[edge.type] ?? edge.type;
  const words = edge.label === "" ? (isNamed ? word : "") : edge.label;
  const label = [words, edge.count > 1 ? `(${edge.count})` : ""].filter((text) => text !== "").join(" ");
  const written = label === "" ? "" : `|"${mermaidText(label)}"|`;
  return `  ${boxes.idOf(edge.from)} ${ARROWS[edge.type] ?? "-->"}${written} ${boxes.idOf(edge.to)}`;
}

/**
 * Lines that nobody sees: they keep each storey below the one above it, since Mermaid places by lines alone. What leads
 * to nothing in its own storey hangs on the foot of the one above.
 */
export function unseenLines(
  nodes: readonly ViewNode[],
  edges: readonly ViewEdge[],
  boxes: Boxes,
): readonly string[] {
  const storeys = (["why", "what", "how"] as const)
    .map((storey) => nodes.filter((node) => node.storey === storey))
    .filter((storey) => storey.length > 0);
  return storeys.slice(1).flatMap((lower, index) => {
    const foot = footOf(storeys[index] ?? [], edges);
    const own = new Set(lower.map(({ id }) => id));
    const inside = new Set(edges.filter(({ to }) => own.has(to)).map(({ from }) => from));
    const loose = lower.filter(({ id }) => !inside.has(id));
    return foot ? loose.map(({ id }) => `  ${boxes.idOf(id)} ~~~ ${boxes.idOf(foot.id)}`) : [];
  });
}

/** The last shape of a storey to which no other of it leads. */
function footOf(storey: readonly ViewNode[], edges: readonly ViewEdge[]): ViewNode | undefined {
  const own = new Set(storey.map(({ id }) => id));
  const above = new Set(edges.filter(({ from }) => own.has(from)).map(({ to }) => to));
  return storey.findLast(({ id }) => !above.has(id));
}

/** As in the other pictures: what carries is thick, what holds ends in a point, what only looks is dotted. */
const ARROWS: Readonly<Record<string, string>> = {
  embodies: "==>",
  owns: "--o",
  reads: "-.->",
  accountable: "-.->",
};

/** The lines that give lines their colours; Mermaid knows them by their number. */
export function lineTones(edges: readonly ViewEdge[]): readonly string[] {
  return Object.entries(TONES).flatMap(([tone, style]) => {
    const found = edges.flatMap((edge, index) => (toneOf(edge) === tone ? [index] : []));
    return found.length === 0 ? [] : [`  linkStyle ${found.join()} ${style}`];
  });
}

function toneOf({ change, finding }: ViewEdge): string | undefined {
  return change ?? finding?.severity;
}

const TONES: Readonly<Record<string, string>> = {
  info: "stroke:#2d6cb5,stroke-width:2.5px",
  warning: "stroke:#9a5b00,stroke-width:2.5px",
  error: "stroke:#c22535,stroke-width:2.5px",
  added: "stroke:#1a7f42,stroke-width:2.5px",
  removed: "stroke:#c22535,stroke-width:2.5px,stroke-dasharray:7 4",
  changed: "stroke:#9a5b00,stroke-width:2.5px",
};
