import type { Box, EdgePlace } from "./frame.ts";

/** How far what hangs below somebody is set in, and the line on which it hangs. */
export const INSET = 30;
const SPINE = 14;
/** Between a head and the row below it. */
export const DROP = 52;

/** From a shape to the one above it: from the row below a head, or from a list. */
export function branch(
  boxes: readonly (Box | undefined)[],
  isBelowHead: boolean,
  from: number,
  to: number,
): EdgePlace {
  const start = boxes[from];
  const end = boxes[to];
  if (!start || !end) return { points: [], label: undefined };
  const foot = end.y + end.height;
  if (!isBelowHead) {
    const level = start.y + start.height / 2;
    const spine = end.x + SPINE;
    return {
      points: [
        { x: start.x, y: level },
        { x: spine, y: level },
        { x: spine, y: foot },
      ],
      label: undefined,
    };
  }
  const x = start.x + start.width / 2;
  const trunk = end.x + end.width / 2;
  const level = start.y - DROP / 2;
  const bend =
    x === trunk
      ? []
      : [
          { x, y: level },
          { x: trunk, y: level },
        ];
  return { points: [{ x, y: start.y }, ...bend, { x: trunk, y: foot }], label: undefined };
}
