import type { Box, PictureFrame, Size } from "../frame.ts";
import { AISLE, columnAt, columnsIn, HEADER_SPACE, PAD, ROOM_GAP, TILE } from "../grid.ts";
import { makeRoom } from "./push.ts";
import { movedBetween, reaching, type Room } from "./room.ts";
import { isShared, leastWidth } from "./rooms.ts";
import { bottom, near, right, type Sheet } from "../sheet.ts";
import { addShelf } from "../tree-shelf.ts";

/**
 * Gives each group that is new its ground: beside others of its row where there is room, else at the end of the row or
 * below all of its storey, whichever moves less. Undefined where there is no such place: the picture is then laid out afresh.
 */
export function found(frame: PictureFrame, sheet: Sheet, room: Room): Sheet | undefined {
  return frame.groups.reduce<Sheet | undefined>(
    (all, _, group) => (all && !all.groups[group] ? ground(frame, all, group, room) : all),
    sheet,
  );
}

function ground(frame: PictureFrame, sheet: Sheet, index: number, room: Room): Sheet | undefined {
  if (frame.layout === "tree") return addShelf(frame, sheet, index);
  const group = frame.groups[index];
  const { grid } = room;
  const isNested = group && (group.parent >= 0 || frame.groups.some(({ parent }) => parent === index));
  if (!group || !grid || isNested) return undefined;
  const others = frame.groups.flatMap(({ storey, row, parent }, at) => {
    const box = sheet.groups[at];
    return box && storey === group.storey && parent < 0 ? [{ row, box }] : [];
  });
  if (others.length === 0) return undefined;
  const count = columnsIn(sheet, grid);
  const sizes = sizesOf(frame, index, count, grid);
  const [size] = sizes;
  if (!size) return undefined;
  const levels = [...new Set(others.filter(({ row }) => row === group.row).map(({ box }) => box.y))];
  const isFree = (box: Box): boolean =>
    ![...sheet.groups, ...sheet.nodes].some((other) => other && near(box, other, 8, PAD));
  const pad = group.frame === "none" ? 0 : PAD;
  const xs = Array.from({ length: count + 2 }, (_, column) => columnAt(grid, column) - pad);
  const free = sizes
    .flatMap((it) => levels.flatMap((y) => xs.map((x): Box => ({ x, y, ...it }))))
    .filter(isFree);
  const end = columnAt(grid, count - 1) + TILE + pad + 0.5;
  const place = (box: Box): Sheet => ({ ...sheet, groups: sheet.groups.with(index, box) });
  const within = free.find((box) => right(box) <= end);
  if (within) return makeRoom(frame, place(within), frame.nodes.length + index);
  const x = columnAt(grid, 0) - pad;
  const below = lowered(sheet, { x, y: floorOf(others) + AISLE, ...size });
  const made = makeRoom(frame, place(below), frame.nodes.length + index);
  const [wide] = free.flatMap((box) => reaching(place(box), right(box), room, 0) ?? []);
  return wide && wide.moved < movedBetween(sheet, made)
    ? makeRoom(frame, wide.sheet, frame.nodes.length + index)
    : made;
}

function floorOf(others: readonly { readonly box: Box }[]): number {
  return Math.max(...others.map(({ box }) => bottom(box)));
}

/** A place, or one so much lower that nothing that begins above it reaches into it. */
function lowered(sheet: Sheet, place: Box): Box {
  const over = [...sheet.groups, ...sheet.nodes].find(
    (it) => it && it.y < place.y && near(it, place, 8, PAD),
  );
  return over ? lowered(sheet, { ...place, y: bottom(over) + AISLE }) : place;
}

/** What a group may measure, at best about as wide as high, and wide enough for its title. */
function sizesOf(
  frame: PictureFrame,
  index: number,
  most: number,
  { gutter, gap }: { readonly gutter: number; readonly gap: number },
): readonly Size[] {
  const members = frame.nodes.filter(({ group }) => group === index);
  const group = frame.groups[index];
  const least = Math.max(1, Math.ceil((leastWidth(frame, index) + gutter) / (TILE + gutter)));
  const square = Math.max(least, Math.ceil(Math.sqrt(members.length)));
  const tile = Math.max(0, ...members.map(({ height }) => height));
  const pad = group?.frame === "none" ? 0 : PAD;
  const header = group && group.title.height > 0 ? group.title.height + HEADER_SPACE : pad;
  const apart = isShared(frame, index) ? ROOM_GAP : gap;
  return Array.from({ length: Math.max(least, members.length) - least + 1 }, (_, more) => least + more)
    .filter((columns) => columns <= most)
    .toSorted((a, b) => Math.abs(a - square) - Math.abs(b - square))
    .map((columns) => {
      const rows = Math.max(1, Math.ceil(members.length / columns));
      const width = columns * (TILE + gutter) - gutter + 2 * pad;
      return { width, height: header + rows * (tile + apart) - apart + pad };
    });
}
