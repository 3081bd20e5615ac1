import type { Box, PictureFrame } from "./frame.ts";
import { AISLE, BAND_PAD, columnAt, columnsIn, HEADER_SPACE, PAD, TILE } from "./grid.ts";
import type { Room } from "./room.ts";
import { bottom, insertRoom, near, right, type Sheet } from "./sheet.ts";

/**
 * Gives each group that is new its ground: beside the last one of its row where there is room, else below all of its
 * storey. Undefined where there is no such place: the picture is then laid out afresh.
 */
export function found(frame: PictureFrame, sheet: Sheet, room: Room): Sheet | undefined {
  return frame.groups.reduce<Sheet | undefined>(
    (all, _, group) => (all && !all.groups[group] ? ground(frame, all, group, room) : all),
    sheet,
  );
}

function ground(frame: PictureFrame, sheet: Sheet, index: number, { grid }: Room): Sheet | undefined {
  const group = frame.groups[index];
  const isNested = group && (group.parent >= 0 || frame.groups.some(({ parent }) => parent === index));
  if (!group || !grid || isNested) return undefined;
  const size = sizeOf(frame, index, columnsIn(sheet, grid), grid);
  const others = frame.groups.flatMap(({ storey, row, parent }, at) => {
    const box = sheet.groups[at];
    return box && storey === group.storey && parent < 0 ? [{ row, box }] : [];
  });
  const isFree = (box: Box): boolean =>
    ![...sheet.groups, ...sheet.nodes].some((other) => other && near(box, other, 8, PAD));
  const columns = Array.from({ length: columnsIn(sheet, grid) }, (_, column) => columnAt(grid, column));
  const end = right({ x: columnAt(grid, columns.length - 1), y: 0, width: TILE, height: 0 });
  const pad = group.frame === "none" ? 0 : PAD;
  const free = others
    .filter(({ row }) => row === group.row)
    .flatMap(({ box: { y } }) => columns.map((x): Box => ({ x: x - pad, y, ...size })))
    .find((box) => right(box) <= end + pad + 0.5 && isFree(box));
  if (free) return { ...sheet, groups: sheet.groups.with(index, free) };
  const band = sheet.bands.find(({ storey }) => storey === group.storey)?.box;
  const floor = Math.max(...others.map(({ box }) => bottom(box)));
  if (!Number.isFinite(floor) || (sheet.bands.length > 0 && !band)) return undefined;
  const y = floor + AISLE;
  const level = band ? bottom(band) - BAND_PAD / 2 : floor + 0.5;
  const lacks = band ? y + size.height + BAND_PAD - bottom(band) : AISLE + size.height;
  const box: Box = { x: columnAt(grid, 0) - pad, y, ...size };
  const made = insertRoom(sheet, level, lacks);
  return { ...made, groups: made.groups.with(index, box) };
}

/** About as wide as high, and wide enough for its title. */
function sizeOf(
  frame: PictureFrame,
  index: number,
  most: number,
  { gutter, gap }: { readonly gutter: number; readonly gap: number },
): { readonly width: number; readonly height: number } {
  const members = frame.nodes.filter(({ group }) => group === index);
  const group = frame.groups[index];
  const title = Math.ceil(((group?.title.width ?? 0) + gutter) / (TILE + gutter));
  const columns = Math.min(most, Math.max(1, title, Math.ceil(Math.sqrt(members.length))));
  const rows = Math.max(1, Math.ceil(members.length / columns));
  const tile = Math.max(0, ...members.map(({ height }) => height));
  const pad = group?.frame === "none" ? 0 : PAD;
  const header = group && group.title.height > 0 ? group.title.height + HEADER_SPACE : pad;
  const width = columns * (TILE + gutter) - gutter + 2 * pad;
  return { width, height: header + rows * (tile + gap) - gap + pad };
}
