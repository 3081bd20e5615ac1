import { stretchesOf } from "./layout/boxes.ts";
import type { Box, Point } from "./layout/frame.ts";

/** Half of what a number takes, along a line and across it. */
const HALF = { width: 13, height: 9 };
/** Between two places that are tried along a line. */
const STEP = 12;
/** What it costs to stand beside its line, to hide its tip, and to hide another line. */
const BESIDE = 20;
const OVER_TIP = 30;
const OVER_LINE = 40;
/** To lie on another number or a shape: that is taken only for want of anything else. */
const OVER_SHAPE = 10_000;
/** So much of a line is its tip. */
const TIP = 8;

interface Place {
  readonly at: Point;
  readonly cost: number;
}

/**
 * Where each number stands, the lines without one left out (`undefined`): near the start of its line, off all shapes,
 * other lines and numbers where there is such a place; beside a line that is too short to bear it.
 */
export function numberPlaces(
  lines: readonly { readonly points: readonly Point[]; readonly number: number | undefined }[],
  shapes: readonly Box[],
): readonly (Point | undefined)[] {
  const taken = [...shapes];
  const stretches = lines.flatMap(({ points }, line) => stretchesOf(points).map((box) => ({ box, line })));
  return lines.map(({ points, number }, line) => {
    if (number === undefined) return undefined;
    const costOver = (box: Box): number => {
      const hidden = stretches.filter((other) => other.line !== line && meet(box, other.box)).length;
      const under = taken.filter((other) => meet(box, other)).length;
      return hidden * OVER_LINE + under * OVER_SHAPE;
    };
    let best: Place | undefined;
    for (const place of [...along(points), ...beside(points)]) {
      // Most places are too far to be the best, whatever is there: nobody has to look.
      if (best && place.cost >= best.cost) continue;
      const cost = place.cost + costOver(around(place.at));
      if (!best || cost < best.cost) best = { at: place.at, cost };
    }
    if (best) taken.push(around(best.at));
    return best?.at;
  });
}

/** Places along a line. */
function along(points: readonly Point[]): readonly Place[] {
  return legsOf(points).flatMap(({ from, to, length, before, isLast }) => {
    const room = to.x === from.x ? HALF.height : HALF.width;
    if (length <= 2 * room) return [];
    const count = Math.ceil((length - 2 * room) / STEP) + 1;
    return Array.from({ length: count }, (_, turn) => {
      const far = Math.min(room + turn * STEP, length - room);
      const share = far / length;
      const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      const hides = isLast && length - far < room + TIP;
      return { at, cost: (before + far) / 4 + (hides ? OVER_TIP : 0) };
    });
  });
}

/** Places at both sides of the middle of each stretch of a line. */
function beside(points: readonly Point[]): readonly Place[] {
  return legsOf(points).flatMap(({ from, to, length, before }) => {
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const isLevel = from.y === to.y;
    return [-1, 1].map((side) => ({
      at: isLevel
        ? { x: middle.x, y: middle.y + side * (HALF.height + 4) }
        : { x: middle.x + side * (HALF.width + 4), y: middle.y },
      cost: BESIDE + (before + length / 2) / 4 + side / 4,
    }));
  });
}

/** The stretches of a line, each with its length and how far from the start of the line it begins. */
function legsOf(points: readonly Point[]) {
  let before = 0;
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    const leg = { from, to, length, before, isLast: index === points.length - 2 };
    before += length;
    return leg;
  });
}

function around({ x, y }: Point): Box {
  return { x: x - HALF.width, y: y - HALF.height, width: 2 * HALF.width, height: 2 * HALF.height };
}

/** Also where one of them is a mere line; those that only touch do not. */
function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
