import type { Box, PictureFrame } from "./frame.ts";
import { GUTTER, ROOM_GAP, TILE } from "./grid.ts";
import { insideOf } from "./insides.ts";
import { deeper, wider, type Room } from "./room.ts";
import { bottom, withNode, type Sheet } from "./sheet.ts";

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

/** Shares the inside of a group among its members again, and makes room beside or below where it is not enough. */
export function shareAgain(frame: PictureFrame, sheet: Sheet, group: number, room: Room): Sheet {
  const members = frame.nodes.flatMap((node, index) => (node.group === group ? [index] : []));
  const inside = insideOf(frame, sheet, group);
  const isWall = frame.groups[group]?.frame === "wall";
  const gap = isWall ? ROOM_GAP : GUTTER;
  const most = Math.floor((inside.width + gap) / (TILE + gap));
  const columns = isWall ? Math.max(1, Math.min(most, members.length)) : members.length;
  const rows = Math.ceil(members.length / columns);
  const width = (inside.width - (columns - 1) * gap) / columns;
  const needed = Math.max(0, ...members.map((member) => frame.nodes[member]?.height ?? 0));
  const before = Math.max(0, ...members.map((member) => sheet.nodes[member]?.height ?? 0));
  const there = (inside.height + gap) / rows - gap;
  const height = Math.max(needed, Math.min(before, there));
  const end = inside.y + rows * (height + gap) - gap;
  const made = deeper(frame, sheet, group, end - bottom(inside));
  const beside = made.moved > 0 ? wider(frame, sheet, group, room) : undefined;
  if (beside && beside.moved < made.moved) return shareAgain(frame, beside.sheet, group, room);
  return members.reduce((all, member, turn) => {
    const x = inside.x + (turn % columns) * (width + gap);
    const y = inside.y + Math.floor(turn / columns) * (height + gap);
    const box: Box = { x, y, width, height };
    return withNode(all, member, box);
  }, made.sheet);
}
