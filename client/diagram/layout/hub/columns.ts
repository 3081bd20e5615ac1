import type { Box } from "../frame.ts";
import { TILE } from "../grid.ts";

/** A shape of a column with the room that it has, and how far below the top of that it begins. */
export interface Place {
  readonly node: number;
  readonly room: number;
  readonly top: number;
  readonly height: number;
}

/** Between two shapes one below the other, at least and at most. */
const APART = 20;
const FARTHEST = 64;

export function heightOf(column: readonly Place[]): number {
  return Math.max(
    0,
    column.reduce((sum, { room }) => sum + room + APART, -APART),
  );
}

/** Sets a column up in the middle of a height, as evenly as there is room for. */
export function stand(
  column: readonly Place[],
  { y: start, height }: Pick<Box, "y" | "height">,
  nodes: (Box | undefined)[],
): void {
  const spare = (height - heightOf(column)) / Math.max(1, column.length - 1);
  const apart = APART + Math.min(FARTHEST - APART, Math.floor(spare));
  const whole = column.reduce((sum, { room }) => sum + room + apart, -apart);
  let y = Math.round(start + (height - whole) / 2);
  for (const { node, room, top, height: own } of column) {
    nodes[node] = { x: 0, y: y + top, width: TILE, height: own };
    y += room + apart;
  }
}

/** Sets the shapes of a column at their place across the picture. */
export function shift(column: readonly Place[], x: number, nodes: (Box | undefined)[]): void {
  for (const { node } of column) {
    const box = nodes[node];
    if (box) nodes[node] = { ...box, x };
  }
}
