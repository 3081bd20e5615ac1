import type { Point } from "../layout/frame.ts";
import { lineStyle, type LineStyle } from "../line-style.ts";
import type { SceneEdge } from "../scene.ts";
import { LABEL_FONT, LABEL_LEADING, baseline } from "../type/typography.ts";
import { wordsOf } from "../words.ts";
import type { ChangeMark } from "../../../server/views/view-graph.ts";
import { tear } from "./lanes.ts";
import { changeSign, paleness } from "./signs.ts";
import { numbered } from "./table.ts";
import { group, num, path, tag, text, tip } from "./tag.ts";

const CORNER = 7;

export interface LineManner {
  readonly locale: "en" | "fr";
  /** It only tells what one of its ends tells already, and is drawn thin. */
  readonly isImplied: boolean;
}

/** A line with its tip, and a name for those who cannot see it; nothing where there was no way for it. */
export function line(it: SceneEdge, name: string, { locale, isImplied }: LineManner): string | undefined {
  const { edge, points } = it;
  if (points.length < 2) return undefined;
  const style = lineStyle(edge.type);
  const { change } = edge;
  const tone = change && change !== "same" ? change : edge.finding?.severity;
  const words = wordsOf(locale);
  const found = edge.finding ? ` · ${words.findings[edge.finding.severity][0]}: ${edge.finding.message}` : "";
  const many = edge.count > 1 ? ` (${edge.count})` : "";
  const changed = change ? ` · ${words.changes[change]}` : "";
  const label = `${name}${many}${edge.label === "" ? "" : `: ${edge.label}`}${changed}${found}`;
  return group(
    {
      "data-edge": edge.id,
      "data-type": edge.type,
      role: "img",
      "aria-label": label,
      class: paleness(change),
    },
    tip(label),
    ...stroke(points, style, tone, isImplied ? " thin" : ""),
    edge.count > 1 && edge.number === undefined ? count(points, edge.count) : undefined,
  );
}

/** The number of a line, by which a table tells more of it. */
export function lineNumber({ edge, numberAt }: SceneEdge): string | undefined {
  return edge.number === undefined || !numberAt ? undefined : numbered(edge.number, numberAt);
}

/** The line itself and what it ends in. */
function stroke(
  points: readonly Point[],
  style: LineStyle,
  tone: string | undefined,
  manner = "",
): readonly string[] {
  const [from, to] = points;
  if (style === "gap" && from && to) return [tear(from, to)];
  const toned = tone ? ` line-${tone}` : "";
  return [
    path(trace(shortened(points, style)), `line line-${style}${toned}${manner}`),
    ending(points, style, tone),
  ];
}

/** The label of a line, on a ground of its own. */
export function lineLabel({ edge, lines, box }: SceneEdge): string | undefined {
  if (!box || lines.length === 0) return undefined;
  const middle = box.x + box.width / 2;
  const texts = lines.map((words, index) =>
    text(
      { x: middle, y: box.y + 2 + index * LABEL_LEADING + baseline(LABEL_FONT, LABEL_LEADING) },
      "label middle",
      words,
    ),
  );
  return group({ "data-for": edge.id }, tag("rect", { ...box, rx: 3, class: "bz-label-ground" }), ...texts);
}

/** A short line, for the legend. */
export function lineSample(style: LineStyle, { x, y }: Point): string {
  const points = [
    { x, y },
    { x: x + 36, y },
  ];
  return stroke(points, style, undefined).join("");
}

/** The path along the corners, each of them rounded. */
function trace(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const parts = [`M${num(first.x)} ${num(first.y)}`];
  rest.forEach((point, index) => {
    const before = points[index] ?? point;
    const next = rest[index + 1];
    if (!next) parts.push(`L${num(point.x)} ${num(point.y)}`);
    else {
      const r = Math.min(CORNER, length(before, point) / 2, length(point, next) / 2);
      const from = towards(point, before, r);
      const to = towards(point, next, r);
      parts.push(`L${num(from.x)} ${num(from.y)}Q${num(point.x)} ${num(point.y)} ${num(to.x)} ${num(to.y)}`);
    }
  });
  return parts.join("");
}

