import { leastHeight } from "../boxes.ts";
import type { Base, Before, PictureFrame } from "../frame.ts";
import { hang } from "./hang.ts";
import { insideOf } from "./insides.ts";
import { isShared, leastWidth, shareAgain } from "./rooms.ts";
import { found } from "./found.ts";
import { CLOSE, holdIn, makeRoom, membersOf, moveDown } from "./push.ts";
import { movedBetween, taller, wider, type Room } from "./room.ts";
import { bottom, right, withNode, type Sheet } from "../sheet.ts";
import { isSound } from "./sound.ts";
import { settle } from "./slots.ts";
import { squeezeIn, stretch } from "./squeeze.ts";

/** At least so many of the shapes have to be known, unless it is only a handful that is new. */
const KNOWN = 0.6;
const HANDFUL = 4;
/** The sheet may become so much emptier than it was when it was laid out afresh. */
const EMPTIER = 0.55;

/**
 * Places a frame so that what was there before stays where it was: what is new takes what is free in its group, or a row
 * of its own below, for which room is made across the sheet. Undefined where too little would stay for that to be worth
 * it, or where too much of the sheet would be empty: the picture is then laid out afresh.
 */
export function keep(frame: PictureFrame, before: Before): Sheet | undefined {
  const sheet = stay(frame, before);
  return sheet && isSound(frame, sheet) ? sheet : undefined;
}

/** The same, without a look at whether the sheet can be shown: it always should be one that can. */
export function stay(frame: PictureFrame, before: Before): Sheet | undefined {
  const known = before.nodes.filter((box) => box).length;
  const isOther = known < frame.nodes.length * KNOWN && frame.nodes.length - known > HANDFUL;
  if (known === 0 || isOther) return undefined;
  const { base, ...start } = before;
  const room: Room = { grid: base.lattice?.grid, width: base.width };
  const wide = widened(frame, start, room);
  const founded = wide && found(frame, wide, room);
  if (!founded) return undefined;
  const below = frame.groups.reduce<Sheet>((sheet, _, group) => belowTitle(frame, sheet, group), founded);
  const grown = frame.nodes.reduce<Sheet>((sheet, _, index) => grow(frame, sheet, index), below);
  const squeezed = frame.nodes.reduce<Sheet>((sheet, { group }, index) => {
    const isNew = !sheet.nodes[index] && isShared(frame, group);
    return (isNew && squeezeIn(frame, sheet, index)) || sheet;
  }, grown);
  const shared = frame.groups.reduce<Sheet>(
    (sheet, _, group) => (isCrowded(frame, sheet, group) ? shareAgain(frame, sheet, group, room) : sheet),
    squeezed,
  );
  const full = frame.nodes.reduce<Sheet | undefined>(
    (sheet, _, index) => (sheet && !sheet.nodes[index] ? seat(frame, sheet, index, room) : sheet),
    shared,
  );
  if (!full || isEmptier(full, base)) return undefined;
  return stretch(frame, full, full.size.width - before.size.width);
}

/** Gives a shape that is new its place; undefined where there is none. */
function seat(frame: PictureFrame, sheet: Sheet, index: number, room: Room): Sheet | undefined {
  const isHung = frame.layout === "tree" && (frame.nodes[index]?.group ?? -1) < 0;
  return isHung ? hang(frame, sheet, index) : settle(frame, sheet, index, room);
}

/** Whether so much more of a sheet is empty that it is worth laying it out afresh. */
export function isEmptier(sheet: Pick<Sheet, "nodes" | "size">, { density }: Base): boolean {
  return densityOf(sheet) < density * EMPTIER;
}

/** The share of a sheet that shapes cover. */
export function densityOf({ nodes, size }: Pick<Sheet, "nodes" | "size">): number {
  const covered = nodes.reduce((sum, box) => sum + (box ? box.width * box.height : 0), 0);
  return covered / Math.max(1, size.width * size.height);
}

/** Groups get wider that are too narrow for their title, or for what spreads over them; undefined where one cannot. */
function widened(frame: PictureFrame, sheet: Sheet, room: Room): Sheet | undefined {
  return frame.groups.reduce<Sheet | undefined>((all, _, group) => {
    let wide = all;
    while (wide?.groups[group] && insideOf(frame, wide, group).width + 0.5 < leastWidth(frame, group))
      wide = wider(frame, wide, group, room)?.sheet;
    return wide;
  }, sheet);
}

/** A title that takes more lines takes the free space above its group, and pushes down what stands below it. */
function belowTitle(frame: PictureFrame, sheet: Sheet, group: number): Sheet {
  if ((frame.groups[group]?.title.height ?? 0) === 0) return sheet;
  const lacks = (it: Sheet): number => insideOf(frame, it, group).y - topOf(frame, it, group);
  if (!(lacks(sheet) > 0)) return sheet;
  const raised = taller(frame, sheet, group, lacks(sheet));
  if (!(lacks(raised) > 0)) return raised;
  return holdIn(frame, moveDown(frame, raised, membersOf(frame, group), lacks(raised)), group);
}

/** The highest place in a group at which something stands; infinite for an empty one. */
function topOf(frame: PictureFrame, sheet: Sheet, group: number): number {
  const boxes = [...sheet.nodes, ...sheet.groups];
  return Math.min(...membersOf(frame, group).flatMap((end) => boxes[end]?.y ?? []));
}

/** A shape that needs more height pushes down what is below it, or takes some from above where that moves less. */
function grow(frame: PictureFrame, sheet: Sheet, index: number): Sheet {
  const box = sheet.nodes[index];
  const { [index]: node } = frame.nodes;
  if (!box || !node) return sheet;
  const { group } = node;
  const height = leastHeight(node, box.width);
  if (box.height >= height || isShared(frame, group)) return sheet;
  const down = makeRoom(frame, withNode(sheet, index, { ...box, height }), index);
  const moved = movedBetween(sheet, down);
  if (moved === 0 || group < 0) return down;
  const raised = taller(frame, sheet, group, height - box.height);
  const y = Math.max(box.y - (height - box.height), ceilingOf(frame, raised, index));
  const both = makeRoom(frame, withNode(raised, index, { ...box, y, height }), index);
  return movedBetween(sheet, both) < moved ? both : down;
}

/** How far up a shape could reach in its group. */
function ceilingOf(frame: PictureFrame, sheet: Sheet, index: number): number {
  const box = sheet.nodes[index];
  const { group = -1 } = frame.nodes[index] ?? {};
  const boxes = [...sheet.nodes, ...sheet.groups];
  const above = membersOf(frame, group).flatMap((end) => {
    const other = end === index ? undefined : boxes[end];
    const isAbove = box && other && other.y < box.y && other.x < right(box) && box.x < right(other);
    return isAbove ? [bottom(other) + CLOSE] : [];
  });
  return Math.min(box?.y ?? 0, Math.max(insideOf(frame, sheet, group).y, ...above));
}

/** Whether a group whose members share its width has one that is new, or one that needs more than it has. */
function isCrowded(frame: PictureFrame, sheet: Sheet, group: number): boolean {
  if (!isShared(frame, group)) return false;
  return frame.nodes.some((node, index) => {
    const { width, height } = sheet.nodes[index] ?? { width: -1, height: -1 };
    return node.group === group && (node.width > width || leastHeight(node, width) > height);
  });
}
