import type { Box, PictureFrame } from "./frame.ts";
import { GUTTER, TILE, type Grid } from "./grid.ts";
import { bottom, insertRoom, near, right, type Sheet } from "./sheet.ts";

/** A sheet on which a group got room, and how many shapes had to move for that. */
export interface Made {
  readonly sheet: Sheet;
  readonly moved: number;
}

/** So near may things come where that spares everything below a move. */
const NARROW = 16;
/** A wider sheet is as bad as so large a share of the shapes moving. */
const WIDER = 0.04;
/** Nor does a sheet get wider than so many times what it was. */
const WIDEST = 1.3;

/** Makes a group so much higher: into the free space below it, or across the sheet where there is none. */
export function deeper(frame: PictureFrame, sheet: Sheet, group: number, by: number): Made {
  const box = sheet.groups[group];
  if (!box || by <= 0) return { sheet, moved: 0 };
  const alone = (frame.groups[group]?.parent ?? -1) < 0;
  const grown = { ...box, height: box.height + by };
  if (alone && isFree(frame, sheet, group, grown))
    return { sheet: { ...sheet, groups: sheet.groups.with(group, grown) }, moved: 0 };
  const level = bottom(box) - 0.25;
  const moved = sheet.nodes.filter((it) => it && it.y >= level).length;
  return { sheet: insertRoom(sheet, level, by), moved };
}

/** Makes a group so much higher at its top, where the space above it is free; else undefined. */
export function taller(frame: PictureFrame, sheet: Sheet, group: number, by: number): Sheet | undefined {
  const box = sheet.groups[group];
  if (!box || (frame.groups[group]?.parent ?? -1) >= 0) return undefined;
  const grown = { ...box, y: box.y - by, height: box.height + by };
  return isFree(frame, sheet, group, grown)
    ? { ...sheet, groups: sheet.groups.with(group, grown) }
    : undefined;
}

/**
 * Makes a group one column wider: what stands beside it, to the right, moves on by a column, and the sheet gets wider
 * where that is needed. Undefined for a group in another, and where the sheet would get too wide.
 */
export function wider(frame: PictureFrame, sheet: Sheet, group: number, room: Room): Made | undefined {
  const box = sheet.groups[group];
  if (!box || (frame.groups[group]?.parent ?? -1) >= 0) return undefined;
  const by = TILE + (room.grid?.gutter ?? GUTTER);
  const grown = { ...box, width: box.width + by };
  const wide = { ...sheet, groups: sheet.groups.with(group, grown) };
  const isBeside = (it: Box): boolean => it.x >= right(box) && it.y < bottom(box) && box.y < bottom(it);
  if (isFree(frame, sheet, group, grown)) return reaching(wide, right(grown), room, 0);
  const move = (it: Box): Box => (isBeside(it) ? { ...it, x: it.x + by } : it);
  const nodes = sheet.nodes.map((it) => it && move(it));
  const groups = wide.groups.map((it) => it && move(it));
  const moved = sheet.nodes.filter((it) => it && isBeside(it)).length;
  const end = Math.max(...[...nodes, ...groups].map((it) => (it ? right(it) : 0)));
  return reaching({ ...wide, nodes, groups }, end, room, moved);
}

export interface Room {
  readonly grid: Grid | undefined;
  /** The width of the sheet when it was laid out. */
  readonly width: number;
}

/** The sheet so wide that it reaches over a place; undefined where it would be too wide. */
export function reaching(sheet: Sheet, end: number, { grid, width }: Room, moved: number): Made | undefined {
  const step = TILE + (grid?.gutter ?? GUTTER);
  const lacks = end + MARGIN - sheet.size.width;
  if (lacks <= 0) return { sheet, moved };
  const by = Math.ceil(lacks / step) * step;
  const whole = sheet.size.width + by;
  if (whole > width * WIDEST + step / 2) return undefined;
  const bands = sheet.bands.map((band) => ({ ...band, box: { ...band.box, width: band.box.width + by } }));
  const size = { ...sheet.size, width: whole };
  return { sheet: { ...sheet, size, bands }, moved: moved + WIDER * sheet.nodes.length };
}

const MARGIN = 30;

/** Whether a group can have a box without coming too near to anything that is not in it. */
function isFree({ nodes, groups }: PictureFrame, sheet: Sheet, group: number, box: Box): boolean {
  const isWithin = (at: number): boolean => at >= 0 && (at === group || isWithin(groups[at]?.parent ?? -1));
  const band = sheet.bands.find((it) => groups[group]?.storey === it.storey)?.box;
  if (band && (box.y < band.y + 4 || bottom(box) > bottom(band) - 4)) return false;
  if (box.y < 4 || bottom(box) > sheet.size.height - 4) return false;
  return (
    !sheet.groups.some((other, at) => other && !isWithin(at) && near(box, other, 8, NARROW)) &&
    !sheet.nodes.some(
      (other, at) => other && !isWithin(nodes[at]?.group ?? -1) && near(box, other, 8, NARROW),
    )
  );
}