function length(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const whole = length(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}

/** The line itself ends where its tip begins. */
function shortened(points: readonly Point[], style: LineStyle): readonly Point[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before) return points;
  return [...points.slice(0, -1), towards(last, before, STOPS[style] ?? 5)];
}

/** How far before its end a line stops, where that is not an arrow of the usual size. */
const STOPS: Readonly<Partial<Record<LineStyle, number>>> = { owns: 4, reads: 7.6, people: 0.8 };

/**
 * What a line ends in says what it means: a disc holds data, a ring looks at it, an arrow brings something, a block
 * bears a wall, and an open arrow is about people.
 */
function ending(points: readonly Point[], style: LineStyle, tone: string | undefined): string {
  const last = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? last;
  const whole = length(before, last) || 1;
  const along = { x: (last.x - before.x) / whole, y: (last.y - before.y) / whole };
  const at = (back: number, aside: number): string =>
    `${num(last.x - along.x * back - along.y * aside)} ${num(last.y - along.y * back + along.x * aside)}`;
  const filled = `tip-${tone ?? style}`;
  const outlined = `line line-${style}${tone ? ` line-${tone}` : ""}`;
  const [cx = "", cy = ""] = at(4, 0).split(" ");
  switch (style) {
    case "owns":
      return tag("circle", { cx, cy, r: 3.6, class: `bz-${filled}` });
    case "reads":
      return path(`M${cx} ${cy}m-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0Z`, `${outlined} hollow`);
    case "embodies":
      return path(`M${at(0, 6)}L${at(0, -6)}L${at(6, -6)}L${at(6, 6)}Z`, filled);
    case "people":
      return path(`M${at(8, 4)}L${at(0.8, 0)}L${at(8, -4)}`, outlined);
    default:
      return path(`M${at(0, 0)}L${at(8, 3.8)}L${at(6.2, 0)}L${at(8, -3.8)}Z`, filled);
  }
}

/** On a shorter stretch a number would hide the line. */
const ROOM_FOR_COUNT = 44;
const EARLY = 0.38;

/** Signs nearer to each other than this would be one blot. */
const SIGNS_APART = 14;

/**
 * What happened to lines, in the middle of the longest stretch of each. They are drawn when all lines are, so that none runs
 * over a sign; where lines of one lot run together, one sign is enough.
 */
export function lineSigns(edges: readonly SceneEdge[]): readonly string[] {
  const placed: { readonly change: ChangeMark; readonly x: number; readonly y: number }[] = [];
  return edges.flatMap(({ edge: { change }, points }) => {
    if (!change || change === "same" || points.length < 2) return [];
    const { from, to } = longest(points);
    const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    if (placed.some((other) => other.change === change && length(other, at) < SIGNS_APART)) return [];
    placed.push({ change, ...at });
    return [changeSign(change, at)];
  });
}

function longest(points: readonly Point[]): { readonly from: Point; readonly to: Point } {
  const start = points[0] ?? { x: 0, y: 0 };
  let best = { from: start, to: start };
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to;
    if (length(from, to) > length(best.from, best.to)) best = { from, to };
  });
  return best;
}

/** How many relations the line stands for, on its longest stretch: nearer to its start, so that there and back differ. */
function count(points: readonly Point[], many: number): string | undefined {
  const { from, to } = longest(points);
  if (length(from, to) < ROOM_FOR_COUNT) return undefined;
  const middle = { x: from.x + (to.x - from.x) * EARLY, y: from.y + (to.y - from.y) * EARLY };
  return group(
    {},
    tag("circle", { cx: middle.x, cy: middle.y, r: 8, class: "bz-label-ground" }),
    text({ x: middle.x, y: middle.y + 3.7 }, "badge muted", String(many)),
  );
}
