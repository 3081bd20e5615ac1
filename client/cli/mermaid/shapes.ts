import type { Locale } from "../../../grammar/finding.ts";
import type { KindName } from "../../../grammar/schema.ts";
import { mermaidText } from "../../../server/review/mermaid-text.ts";
import type { ViewNode } from "../../../server/views/view-graph.ts";
import { wordsOf } from "../../diagram/words.ts";
import type { Boxes } from "./boxes.ts";

/** The form of a kind and what is written in it, as it stands behind the id of a shape. */
export function nodeText(node: ViewNode, locale: Locale, withDetails: boolean): string {
  const [open, close] = FORMS[node.kind] ?? ["[", "]"];
  const words = wordsOf(locale);
  const { finding } = node;
  const found = finding
    ? `${SIGNS[finding.severity]} ${finding.count} ${words.findings[finding.severity][finding.count > 1 ? 1 : 0]}`
    : "";
  const marks = node.marks.map((mark) => words.marks[mark].split(/ ?: /)[0] ?? mark);
  const change = node.change ? words.changes[node.change] : "";
  const about = withDetails ? [words.kinds[node.kind] ?? node.kind, node.detail, ...marks] : [];
  const lines = [joined([node.title], ""), joined(about, " · "), joined([change], ""), joined([found], "")];
  return `${open}"${lines.filter((text) => text !== "").join("<br/>")}"${close}`;
}

const SIGNS = { error: "✖", warning: "⚠", info: "ℹ" } as const;

function joined(texts: readonly string[], between: string): string {
  return texts
    .filter((text) => text !== "")
    .map((text) => mermaidText(text, 120))
    .join(between);
}

/** Missions are roofs, domains have double sides as walls have, people are hexagons, tools are round. */
const FORMS: Partial<Readonly<Record<KindName, readonly [open: string, close: string]>>> = {
  mission: ["[/", "\\]"],
  goal: ["([", "])"],
  "business-model": ["[[", "]]"],
  domain: ["[[", "]]"],
  stakeholder: ["{{", "}}"],
  team: ["{{", "}}"],
  kpi: [">", "]"],
  tool: ["(", ")"],
  vendor: ["(", ")"],
  capability: ["([", "])"],
  initiative: ["([", "])"],
  chain: ["[/", "/]"],
};

type Test = (node: ViewNode) => boolean;

/** The looks of shapes, each with the shapes that have it; a later one goes before an earlier one. */
const LOOKS: readonly (readonly [name: string, style: string, has: Test])[] = [
  ["why", "fill:#fbf0d3,stroke:#866000,color:#2b1e00", ({ storey }) => storey === "why"],
  ["what", "fill:#dfe9f3,stroke:#1f4468,color:#12263b", ({ storey }) => storey === "what"],
  ["how", "fill:#ffffff,stroke:#7d8a95,color:#18222f", ({ storey }) => storey === "how"],
  ["wall", "stroke-width:3px", ({ wall }) => wall],
  [
    "seasonal",
    "stroke-dasharray:6 4",
    ({ marks }) => marks.includes("seasonal") || marks.includes("planned"),
  ],
  ["retired", "opacity:0.55", ({ marks }) => marks.includes("retired")],
  ["warning", "stroke:#9a5b00,stroke-width:3px", ({ finding }) => finding?.severity === "warning"],
  ["error", "stroke:#c22535,stroke-width:3px", ({ finding }) => finding?.severity === "error"],
  ["added", "stroke:#1a7f42,stroke-width:4px", ({ change }) => change === "added"],
  ["removed", "stroke:#c22535,stroke-width:3px,stroke-dasharray:7 4", ({ change }) => change === "removed"],
  ["changed", "stroke:#9a5b00,stroke-width:3px,stroke-dasharray:2 3", ({ change }) => change === "changed"],
];

/** The lines that give shapes and subgraphs their looks: only those that occur. */
export function looksOf(nodes: readonly ViewNode[], boxes: Boxes): readonly string[] {
  const shapes = LOOKS.flatMap(([name, style, has]) => {
    const ids = nodes.filter(has).map((node) => boxes.idOf(node.id));
    return ids.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${ids.join()} ${name}`];
  });
  const groups =
    boxes.ids.length === 0 ? [] : [`  classDef group ${GROUP}`, `  class ${boxes.ids.join()} group`];
  return [...shapes, ...groups];
}

/** Without a fill, so that a title can be read on a light page and on a dark one. */
const GROUP = "fill:none,stroke:#8c959f";
