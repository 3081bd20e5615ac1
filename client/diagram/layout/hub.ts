import { armsOf, type Arm } from "./arms.ts";
import type { Box, EdgePlace, PictureFrame, Point, Size } from "./frame.ts";
import { GAP, GUTTER, TILE } from "./grid.ts";
import { drawLinks } from "./link-lines.ts";
import { linksOf } from "./links.ts";
import { sidesOf } from "./sides.ts";
import { standOf } from "./stand.ts";

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
/** Between two columns of one side. */
const ASIDE = 40;
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
  const stands = around.map((sides) => ({
    left: standOf(frame, sides.left),
    right: standOf(frame, sides.right),
  }));
  const asides = NAMES.map((name) =>
    stands.some((stand) => stand[name].isOuter.includes(true)) ? TILE + ASIDE : 0,
  );
  const [leftAside = 0, rightAside = 0] = asides;
  const start = MARGIN + (left?.width ?? 0) + leftAside;
  const middle = start + TILE + channel;
  const ends = { left: start, right: middle + wide + channel };
  const outer = { left: start - leftAside, right: ends.right + rightAside };
  let y = MARGIN;
  hubs.forEach((hub, turn) => {
    const sides = around[turn] ?? { left: [], right: [] };
    const stand = stands[turn];
    const tall = frame.nodes[hub]?.height ?? 0;
    const height = Math.max(tall, stand?.left.height ?? 0, stand?.right.height ?? 0);
    const pillar = { x: middle, y, width: wide, height };
    nodes[hub] = pillar;
    for (const name of NAMES) {
      const { tops = [], isOuter = [], height: own = 0 } = stand?.[name] ?? {};
      const first = half(y + (height - own) / 2);
      sides[name].forEach((arm, at) => {
        const top = first + (tops[at] ?? 0);
        const box = boxOf(arm, { x: (isOuter[at] ? outer : ends)[name], y: top });
        nodes[arm.rim] = box;
        for (const { edge, level } of arm.lines)
          edges[edge] = straight(frame, edge, { box, pillar, y: top + level });
      });
    }
    y += height + BETWEEN;
  });
  [left, right].forEach((links, side) => {
    const column = { arms: columns[side] ?? [], isLeft: side === 0 };
    if (links) drawLinks(frame, column, links, nodes, edges);
  });
  const width = outer.right + TILE + (right?.width ?? 0) + MARGIN;
  const placed = new Set([...hubs, ...arms.map(({ rim }) => rim)]);
  const rest = [...nodes.keys()].filter((index) => !placed.has(index));
  const foot = setRows(nodes, rest, { x: MARGIN, y, width: width - 2 * MARGIN });
  return { size: { width, height: foot - BETWEEN + MARGIN }, nodes, edges };
}

const NAMES = ["left", "right"] as const;

function boxOf({ box, top }: Arm, at: Point): Box {
  return { ...at, y: at.y + top, width: TILE, height: box };
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
