import type { Box, Point, Size } from "./layout/frame.ts";

/** Space that a title keeps from the lines beside it. */
const BESIDE = 10;

/**
 * How far to the right the title of a group has to move so that no line runs through it: as little as will do. Zero
 * where there is no such place; the title then stands where titles stand.
 *
 * @param strip the part of the group, from side to side, in which its title stands
 */
export function titleShift(strip: Box, title: Size, lines: readonly (readonly Point[])[]): number {
  const crossings = lines.flatMap((points) => crossingsOf(strip, points)).toSorted((a, b) => a - b);
  const end = strip.x + strip.width;
  let x = strip.x;
  for (const crossing of [...crossings, end + BESIDE]) {
    if (x + title.width + BESIDE <= crossing) return x + title.width <= end ? x - strip.x : 0;
    x = Math.max(x, crossing + BESIDE);
  }
  return 0;
}

/** Where the stretches of a line run through a strip. */
function crossingsOf(strip: Box, points: readonly Point[]): readonly number[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const top = Math.min(from.y, to.y);
    const bottom = Math.max(from.y, to.y);
    if (bottom <= strip.y || top >= strip.y + strip.height) return [];
    const ends = [
      Math.max(strip.x, Math.min(from.x, to.x)),
      Math.min(strip.x + strip.width, Math.max(from.x, to.x)),
    ];
    const [left = 0, right = 0] = ends;
    return left > right ? [] : ends;
  });
}
