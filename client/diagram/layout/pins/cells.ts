import { isSeat } from "../../../pins/pin.ts";
import type { Box, PictureFrame } from "../frame.ts";
import type { Sheet } from "../sheet.ts";
import type { Cell, Member } from "./seats.ts";

/** The shapes that stand in a group itself, and where. */
export function membersOf(frame: PictureFrame, sheet: Sheet, group: number): readonly Placed[] {
  return frame.nodes.flatMap((node, index) => {
    const box = sheet.nodes[index];
    return node.group === group && box ? [{ index, box }] : [];
  });
}

export interface Placed {
  readonly index: number;
  readonly box: Box;
}

/** Different numbers in their order, where half a pixel is no difference. */
export function levelsOf(numbers: readonly number[]): readonly number[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted.filter((number, index) => index === 0 || number - (sorted[index - 1] ?? 0) > 0.5);
}

/** The index of the level that is nearest to a number. */
export function nearestLevel(levels: readonly number[], number: number): number {
  return levels.reduce(
    (best, level, index) =>
      Math.abs(level - number) < Math.abs((levels[best] ?? Infinity) - number) ? index : best,
    0,
  );
}

/** A member of a group with the cell that somebody wants for it, within so many columns and rows. */
export function memberAt(
  { nodes }: PictureFrame,
  index: number,
  own: Cell,
  most: { readonly columns: number; readonly rows: number },
): Member {
  const pin = nodes[index]?.pin;
  const wanted = pin &&
    isSeat(pin) && {
      column: Math.max(0, Math.min(pin.column, most.columns) - 1),
      row: Math.max(0, Math.min(pin.row, most.rows) - 1),
    };
  return { index, own, wanted: wanted || undefined };
}
