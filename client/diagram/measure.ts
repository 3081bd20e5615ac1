import type { ViewEdge, ViewGraph, ViewGroup, ViewItem, ViewNode } from "../../server/views/view-graph.ts";
import { NO_PINS, type Pins } from "../pins/pin.ts";
import { BEAM, GUTTER, PITCH, TILE } from "./layout/grid.ts";
import type { SizedEdge, SizedGraph, SizedGroup, SizedItem, SizedNode } from "./sized-graph.ts";
import { sizedTable } from "./table.ts";
import { balanced, fit, textWidth, wrap } from "./type/text.ts";
import {
  DETAIL,
  DETAIL_LEADING,
  GROUP,
  HANG,
  ICON,
  ITEMS_APART,
  LABEL_FONT,
  LABEL_LEADING,
  MARK,
  METER,
  ROOF,
  settingOf,
  TEXT_END,
  TEXT_X,
} from "./type/typography.ts";

/** Gives every shape its lines and its size, from the metrics of the shipped font: no screen is asked. */
export function measure(graph: ViewGraph, pins: Pins = NO_PINS): SizedGraph {
  const spans = spansOf(graph);
  const ends = new Set([...graph.nodes.map(({ id }) => id), ...graph.groups.map(({ id }) => id)]);
  const edges = graph.edges.filter(({ from, to }) => from !== to && ends.has(from) && ends.has(to));
  return {
    graph,
    groups: graph.groups.map((group) => sizedGroup(group, headingRoom(graph, group))),
    nodes: graph.nodes.map((node) => {
      const it = isPillar(graph, node)
        ? sizedPillar(node, PILLAR)
        : sizedNode(node, spans.get(node.group ?? "") ?? 0);
      return graph.tones?.isScale && node.tone !== undefined ? { ...it, height: it.height + METER } : it;
    }),
    edges: edges.map((edge) => sizedEdge(edge, labelRoom(graph, edge, edges.length))),
    table: graph.table && sizedTable(graph.table),
    pins,
  };
}

/**
 * How many columns each member of a group takes at least where they lie across the building, as a few missions or
 * business models do: the fewer they are, the more room for each. Groups that are not here hold plain tiles.
 */
function spansOf({ layout, groups, nodes }: ViewGraph): ReadonlyMap<string, number> {
  const spans = new Map<string, number>();
  if (layout !== "storeys") return spans;
  for (const { id, frame } of groups) {
    const members = nodes.filter(({ group }) => group === id);
    const alike = members.every(({ kind }) => kind === "mission" || kind === "business-model");
    const span = frame === "none" && alike ? SPANS[members.length] : undefined;
    if (span !== undefined) spans.set(id, span);
  }
  return spans;
}

const SPANS = [undefined, 4, 3, 2, 2];

function sizedNode(node: ViewNode, span: number): SizedNode {
  const spread = span > 0;
  return sized(node, spread, spread ? span * PITCH - GUTTER : TILE);
}

/** What stands in the middle of what it has to do with. */
function isPillar({ layout }: ViewGraph, { centre }: ViewNode): boolean {
  return layout === "hub" && centre === true;
}

const PILLAR = 236;

/** Its icon stands above its title, and its marks below all of its text. */
function sizedPillar(node: ViewNode, width: number): SizedNode {
  const heightAt = (it: SizedNode): number => it.height + ICON + 8 + (node.marks.length > 0 ? MARK + 4 : 0);
  const it = sized(node, true, width, 5);
  return { ...it, height: heightAt(it), low: heightAt(sized(node, true, BEAM, 5)) };
}

/** A shape that got more width than it was measured for, with its texts as they fit there: never higher than before. */
export function widened(it: SizedNode, width: number): SizedNode {
  if (it.low !== undefined && width >= BEAM) return sizedPillar(it.node, BEAM);
  if (it.spread || width <= it.width + 1) return it;
  const { lines, detail, items } = sized(it.node, false, width);
  return { ...it, lines, detail, items };
}

function sized(
  node: ViewNode,
  spread: boolean,
  width: number,
  limit = settingOf(node.kind, spread).limit,
): SizedNode {
  const setting = settingOf(node.kind, spread);
  const room = spread ? width - 60 : width - TEXT_X - TEXT_END;
  const marks = node.marks.length * MARK;
  const detail = detailLines(node.detail, room - marks);
  // Marks stand beside the second line, or beside the title where there is none.
  const lines = balanced(node.title, setting.title, detail.length === 0 ? room - marks : room, limit);
  const text = Math.max(ICON, lines.length * setting.leading) + detail.length * DETAIL_LEADING;
  const roof = spread && node.kind === "mission" ? ROOF : 0;
  const items = itemsOf(node, room);
  const furniture = items.length === 0 ? 0 : ITEMS_APART + items.length * DETAIL_LEADING;
  return { node, lines, detail, items, spread, width, height: roof + text + furniture + 2 * setting.padding };
}

