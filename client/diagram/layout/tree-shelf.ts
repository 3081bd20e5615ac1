import type { Box, PictureFrame } from "./frame.ts";
import { GAP, GUTTER, HEADER_SPACE, PAD, PITCH, TILE } from "./grid.ts";
import { bottom, right, type Sheet } from "./sheet.ts";

/** Between two trees, and between the last and what stands in none. */
export const APART = 56;

/** Below all that is on a chart, a group that is new, and what stands in it. */
export function addShelf(frame: PictureFrame, sheet: Sheet, group: number): Sheet {
  const lowest = Math.max(0, ...[...sheet.nodes, ...sheet.groups].map((box) => (box ? bottom(box) : 0)));
  const boxes = frame.nodes.map((): Box => ({ x: 0, y: 0, width: 0, height: 0 }));
  const place = { y: lowest + APART, width: sheet.size.width };
  const box = setShelf(frame, group, place, boxes);
  const size = {
    width: Math.max(sheet.size.width, right(box)),
    height: Math.max(sheet.size.height, bottom(box)),
  };
  const nodes = sheet.nodes.map((it, index) => (frame.nodes[index]?.group === group ? boxes[index] : it));
  return { ...sheet, size, nodes, groups: sheet.groups.with(group, box) };
}

/** The tiles of a group row by row, over the width of the chart. */
export function setShelf(
  frame: PictureFrame,
  group: number,
  { y, width }: { readonly y: number; readonly width: number },
  boxes: Box[],
): Box {
  const columns = Math.max(1, Math.floor((width - 2 * PAD + GUTTER) / PITCH));
  const members = frame.nodes.flatMap((node, index) => (node.group === group ? [{ ...node, index }] : []));
  const title = frame.groups[group]?.title ?? { width: 0, height: 0 };
  let top = y + title.height + HEADER_SPACE;
  for (const row of chunks(members, columns)) {
    const height = Math.max(...row.map((node) => node.height));
    for (const [column, node] of row.entries())
      boxes[node.index] = { x: PAD + column * PITCH, y: top, width: node.width, height };
    top += height + GAP / 2;
  }
  const used = Math.min(columns, members.length) * PITCH - GUTTER + 2 * PAD;
  return { x: 0, y, width: Math.max(used, TILE + 2 * PAD), height: top - GAP / 2 + PAD - y };
}

export function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return all.length === 0 ? [] : [all.slice(0, size), ...chunks(all.slice(size), size)];
}
