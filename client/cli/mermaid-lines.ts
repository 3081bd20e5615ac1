import type { Locale } from "../../grammar/finding.ts";
import { mermaidText } from "../../server/review/mermaid-text.ts";
import type { ViewEdge } from "../../server/views/view-graph.ts";
import { wordsOf } from "../diagram/words.ts";
import type { Boxes } from "./mermaid-boxes.ts";

/** @param isNamed whether a line without a label of its own says what it means: where there are several sorts */
export function lineText(edge: ViewEdge, boxes: Boxes, locale: Locale, isNamed: boolean): string {
  const word = wordsOf(locale).lines[edge.type] ?? edge.type;
  const words = edge.label === "" ? (isNamed ? word : "") : edge.label;
  const label = [words, edge.count > 1 ? `(${edge.count})` : ""].filter((text) => text !== "").join(" ");
  const written = label === "" ? "" : `|"${mermaidText(label)}"|`;
  return `  ${boxes.idOf(edge.from)} ${ARROWS[edge.type] ?? "-->"}${written} ${boxes.idOf(edge.to)}`;
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
