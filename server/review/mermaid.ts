import type { Storey } from "../../grammar/schema.ts";
import type { ElementChange } from "./changes.ts";
import type { Review } from "./reviewed.ts";
import { mermaidText } from "./mermaid-text.ts";
import { SIGNS } from "./outline.ts";
import { pictureOf, type Line, type Room, type Shape } from "./picture.ts";
import type { ReviewWords } from "./words.ts";

/**
 * A Mermaid picture of what changed and what is next to it; undefined where no shape changed. Added is drawn thick,
 * removed dashed, renamed dotted, neighbours thin; each bears its sign as well, and walls have double sides.
 */
export function mermaidOf(review: Review, words: ReviewWords): string | undefined {
  const { shapes, lines } = pictureOf(review, MERMAID_ROOM);
  if (shapes.length === 0) return undefined;
  const ids = new Map(shapes.map(({ id }, index) => [id, `n${index}`]));
  const storeys: readonly Storey[] = ["why", "what", "how"];
  const floors = storeys.flatMap((storey) => {
    const own = shapes.filter(({ element }) => element.kind.storey === storey);
    if (own.length === 0) return [];
    const title = mermaidText(words.storeys[storey]);
    const shapesOf = own.map((shape) => shapeLine(shape, ids));
    return [`  subgraph ${storey}["${title}"]`, ...shapesOf, "  end", `  style ${storey} ${FLOOR}`];
  });
  const used = new Set(shapes.map(({ look }) => look));
  const classes = LOOKS.filter(([look]) => used.has(look)).map(
    ([look, style]) => `  classDef ${look} ${style}`,
  );
  // Lines lead from a partition to the wall that it stands on, so what is drawn from the bottom has the why on top.
  return ["flowchart BT", ...floors, ...lines.map((line) => lineLine(line, ids)), ...classes].join("\n");
}

/** More than this, and nobody reads it. */
export const MERMAID_ROOM: Room = { shapes: 48, lines: 72 };

/** Without a fill, so that the title of a storey can be read on a light page and on a dark one. */
const FLOOR = "fill:none,stroke:#8c959f";

const LOOKS: readonly (readonly [Shape["look"], string])[] = [
  ["added", "fill:#dafbe1,stroke:#1a7f37,stroke-width:4px,color:#1f2328"],
  ["removed", "fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:8 5,color:#1f2328"],
  ["changed", "fill:#fff8c5,stroke:#9a6700,stroke-width:3px,color:#1f2328"],
  ["renamed", "fill:#ddf4ff,stroke:#0969da,stroke-width:3px,stroke-dasharray:2 3,color:#1f2328"],
  ["neighbour", "fill:#f6f8fa,stroke:#8c959f,stroke-width:1px,color:#57606a"],
];

function shapeLine({ id, element, look }: Shape, ids: ReadonlyMap<string, string>): string {
  const { kind, name, label } = element;
  const [open, close] = kind.storey === "how" ? ["(", ")"] : ["[[", "]]"];
  // An entity stands alone here: its domain has to be in its name.
  const title = kind.name === "entity" ? name : label;
  const sign = look === "neighbour" ? "" : `${SIGNS[look]} `;
  return `    ${ids.get(id) ?? ""}${open}"${sign}${kind.name}<br/>${mermaidText(title)}"${close}:::${look}`;
}

const ARROWS: Readonly<Record<ElementChange["change"] | "neighbour", string>> = {
  added: "==>",
  removed: "-.->",
  changed: "-->",
  renamed: "-->",
  neighbour: "-->",
};

function lineLine({ from, to, label, look }: Line, ids: ReadonlyMap<string, string>): string {
  const sign = look === "neighbour" ? "" : `${SIGNS[look]} `;
  return `  ${ids.get(from) ?? ""} ${ARROWS[look]}|"${sign}${mermaidText(label, 40)}"| ${ids.get(to) ?? ""}`;
}
