import type { PictureFrame } from "../frame.ts";
import { GUTTER, TILE, type Grid } from "../grid.ts";
import { makeRoom, makeWay } from "./push.ts";
import { bottom, right, type Sheet } from "../sheet.ts";

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

/** Makes a group so much higher, which pushes what is below it where it has to. */
export function deeper(frame: PictureFrame, sheet: Sheet, group: number, by: number): Made {
  const box = sheet.groups[group];
  if (!box || by <= 0) return { sheet, moved: 0 };
  const grown = { ...sheet, groups: sheet.groups.with(group, { ...box, height: box.height + by }) };
  const made = makeRoom(frame, grown, frame.nodes.length + group);
  return { sheet: made, moved: movedBetween(sheet, made) };
}

/** How many shapes stand elsewhere on another sheet. */
export function movedBetween(sheet: Sheet, other: Sheet): number {
  return sheet.nodes.filter((box, index) => {
    const now = other.nodes[index];
    return box && now && (box.x !== now.x || box.y !== now.y);
  }).length;
}

/** Makes a group so much higher at its top, as far as the space above it is free. */
export function taller(frame: PictureFrame, sheet: Sheet, group: number, by: number): Sheet {
  const box = sheet.groups[group];
  if (!box || (frame.groups[group]?.parent ?? -1) >= 0) return sheet;
  const band = sheet.bands.find((it) => frame.groups[group]?.storey === it.storey)?.box;
  const ceilings = [...sheet.groups, ...sheet.nodes].flatMap((other) => {
    const isAbove = other && bottom(other) <= box.y && other.x - 8 < right(box) && box.x - 8 < right(other);
    return isAbove ? [bottom(other) + NARROW] : [];
  });
  const top = Math.min(box.y, Math.max(box.y - by, (band?.y ?? 0) + 4, ...ceilings));
  const grown = { ...box, y: top, height: box.height + box.y - top };
  return { ...sheet, groups: sheet.groups.with(group, grown) };
}

/**
 * Makes a group one column wider: what stands beside it, to the right, moves on by a column, and the sheet gets wider
 * where that is needed. Undefined for a group in another, and where the sheet would get too wide.
 */
export function wider(frame: PictureFrame, sheet: Sheet, group: number, room: Room): Made | undefined {
  const box = sheet.groups[group];
  if (!box || (frame.groups[group]?.parent ?? -1) >= 0) return undefined;
  const by = TILE + (room.grid?.gutter ?? GUTTER);
  const wide = { ...sheet, groups: sheet.groups.with(group, { ...box, width: box.width + by }) };
  const made = makeWay(frame, wide, frame.nodes.length + group, by);
  const end = Math.max(...[...made.nodes, ...made.groups].map((it) => (it ? right(it) : 0)));
  return reaching(made, end, room, movedBetween(sheet, made));
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
