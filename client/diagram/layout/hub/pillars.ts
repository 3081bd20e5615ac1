import type { Arm } from "./arms.ts";
import type { Box, EdgePlace, PictureFrame, Point } from "../frame.ts";
import { TILE } from "../grid.ts";
import { drawLinks } from "./link-lines.ts";
import { linksOf } from "./links.ts";
import { BETWEEN, MARGIN, straight, type Around } from "./pillar.ts";
import { sidesOf } from "./sides.ts";
import { standOf } from "./stand.ts";

/** Between two columns of one side. */
const ASIDE = 40;

/**
 * Pillars one below the other, and at both sides what has to do with each, which is as high as all of its lines need, so
 * that these are straight.
 */
export function placePillars(
  frame: PictureFrame,
  hubs: readonly number[],
  arms: readonly Arm[],
  channel: number,
): Around {
  const nodes = frame.nodes.map((): Box | undefined => undefined);
  const edges = frame.edges.map((): EdgePlace | undefined => undefined);
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
  const [isLeft, isRight] = columns.map((column) => column.length > 0);
  const middle = isLeft ? start + TILE + channel : MARGIN;
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
  const end = isRight ? outer.right + TILE + (right?.width ?? 0) : middle + wide;
  return { size: { width: end + MARGIN, height: y - BETWEEN + MARGIN }, nodes, edges };
}

const NAMES = ["left", "right"] as const;

function boxOf({ box, top }: Arm, at: Point): Box {
  return { ...at, y: at.y + top, width: TILE, height: box };
}

function half(number: number): number {
  return Math.round(number * 2) / 2;
}
