import type { Box, PictureFrame } from "../frame.ts";
import { LEAST_ROW, TILE, type Grid } from "../grid.ts";
import { insideOf } from "../keeping/insides.ts";
import { deeper } from "../keeping/room.ts";
import { bottom, right, withNode, type Sheet } from "../sheet.ts";
import { levelsOf, memberAt, membersOf, nearestLevel } from "./cells.ts";
import { seated, type Cell } from "./seats.ts";
import { widen } from "./widen.ts";

/** No shape stands farther than so many columns or rows from what stands by itself, whatever a file says. */
const REACH = 12;

/** What became of a sheet, and the cells of those that sit somewhere. */
export interface Seating {
  readonly sheet: Sheet;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Sets the tiles of a group on cells of the grid, those that were put somewhere first; the group grows around them. */
export function setTiles(frame: PictureFrame, sheet: Sheet, group: number, grid: Grid): Seating {
  const members = membersOf(frame, sheet, group);
  const inside = insideOf(frame, sheet, group);
  const pitch = TILE + grid.gutter;
  const levels = levelsOf(members.map(({ box }) => box.y));
  const own = new Map(
    members.map(({ index, box }): [number, Cell] => [
      index,
      { column: Math.round((box.x - inside.x) / pitch), row: nearestLevel(levels, box.y) },
    ]),
  );
  const most = {
    columns: Math.max(...[...own.values()].map(({ column }) => column + 1)) + REACH,
    rows: levels.length + REACH,
  };
  const below = ({ column, row }: Cell): Cell => ({ column, row: row + 1 });
  const cells = seated(
    [...own].map(([index, cell]) => memberAt(frame, index, cell, most)),
    below,
  );
  const tops = topsOf(frame, cells, levels[0] ?? inside.y, grid.gap);
  const boxes = [...cells].map(([index, { column, row }]): readonly [number, Box] => {
    const { y, height } = tops[row] ?? { y: 0, height: 0 };
    const width = frame.nodes[index]?.width ?? TILE;
    return [index, { x: inside.x + column * pitch, y, width, height }];
  });
  const lacksBelow = Math.max(...boxes.map(([, box]) => bottom(box))) - bottom(inside);
  const lacksBeside = Math.max(...boxes.map(([, box]) => right(box))) - right(inside);
  const deep = deeper(frame, sheet, group, lacksBelow).sheet;
  const wide = widen(frame, deep, group, Math.ceil(lacksBeside / pitch - 0.01) * pitch);
  return { sheet: boxes.reduce((all, [index, box]) => withNode(all, index, box), wide), cells };
}

/** Where each row begins, and how high it is; one with nothing in it is as high as the lowest. */
function topsOf(
  { nodes }: PictureFrame,
  cells: ReadonlyMap<number, Cell>,
  top: number,
  gap: number,
): readonly { readonly y: number; readonly height: number }[] {
  const rows = Math.max(...[...cells.values()].map(({ row }) => row + 1));
  const heights = Array.from({ length: rows }, () => LEAST_ROW);
  for (const [index, { row }] of cells) heights[row] = Math.max(heights[row] ?? 0, nodes[index]?.height ?? 0);
  let y = top;
  return heights.map((height) => {
    const at = { y, height };
    y += height + gap;
    return at;
  });
}
