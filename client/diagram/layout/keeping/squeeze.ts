import type { Box, PictureFrame, Size } from "../frame.ts";
import { GUTTER, MARGIN, ROOM_GAP } from "../grid.ts";
import { insideOf } from "./insides.ts";
import { near, right, withNode, type Sheet } from "../sheet.ts";

/**
 * Gives what is new in a group whose members share its width a room that moves nobody: where one stood that is gone, or
 * half of the widest. Undefined where it fits into neither.
 */
export function squeezeIn(frame: PictureFrame, sheet: Sheet, index: number): Sheet | undefined {
  const { group = -1, width = 0, height = 0 } = frame.nodes[index] ?? {};
  const rooms = frame.nodes.flatMap((node, at) => {
    const box = node.group === group ? sheet.nodes[at] : undefined;
    return box ? [{ at, box, least: node.width }] : [];
  });
  const gap = frame.groups[group]?.frame === "wall" ? ROOM_GAP : GUTTER;
  const boxes = rooms.map(({ box }) => box);
  const empty = emptyIn(insideOf(frame, sheet, group), boxes, gap).find(holds({ width, height }));
  if (empty) return withNode(sheet, index, empty);
  const [widest] = rooms
    .filter(({ box, least }) => box.height >= height && halfOf(box, gap) >= Math.max(least, width))
    .toSorted((a, b) => b.box.width - a.box.width || b.box.y - a.box.y || b.box.x - a.box.x);
  if (!widest) return undefined;
  const half = halfOf(widest.box, gap);
  const left = withNode(sheet, widest.at, { ...widest.box, width: half });
  return withNode(left, index, { ...widest.box, x: widest.box.x + half + gap, width: half });
}

/** Lets roofs and beams reach over a sheet that got wider: the last of each row does, so that nothing moves. */
export function stretch(frame: PictureFrame, sheet: Sheet, by: number): Sheet {
  return by > 0 ? frame.groups.reduce((all, _, group) => longer(frame, all, group, by), sheet) : sheet;
}

function longer(frame: PictureFrame, sheet: Sheet, group: number, by: number): Sheet {
  const box = sheet.groups[group];
  const { nodes } = frame;
  if (!box || !nodes.some((node) => node.group === group && node.spread)) return sheet;
  const wide = { ...box, width: box.width + by };
  if (right(wide) > sheet.size.width - MARGIN + 0.5) return sheet;
  const others = [
    ...sheet.nodes.filter((_, index) => nodes[index]?.group !== group),
    ...sheet.groups.filter((_, index) => index !== group),
  ];
  if (others.some((other) => other && near(other, wide, 0, 0))) return sheet;
  const grown = sheet.nodes.map((it, index) => {
    const isLast = nodes[index]?.group === group && it && right(it) >= right(box) - 0.5;
    return isLast ? { ...it, width: it.width + by } : it;
  });
  return { ...sheet, nodes: grown, groups: sheet.groups.with(group, wide) };
}

function halfOf({ width }: Box, gap: number): number {
  return (width - gap) / 2;
}

function holds({ width, height }: Size): (box: Box) => boolean {
  return (box) => box.width >= width && box.height >= height;
}

/** What is empty in the rows of rooms, from wall to wall. */
function emptyIn(inside: Box, rooms: readonly Box[], gap: number): readonly Box[] {
  return [...new Set(rooms.map(({ y }) => y))].flatMap((y) => {
    const row = rooms.filter((box) => box.y === y).toSorted((a, b) => a.x - b.x);
    const height = Math.max(...row.map((box) => box.height));
    const starts = [inside.x, ...row.map((box) => right(box) + gap)];
    const ends = [...row.map((box) => box.x - gap), right(inside)];
    return starts.map((x, turn): Box => ({ x, y, width: (ends[turn] ?? x) - x, height }));
  });
}
