import type { Before, Box, PictureFrame } from "./frame.ts";
import { insideOf } from "./insides.ts";
import { isShared, shareAgain } from "./rooms.ts";
import { found } from "./found.ts";
import { deeper, taller, type Room } from "./room.ts";
import { bottom, insertRoom, near, withNode, type Sheet } from "./sheet.ts";
import { isSound } from "./sound.ts";
import { settle } from "./slots.ts";

/** At least so many of the shapes have to be known. */
const KNOWN = 0.6;
/** The sheet may become so much emptier than it was when it was laid out afresh. */
const EMPTIER = 0.7;

/**
 * Places a frame so that what was there before stays where it was: what is new takes what is free in its group, or a row
 * of its own below, for which room is made across the sheet. Undefined where too little would stay for that to be worth
 * it, or where too much of the sheet would be empty: the picture is then laid out afresh.
 */
export function keep(frame: PictureFrame, before: Before): Sheet | undefined {
  const known = before.nodes.filter((box) => box).length;
  if (known < frame.nodes.length * KNOWN) return undefined;
  const isNarrow = frame.groups.some(
    ({ title }, index) => title.width > (before.groups[index]?.width ?? Infinity) - 24,
  );
  if (isNarrow) return undefined;
  const { base, ...start } = before;
  const room: Room = { grid: base.lattice?.grid, width: base.width };
  const founded = found(frame, start, room);
  if (!founded) return undefined;
  const below = frame.groups.reduce<Sheet>((sheet, _, group) => belowTitle(frame, sheet, group), founded);
  const grown = frame.nodes.reduce<Sheet>((sheet, _, index) => grow(frame, sheet, index), below);
  const shared = frame.groups.reduce<Sheet>(
    (sheet, _, group) => (isCrowded(frame, sheet, group) ? shareAgain(frame, sheet, group, room) : sheet),
    grown,
  );
  const full = frame.nodes.reduce<Sheet>(
    (sheet, _, index) => (sheet.nodes[index] ? sheet : settle(frame, sheet, index, room)),
    shared,
  );
  return densityOf(full) < base.density * EMPTIER || !isSound(frame, full) ? undefined : full;
}

/** The share of a sheet that shapes cover. */
export function densityOf({ nodes, size }: Pick<Sheet, "nodes" | "size">): number {
  const covered = nodes.reduce((sum, box) => sum + (box ? box.width * box.height : 0), 0);
  return covered / Math.max(1, size.width * size.height);
}

/** A title that takes more lines pushes down what stands below it. */
function belowTitle(frame: PictureFrame, sheet: Sheet, group: number): Sheet {
  if ((frame.groups[group]?.title.height ?? 0) === 0) return sheet;
  const inside = insideOf(frame, sheet, group);
  const tops = [
    ...frame.nodes.flatMap((node, index) => (node.group === group ? (sheet.nodes[index]?.y ?? []) : [])),
    ...frame.groups.flatMap(({ parent }, index) => (parent === group ? (sheet.groups[index]?.y ?? []) : [])),
  ];
  const top = Math.min(...tops);
  if (!Number.isFinite(top) || inside.y <= top) return sheet;
  return taller(frame, sheet, group, inside.y - top) ?? insertRoom(sheet, top, inside.y - top);
}

/** A shape that needs more height takes it from the free space below, or gets it across the sheet. */
function grow(frame: PictureFrame, sheet: Sheet, index: number): Sheet {
  const box = sheet.nodes[index];
  const { height = 0, group = -1 } = frame.nodes[index] ?? {};
  if (!box || box.height >= height || isShared(frame, group)) return sheet;
  const more = height - box.height;
  const below: Box = { ...box, y: bottom(box), height: more };
  const isFree =
    !sheet.nodes.some((other, at) => at !== index && other && near(below, other, 0, NARROW)) &&
    !sheet.groups.some((other) => other && other.y >= bottom(box) && near(below, other, 0, NARROW));
  const lacks = bottom(below) - bottom(insideOf(frame, sheet, group));
  const made =
    isFree && (group >= 0 || lacks <= 0)
      ? deeper(frame, sheet, group, lacks).sheet
      : insertRoom(sheet, bottom(box), more);
  return withNode(made, index, { ...box, height });
}

/** So near may a shape come to the one below it. */
const NARROW = 10;

/** Whether a group whose members share its width has one that is new, or one that needs more height. */
function isCrowded(frame: PictureFrame, sheet: Sheet, group: number): boolean {
  if (!isShared(frame, group)) return false;
  return frame.nodes.some(
    (node, index) => node.group === group && node.height > (sheet.nodes[index]?.height ?? -1),
  );
}
