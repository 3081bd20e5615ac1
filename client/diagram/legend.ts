import type { KindName } from "../../grammar/schema.ts";
import type { Severity } from "../../grammar/finding.ts";
import type { Holding } from "../../server/views/view-table.ts";
import type { ChangeMark, ViewGraph } from "../../server/views/view-graph.ts";
import type { Mark } from "../../server/views/mark.ts";
import type { Box, Point } from "./layout/frame.ts";
import { lineStyle, type LineStyle } from "./line-style.ts";
import type { SizedGraph } from "./sized-graph.ts";
import { HOLDINGS } from "./sort.ts";
import { textWidth } from "./type/text.ts";
import { wordsOf } from "./words.ts";

/** What the signs mean: only those that occur. */
export interface Legend {
  readonly box: Box;
  readonly items: readonly LegendItem[];
}

export interface LegendItem {
  readonly at: Point;
  /** Undefined for one more meaning of the sign before it. */
  readonly sign: Sign | undefined;
  readonly text: string;
}

export type Sign =
  | { readonly type: "kind"; readonly kind: KindName }
  | { readonly type: "mark"; readonly mark: Mark }
  | { readonly type: "line"; readonly line: LineStyle }
  | { readonly type: "finding"; readonly severity: Severity }
  | { readonly type: "holding"; readonly holding: Holding }
  | { readonly type: "tone"; readonly tone: number }
  | { readonly type: "scale"; readonly tone: number; readonly of: number }
  | { readonly type: "change"; readonly change: ChangeMark };

export const LEGEND_FONT = { size: 12, weight: 400 } as const;
export const LEGEND_LEADING = 24;
/** How wide a scale is here. */
export const SCALE = 48;

/** The room of a sign before its text. */
export const SIGN: Readonly<Record<Sign["type"], number>> = {
  kind: 24,
  mark: 22,
  line: 44,
  holding: 24,
  tone: 26,
  scale: SCALE + 8,
  finding: 30,
  change: 26,
};
const APART = 22;
/** Between meanings of one sign. */
const MORE_APART = 4;

/** Sets the legend in rows below the picture. A sign with several meanings stands once in each row. */
export function legendOf(sized: SizedGraph, area: Point & { readonly width: number }): Legend {
  const items: LegendItem[] = [];
  const end = area.x + area.width;
  let x = area.x;
  let y = area.y;
  for (const { sign, texts } of signs(sized)) {
    for (const [index, words] of texts.entries()) {
      const isLast = index === texts.length - 1;
      const text = `${index === 0 ? capitalised(words) : words}${isLast ? "" : ","}`;
      const wide = textWidth(text, LEGEND_FONT);
      const room = (index === 0 ? SIGN[sign.type] : 0) + wide;
      const isFull = x > area.x && x + room > end;
      if (isFull) {
        x = area.x;
        y += LEGEND_LEADING;
      }
      const shown = index === 0 || isFull ? sign : undefined;
      items.push({ at: { x, y }, sign: shown, text });
      x = Math.ceil(x + (shown ? SIGN[sign.type] : 0) + wide + (isLast ? APART : MORE_APART));
    }
  }
  const height = items.length === 0 ? 0 : y - area.y + LEGEND_LEADING;
  return { box: { ...area, height }, items };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface Entry {
  readonly sign: Sign;
  /** What it means; for lines of several types that are drawn alike, each of them. */
  readonly texts: readonly string[];
}

function signs({ graph }: SizedGraph): readonly Entry[] {
  const words = wordsOf(graph.locale);
  const rows = graph.table?.rows ?? [];
  const cells = rows.flatMap((row) => row.cells);
  const drawn = [...graph.groups, ...graph.nodes, ...rows];
  const kinds = KINDS.filter((kind) => drawn.some((it) => it.kind === kind));
  const marks = MARKS.filter((mark) => [...drawn, ...cells].some((it) => it.marks.includes(mark)));
  const held = HOLDINGS.filter((holding) => cells.some(({ sign }) => sign === holding));
  const severities = SEVERITIES.filter((severity) =>
    [...drawn, ...cells].some(({ finding }) => finding?.severity === severity),
  );
  const changes = CHANGES.filter((change) =>
    [...graph.groups, ...graph.nodes, ...graph.edges].some((it) => it.change === change),
  );
  return [
    ...kinds.map((kind): Entry => ({ sign: { type: "kind", kind }, texts: [words.kinds[kind] ?? kind] })),
    ...linesOf(graph),
    ...held.map((holding): Entry => ({
      sign: { type: "holding", holding },
      texts: [words.holdings[holding]],
    })),
    ...tonesOf(graph),
    ...marks.map((mark): Entry => ({ sign: { type: "mark", mark }, texts: [words.marks[mark]] })),
    ...severities.map((severity): Entry => ({
      sign: { type: "finding", severity },
      texts: [words.findings[severity][0]],
    })),
    ...changes.map((change): Entry => ({ sign: { type: "change", change }, texts: [words.changes[change]] })),
  ];
}

/** The ways in which lines are drawn, each with the relations that are drawn so. */
function linesOf({ edges, locale }: ViewGraph): readonly Entry[] {
  const { lines } = wordsOf(locale);
  const types = [...new Set(edges.map(({ type }) => type))];
  const styles = [...new Set(types.map(lineStyle))];
  return styles.map((style) => {
    const alike = types.filter((type) => lineStyle(type) === style);
    return { sign: { type: "line", line: style }, texts: alike.map((type) => lines[type] ?? type) };
  });
}

/** The tones that occur, each with what it says. */
function tonesOf({ tones, nodes }: ViewGraph): readonly Entry[] {
  const { names = [], isScale = false } = tones ?? {};
  return names.flatMap((text, tone) =>
    nodes.some((node) => node.tone === tone)
      ? [
          {
            sign: isScale ? { type: "scale", tone, of: names.length } : { type: "tone", tone },
            texts: [text],
          },
        ]
      : [],
  );
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const CHANGES: readonly ChangeMark[] = ["added", "removed", "changed", "renamed", "same"];
const MARKS: readonly Mark[] = [
  "core",
  "generic",
  "personal",
  "planned",
  "legacy",
  "retired",
  "seasonal",
  "anonymised",
  "missing",
  "one-way",
];
const KINDS: readonly KindName[] = [
  "mission",
  "goal",
  "business-model",
  "stakeholder",
  "domain",
  "entity",
  "kpi",
  "tool",
  "capability",
  "chain",
  "initiative",
  "team",
  "vendor",
];
