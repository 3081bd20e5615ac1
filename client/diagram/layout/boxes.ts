import type { Box, FrameNode, Point } from "./frame.ts";
import { BEAM } from "./grid.ts";

/** The stretches of a line from corner to corner, each a box without width or height. */
export function stretchesOf(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
  });
}

/** Whether a box lies within another, on its border at most. */
export function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** How high a shape has to be where it is so wide. */
export function leastHeight({ height, low = height }: FrameNode, width: number): number {
  return width >= BEAM ? low : height;
}
