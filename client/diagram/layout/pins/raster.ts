import type { PictureFrame } from "../frame.ts";
import { GAP, LEAST_ROW, TILE, type Grid } from "../grid.ts";
import { insideOf } from "../keeping/insides.ts";
import { isShared } from "../keeping/rooms.ts";
import { bottom, type Sheet } from "../sheet.ts";
import { levelsOf, membersOf } from "./cells.ts";
import type { Cell } from "./seats.ts";
import type { Raster } from "../frame.ts";

/** The rasters of all groups, with a column and a row more where a group can grow; undefined where nothing can be put. */
export function rastersOf(
  frame: PictureFrame,
  sheet: Sheet,
  cells: ReadonlyMap<number, Cell>,
  grid: Grid | undefined,
): readonly (Raster | undefined)[] {
  if (frame.layout === "tree") return frame.groups.map(() => undefined);
  return frame.groups.map((_, group) => rasterOf(frame, sheet, cells, group, grid));
}

function rasterOf(
  frame: PictureFrame,
  sheet: Sheet,
  cells: ReadonlyMap<number, Cell>,
  group: number,
  grid: Grid | undefined,
): Raster | undefined {
  const members = membersOf(frame, sheet, group);
  if (members.length === 0) return undefined;
  const xs = levelsOf(members.map(({ box }) => box.x));
  const ys = levelsOf(members.map(({ box }) => box.y));
  if (frame.layout === "lanes" || isShared(frame, group)) return { xs, ys };
  if (!grid) return undefined;
  const { x } = insideOf(frame, sheet, group);
  const pitch = TILE + grid.gutter;
  const columns = Math.round(((xs.at(-1) ?? x) - x) / pitch) + 2;
  return { xs: Array.from({ length: columns }, (_, column) => x + column * pitch), ys: tops() };

  /** The tops of rows, those among them that nothing stands in, and of one below. */
  function tops(): readonly number[] {
    const rows = new Map<number, number>();
    for (const { index, box } of members) rows.set(cells.get(index)?.row ?? ys.indexOf(box.y), box.y);
    const last = Math.max(...rows.keys());
    const found: number[] = [];
    const gap = grid?.gap ?? GAP;
    let y = Math.min(...ys);
    for (let row = 0; row <= last + 1; row++) {
      const top = rows.get(row) ?? y;
      found.push(top);
      const ends = members.filter(({ box }) => Math.abs(box.y - top) < 0.5).map(({ box }) => bottom(box));
      y = Math.max(top + LEAST_ROW, ...ends) + gap;
    }
    return found;
  }
}
