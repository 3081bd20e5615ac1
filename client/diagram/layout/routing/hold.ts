import type { Box, Point } from "../frame.ts";
import { bottom, right } from "../sheet.ts";

/** Whether a line can stay as it is: it still leads from shape to shape, and through nothing that stands there now. */
export function holds(points: readonly Point[], from: Box, to: Box, obstacles: readonly Box[]): boolean {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2 || !isOn(from, first) || !isOn(to, last)) return false;
  return points.slice(1).every((end, index) => {
    const start = points[index] ?? end;
    if (start.x !== end.x && start.y !== end.y) return false;
    const stretch = {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(start.x - end.x),
      height: Math.abs(start.y - end.y),
    };
    return !obstacles.some((box) => isThrough(stretch, box) && !isAround(box, from) && !isAround(box, to));
  });
}

/** Whether a point is on the outline of a box, and not at a corner. */
function isOn(box: Box, { x, y }: Point): boolean {
  const across = x > box.x + INSET && x < right(box) - INSET;
  const down = y > box.y + INSET && y < bottom(box) - INSET;
  const level = Math.abs(y - box.y) < NEAR || Math.abs(y - bottom(box)) < NEAR;
  const upright = Math.abs(x - box.x) < NEAR || Math.abs(x - right(box)) < NEAR;
  return (across && level) || (down && upright);
}

const INSET = 4;
const NEAR = 0.75;

/** Whether a stretch runs through a box, or so near to it that it seems to. */
function isThrough(stretch: Box, box: Box): boolean {
  return (
    stretch.x < right(box) - 1 &&
    box.x < right(stretch) - 1 + LEAST &&
    stretch.y < bottom(box) - 1 &&
    box.y < bottom(stretch) - 1 + LEAST
  );
}

const LEAST = 0.01;

function isAround(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x && outer.y <= inner.y && right(outer) >= right(inner) && bottom(outer) >= bottom(inner)
  );
}
