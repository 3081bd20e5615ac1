import { armsOf, type Arm } from "./arms.ts";
import type { Box, EdgePlace, PictureFrame, Point, Size } from "./frame.ts";
import { GAP, GUTTER, TILE } from "./grid.ts";
import { drawLinks } from "./link-lines.ts";
import { linksBetween, linksOf, roomForLabels } from "./links.ts";
import { sidesOf } from "./sides.ts";

/** What is placed and drawn straight; the other lines find their way around it. */
export interface HubPlaces {
  readonly size: Size;
  readonly nodes: readonly Box[];
  readonly edges: readonly (EdgePlace | undefined)[];
}

/** Around the whole: room for a line that runs outside. */
const MARGIN = 40;
/** A column of lines has room for its labels, and for a bend beside them. */
const BESIDE_LABELS = 56;
const LEAST_CHANNEL = 120;
/** Between two shapes of a side, one below the other; more where a line with a label leads from one to the other. */
const APART = 20;
const LINKED = 48;
/** Between two pillars. */
const BETWEEN = 54;

/**
 * Pillars in the middle, one below the other, and at both sides what has to do with each: as high as all of its lines
 * need, so that these are straight. What has to do with none stands below.
 */
export function placeHub(frame: PictureFrame): HubPlaces {
  const nodes = frame.nodes.map(({ width, height }): Box => ({ x: 0, y: 0, width, height }));
  const edges = frame.edges.map((): EdgePlace | undefined => undefined);
  const hubs = [...frame.nodes.keys()].filter((index) => frame.nodes[index]?.spread);
  const arms = armsOf(frame, hubs);
  const labels = frame.edges.map(({ label }) => label?.width ?? 0);
  const channel = Math.max(LEAST_CHANNEL, ...labels.map((width) => width + BESIDE_LABELS));
  const wide = Math.max(TILE, ...hubs.map((hub) => frame.nodes[hub]?.width ?? 0));
  const around = hubs.map((hub) => {
    const own = arms.filter((arm) => arm.hub === hub);
    return sidesOf(frame, own, hubs);
  });
  const columns = NAMES.map((name) => around.flatMap((sides) => sides[name]));
  const [left, right] = columns.map((column) => linksOf(frame, column));
  const start = MARGIN + (left?.width ?? 0);
  const middle = start + TILE + channel;
  const ends = { left: start, right: middle + wide + channel };
  let y = MARGIN;
  hubs.forEach((hub, turn) => {
    const sides = around[turn] ?? { left: [], right: [] };
    const tall = frame.nodes[hub]?.height ?? 0;
    const height = Math.max(tall, ...[sides.left, sides.right].map((side) => heightOf(frame, side)));
    const pillar = { x: middle, y, width: wide, height };
    nodes[hub] = pillar;
    for (const name of NAMES) {
      let top = half(y + (height - heightOf(frame, sides[name])) / 2);
      sides[name].forEach((arm, turn) => {
        const box = boxOf(arm, { x: ends[name], y: top });
        nodes[arm.rim] = box;
        for (const { edge, level } of arm.lines)
          edges[edge] = straight(frame, edge, { box, pillar, y: top + level });
        top += arm.height + apart(frame, arm, sides[name][turn + 1]);
      });
    }
    y += height + BETWEEN;
  });
  [left, right].forEach((links, side) => {
    const column = { arms: columns[side] ?? [], isLeft: side === 0 };
    if (links) drawLinks(frame, column, links, nodes, edges);
  });
  const width = ends.right + TILE + (right?.width ?? 0) + MARGIN;
  const placed = new Set([...hubs, ...arms.map(({ rim }) => rim)]);
  const rest = [...nodes.keys()].filter((index) => !placed.has(index));
  const foot = setRows(nodes, rest, { x: MARGIN, y, width: width - 2 * MARGIN });
  return { size: { width, height: foot - BETWEEN + MARGIN }, nodes, edges };
}

const NAMES = ["left", "right"] as const;

function boxOf({ box, top }: Arm, at: Point): Box {
  return { ...at, y: at.y + top, width: TILE, height: box };
}

function heightOf(frame: PictureFrame, side: readonly Arm[]): number {
  return side.reduce((sum, arm, turn) => sum + arm.height + apart(frame, arm, side[turn + 1]), 0);
}

function apart(frame: PictureFrame, arm: Arm, next: Arm | undefined): number {
  const links = next ? linksBetween(frame, arm, next) : [];
  if (links.length > 0) return Math.max(LINKED, roomForLabels(frame, links));
  return next ? APART : 0;
}

interface Level {
  readonly box: Box;
  readonly pillar: Box;
  readonly y: number;
}

/** A level line between a shape and its pillar, in the direction of its edge. */
function straight({ edges, nodes }: PictureFrame, index: number, { box, pillar, y }: Level): EdgePlace {
  const isLeft = box.x < pillar.x;
  const rim = { x: isLeft ? box.x + box.width : box.x, y };
  const hub = { x: isLeft ? pillar.x : pillar.x + pillar.width, y };
  const isFromHub = nodes[edges[index]?.from ?? -1]?.spread ?? false;
  return { points: isFromHub ? [hub, rim] : [rim, hub], label: undefined };
}

/** Sets shapes side by side, in as many rows as they need, and says where the next thing could stand. */
function setRows(nodes: Box[], members: readonly number[], area: Point & { readonly width: number }): number {
  const columns = Math.max(1, Math.floor((area.width + GUTTER) / (TILE + GUTTER)));
  let y = area.y;
  for (let start = 0; start < members.length; start += columns) {
    const row = members.slice(start, start + columns);
    const height = Math.max(0, ...row.map((member) => nodes[member]?.height ?? 0));
    row.forEach((member, offset) => {
      nodes[member] = { x: area.x + offset * (TILE + GUTTER), y, width: TILE, height };
    });
    y += height + (start + columns < members.length ? GAP : BETWEEN);
  }
  return y;
}

function half(number: number): number {
  return Math.round(number * 2) / 2;
}
