import type { PictureFrame } from "../frame.ts";
import type { Grid } from "../grid.ts";
import { isShared } from "../keeping/rooms.ts";
import type { Sheet } from "../sheet.ts";
import { isSound } from "../keeping/sound.ts";
import { isSeat } from "../../../pins/pin.ts";
import { setOnFloor } from "./floor.ts";
import { setLane } from "./lane.ts";
import type { Cell } from "./seats.ts";
import { setShared } from "./shared.ts";
import { stretched } from "./stretched.ts";
import { setTiles, type Seating } from "./tiles.ts";

/**
 * Puts shapes where somebody wants them, on a sheet on which all stands where it stands by itself: each in its group, which
 * grows around it, and on the open floor where it was put. What is in the way moves, and nothing else. A sheet that could
 * not be shown then stays as it was.
 */
export function pinned(frame: PictureFrame, sheet: Sheet, grid: Grid | undefined): Seating {
  const cells = new Map<number, Cell>();
  let made = sheet;
  for (const group of frame.groups.keys()) {
    if (!frame.nodes.some((node) => node.group === group && node.pin && isSeat(node.pin))) continue;
    const seating = setIn(frame, made, group, grid);
    if (!seating) continue;
    made = seating.sheet;
    for (const [index, cell] of seating.cells) cells.set(index, cell);
  }
  const done = setOnFloor(frame, stretched(frame, sheet, made));
  return isSound(frame, done) ? { sheet: done, cells } : { sheet, cells: new Map() };
}

/** Whether somebody put a shape of a picture anywhere. */
export function hasPins({ nodes, layout }: PictureFrame): boolean {
  return layout !== "tree" && nodes.some(({ pin }) => pin);
}

/** Whether a shape may stand between the columns of the grid, as those do that were put on the open floor. */
export function isOffGrid({ nodes }: PictureFrame): boolean {
  return nodes.some(({ group, pin }) => group < 0 && pin && !isSeat(pin));
}

function setIn(
  frame: PictureFrame,
  sheet: Sheet,
  group: number,
  grid: Grid | undefined,
): Seating | undefined {
  if (frame.layout === "lanes") return setLane(frame, sheet, group);
  if (isShared(frame, group)) return setShared(frame, sheet, group);
  return grid && setTiles(frame, sheet, group, grid);
}
