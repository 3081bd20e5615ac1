/** The grid that every storey shares: columns line up through the whole building, and lines run in the gutters. */
export const TILE = 204;
export const GUTTER = 36;
/** A row of tiles is at least as high as a title of two lines with a detail needs: seldom does a new title move it. */
export const LEAST_ROW = 64;
export const PITCH = TILE + GUTTER;

/** Where columns and rows are. */
export interface Grid {
  /** The left side of the first column. */
  readonly left: number;
  /** Between two columns. */
  readonly gutter: number;
  /** Between two tiles one above the other. */
  readonly gap: number;
  /** Between two rows of groups. */
  readonly aisle: number;
}

/** A shape that may be a pillar or a beam is a beam where it is at least as wide as this. */
export const BEAM = 520;

/** From a tile to the line of the partition around it. */
export const PAD = 10;
/** Between two tiles one above the other. */
export const GAP = 24;
/** Between two rooms of a domain. */
export const ROOM_GAP = 6;
/** Between two rows of groups of a storey. */
export const AISLE = 38;
/** Above the first and below the last row of a storey. */
export const BAND_PAD = 26;
/** Between two storeys. */
export const FLOOR = 10;
/** The words at the left of each storey. */
export const LABEL = 140;
/** At both sides of the grid, inside its storey. */
export const MARGIN = 44;
/** Above and below the title of a group, together. */
export const HEADER_SPACE = 20;

/** The grid of a building. */
export const BUILDING: Grid = { left: LABEL + MARGIN, gutter: GUTTER, gap: GAP, aisle: AISLE };

/** The left side of a column. */
export function columnAt({ left, gutter }: Grid, column: number): number {
  return left + column * (TILE + gutter);
}

/** How many columns fit on a sheet. */
export function columnsIn({ size }: { readonly size: { readonly width: number } }, grid: Grid): number {
  return Math.max(1, Math.round((size.width - grid.left - MARGIN + grid.gutter) / (TILE + grid.gutter)));
}