/** More than these in one shape are counted. */
const MOST_ITEMS = 10;

function itemsOf({ items = [] }: ViewNode, width: number): readonly SizedItem[] {
  const shown = items.length > MOST_ITEMS ? items.slice(0, MOST_ITEMS - 1) : items;
  const rest = items.length - shown.length;
  return [
    ...shown.flatMap((item) => itemLines(item, width)),
    ...(rest > 0 ? [{ words: `+ ${rest}`, isMore: false, isHeading: false }] : []),
  ];
}

/** An attribute and what it is there for: the aspects are what a reader compares, so they are never left out; or a name. */
function itemLines(item: ViewItem, width: number): readonly SizedItem[] {
  if (typeof item !== "string") return [{ words: item.heading, isMore: false, isHeading: true }];
  const [name = "", ...aspects] = item.split(BETWEEN);
  const room = width - HANG;
  const isShort = textWidth(item, DETAIL) <= width;
  const lines = isShort
    ? [item]
    : aspects.length === 0
      ? wrap(item, DETAIL, room, 3)
      : [name, ...aspects.map((aspect) => `· ${aspect}`)].map((line) => fit(line, DETAIL, room));
  return lines.map((words, index) => ({ words, isMore: index > 0, isHeading: false }));
}

const BETWEEN = " · ";

/** As many parts of a detail as fit whole; the first one takes more lines rather than to be cut. */
function detailLines(detail: string, width: number): readonly string[] {
  const whole = shortened(detail, width);
  return whole === undefined
    ? balanced(detail.split(BETWEEN)[0] ?? "", DETAIL, width, 3)
    : [whole].filter(Boolean);
}

/** As many parts of a detail as fit on a line; undefined where not even the first does. */
function shortened(detail: string, width: number): string | undefined {
  const parts = detail.split(BETWEEN);
  const wholes = parts.map((_, index) => parts.slice(0, parts.length - index).join(BETWEEN));
  return wholes.find((whole) => textWidth(whole, DETAIL) <= width);
}

/** What a heading may be wide: one above lanes has the width of several. */
function headingRoom({ layout, nodes }: ViewGraph, { id, parent, frame }: ViewGroup): number {
  if (layout === "lanes" && parent === undefined) return 3 * PITCH;
  const isWide =
    layout === "storeys" && frame === "wall" && nodes.filter(({ group }) => group === id).length > 1;
  return isWide ? 2 * PITCH - GUTTER : TILE;
}

function sizedGroup(group: ViewGroup, whole: number): SizedGroup {
  if (group.frame === "none") return { group, lines: [], detail: "", title: { width: 0, height: 0 } };
  const icon = group.kind === undefined ? 0 : ICON + 8;
  const marks = group.marks.length * MARK;
  const room = whole - icon - marks;
  const lines = balanced(group.title, GROUP.title, room, GROUP.limit);
  const detail = shortened(group.detail, room + marks) ?? fit(group.detail, DETAIL, room + marks);
  const widths = [...lines.map((line) => textWidth(line, GROUP.title)), textWidth(detail, DETAIL) - marks];
  const width = Math.min(room, Math.ceil(Math.max(0, ...widths))) + icon + marks;
  const height = lines.length * GROUP.leading + (detail === "" ? 0 : DETAIL_LEADING);
  return { group, lines, detail, title: { width, height } };
}

/** With more lines than this, labels would be all that one sees; they are told where a line is pointed at. */
const MOST_LABELS = 32;

/** Between a pillar and what stands beside it there is room for more, and for longer ones. */
const MOST_BESIDE = 120;

/** Between two shapes that stand beside pillars, one below the other. */
const AMONG: LabelRoom = { width: 136, lines: 3 };

/** How wide a line of a label may be, and how many there may be; 0 where lines have none. */
interface LabelRoom {
  readonly width: number;
  readonly lines: number;
}

function labelRoom(graph: ViewGraph, { from, to }: ViewEdge, edges: number): LabelRoom {
  const { layout, nodes } = graph;
  if (layout !== "hub") return { width: layout === "graph" && edges <= MOST_LABELS ? 140 : 0, lines: 2 };
  if (edges > MOST_BESIDE) return { width: 0, lines: 0 };
  const isAtPillar = nodes.some((node) => node.centre === true && (node.id === from || node.id === to));
  return isAtPillar ? { width: 190, lines: 2 } : AMONG;
}

function sizedEdge(edge: ViewEdge, most: LabelRoom): SizedEdge {
  if (most.width === 0 || edge.label === "") return { edge, lines: [], label: undefined };
  const lines = balanced(edge.label, LABEL_FONT, most.width, most.lines);
  const width = Math.ceil(Math.max(0, ...lines.map((line) => textWidth(line, LABEL_FONT)))) + 8;
  return { edge, lines, label: { width, height: lines.length * LABEL_LEADING + 4 } };
}
