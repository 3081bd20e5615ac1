import type { Box, Lattice, PictureFrame, Places, Standing } from "../frame.ts";
import { columnsIn } from "../grid.ts";
import type { Sheet } from "../sheet.ts";
import { wire } from "../routing/wire.ts";
import { hasPins, isOffGrid, pinned } from "./pinned.ts";
import { rastersOf } from "./raster.ts";

/** Sets shapes down where they stand by themselves, or where somebody put them, and draws the lines between them. */
export function setDown(
  frame: PictureFrame,
  sheet: Sheet,
  lattice: Lattice | undefined,
): Omit<Places, "base"> {
  const grid = lattice?.grid;
  const { sheet: put, cells } = hasPins(frame) ? pinned(frame, sheet, grid) : { sheet, cells: new Map() };
  const stood = standingOf(put);
  const rasters = rastersOf(frame, put, cells, grid);
  if (put === sheet)
    return { ...stood, edges: wire(frame, { ...stood, lattice, edges: sheet.edges }), rasters };
  const ways = grid && !isOffGrid(frame) ? { grid, columns: columnsIn(put, grid) } : undefined;
  const edges = wire(frame, { ...stood, lattice: ways, edges: sheet.edges });
  return { ...stood, edges, rasters, own: standingOf(sheet) };
}

/** The same in lanes, whose lines lead from lane to lane whatever stands in them. */
export function setInLanes(frame: PictureFrame, places: Places): Places {
  const { sheet, cells } = pinned(frame, places, undefined);
  const rasters = rastersOf(frame, sheet, cells, undefined);
  return {
    ...places,
    ...standingOf(sheet),
    rasters,
    ...(sheet === places ? {} : { own: standingOf(places) }),
  };
}

function standingOf({ size, bands, groups, nodes }: Sheet): Standing {
  const there = (box: Box | undefined): Box => box ?? { x: 0, y: 0, width: 0, height: 0 };
  return { size, bands, groups: groups.map(there), nodes: nodes.map(there) };
}
