import type { Box, PictureFrame } from "../frame.ts";
import { GUTTER, ROOM_GAP, TILE } from "../grid.ts";
import { insideOf } from "./insides.ts";
import { deeper, movedBetween, wider, type Room } from "./room.ts";
import { withNode, type Sheet } from "../sheet.ts";

/** Whether the members of a group share its whole width: rooms between walls, roofs and beams. */
export function isShared({ layout, groups, nodes }: PictureFrame, group: number): boolean {
  if (layout !== "storeys") return false;
  return groups[group]?.frame === "wall" || nodes.some((node) => node.group === group && node.spread);
}

/** The width that a group needs inside: for its title, and for what spreads over it. */
export function leastWidth({ nodes, groups }: PictureFrame, index: number): number {
  const spread = nodes.filter(({ group, spread: isSpread }) => group === index && isSpread);
  const together = spread.reduce((sum, { width }) => sum + width + GUTTER, -GUTTER);
  return Math.max(groups[index]?.title.width ?? 0, together);
}

/**
 * Shares the inside of a group among its members again, in the order in which they stand, and makes room below where it
 * is not enough, or beside where that moves less.
 */
export function shareAgain(frame: PictureFrame, sheet: Sheet, group: number, room: Room): Sheet {
  const deep = share(frame, sheet, group);
  const outside = movedBetween(sheet, deeper(frame, sheet, group, deep.lacks).sheet);
  const wide = outside > 0 ? wider(frame, sheet, group, room) : undefined;
  if (!wide) return deep.sheet;
  const beside = shareAgain(frame, wide.sheet, group, room);
  const dear = wide.moved - movedBetween(sheet, wide.sheet);
  return movedBetween(sheet, beside) + dear < movedBetween(sheet, deep.sheet) ? beside : deep.sheet;
}

/** What its members need of a group that gets as much deeper as it lacks. Rows stay as high as they were where they can. */
function share(
  frame: PictureFrame,
  sheet: Sheet,
  group: number,
): { readonly sheet: Sheet; readonly lacks: number } {
  const members = inOrder(frame, sheet, group);
  const inside = insideOf(frame, sheet, group);
  const isWall = frame.groups[group]?.frame === "wall";
  const gap = isWall ? ROOM_GAP : GUTTER;
  const most = Math.floor((inside.width + gap) / (TILE + gap));
  const columns = isWall ? Math.max(1, Math.min(most, members.length)) : members.length;
  const width = (inside.width - (columns - 1) * gap) / columns;
  const needs = rowsOf(members, columns, (member) => frame.nodes[member]?.height ?? 0);
  const before = rowsOf(members, columns, (member) =>
    Math.max(frame.nodes[member]?.height ?? 0, sheet.nodes[member]?.height ?? 0),
  );
  const heights = levelAfter(before, gap) - gap <= inside.height ? before : needs;
  const lacks = levelAfter(heights, gap) - gap - inside.height;
  const made = deeper(frame, sheet, group, lacks).sheet;
  const set = members.reduce((all, member, turn) => {
    const row = Math.floor(turn / columns);
    const x = inside.x + (turn % columns) * (width + gap);
    const y = inside.y + levelAfter(heights.slice(0, row), gap);
    const box: Box = { x, y, width, height: heights[row] ?? 0 };
    return withNode(all, member, box);
  }, made);
  return { sheet: set, lacks };
}

/** The members of a group row by row as they stand, and behind them those that are new. */
function inOrder({ nodes }: PictureFrame, sheet: Sheet, group: number): readonly number[] {
  const members = nodes.flatMap((node, index) => (node.group === group ? [index] : []));
  const place = (index: number): Box => sheet.nodes[index] ?? LAST;
  return members.toSorted((a, b) => place(a).y - place(b).y || place(a).x - place(b).x || a - b);
}

const LAST: Box = { x: Number.MAX_VALUE, y: Number.MAX_VALUE, width: 0, height: 0 };

/** The height of each row: that of the highest in it. */
function rowsOf(
  members: readonly number[],
  columns: number,
  heightOf: (member: number) => number,
): readonly number[] {
  return Array.from({ length: Math.ceil(members.length / columns) }, (_, row) =>
    Math.max(...members.slice(row * columns, (row + 1) * columns).map(heightOf)),
  );
}

/** How far down rows reach, with the gap below the last. */
function levelAfter(heights: readonly number[], gap: number): number {
  return heights.reduce((sum, height) => sum + height + gap, 0);
}
