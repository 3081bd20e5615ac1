import { stretchesOf } from "./layout/boxes.ts";
import type { Box, Point } from "./layout/frame.ts";

/** Half of what a number takes, along a line and across it. */
const HALF = { width: 13, height: 9 };
/** Between two places that are tried along a line. */
const STEP = 12;
/** What it costs to hide another line, and to lie on another number: the latter is taken only for want of anything else. */
const OVER_LINE = 40;
const OVER_NUMBER = 10_000;

/**
 * Where along its line each number stands, the lines without one left out (`undefined`): near its start, off all other
 * lines and numbers where there is such a place.
 */
export function numberPlaces(
  lines: readonly { readonly points: readonly Point[]; readonly number: number | undefined }[],
): readonly (Point | undefined)[] {
  const taken: Box[] = [];
  const stretches = lines.map(({ points }) => stretchesOf(points));
  return lines.map(({ points, number }, line) => {
    if (number === undefined || points.length < 2) return undefined;
    const others = stretches.flatMap((own, index) => (index === line ? [] : own));
    const along = candidates(points);
    const costed = (along.length > 0 ? along : beside(points)).map(({ at, far }) => {
      const box = around(at);
      const hidden = others.filter((other) => meet(box, other)).length;
      const under = taken.filter((other) => meet(box, other)).length;
      return { at, cost: far / 4 + hidden * OVER_LINE + under * OVER_NUMBER };
    });
    const [first, ...rest] = costed;
    if (!first) return undefined;
    const { at } = rest.reduce((best, other) => (other.cost < best.cost ? other : best), first);
    taken.push(around(at));
    return at;
  });
}

/** Places along a line, with how far they are from its start. */
function candidates(points: readonly Point[]): readonly { readonly at: Point; readonly far: number }[] {
  let before = 0;
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    const room = to.x === from.x ? HALF.height : HALF.width;
    const start = before;
    before += length;
    const count = Math.max(0, Math.floor((length - 2 * room) / STEP));
    return Array.from({ length: length > 2 * room ? count + 1 : 0 }, (_, turn) => {
      const along = room + turn * STEP;
      const share = along / length;
      return {
        at: { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
        far: start + along,
      };
    });
  });
}

/** Places beside a line that is too short to bear a number. */
function beside(points: readonly Point[]): readonly { readonly at: Point; readonly far: number }[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const isLevel = from.y === to.y;
    return [-1, 1].map((side) => ({
      at: isLevel
        ? { x: middle.x, y: middle.y + side * (HALF.height + 4) }
        : { x: middle.x + side * (HALF.width + 4), y: middle.y },
      far: side,
    }));
  });
}

function around({ x, y }: Point): Box {
  return { x: x - HALF.width, y: y - HALF.height, width: 2 * HALF.width, height: 2 * HALF.height };
}

/** Also where one of them is a mere line. */
function meet(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
