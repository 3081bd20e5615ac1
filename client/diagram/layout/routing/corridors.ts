import type { Box, Lattice } from "../frame.ts";
import { columnAt, GAP, GUTTER, LABEL, TILE, type Grid } from "../grid.ts";
import type { Lines } from "./mesh.ts";
import type { Ground } from "./ground.ts";

/**
 * The lines that edges may run along: in the gutters of a lattice, or around every shape where there is none. Where there are very
 * many, there are fewer places to leave a shape: better sooner than best.
 */
export function corridors(
  ground: Ground,
  open: readonly Box[],
  groups: readonly Box[],
  isCrowded: boolean,
): Lines {
  const { lattice } = ground;
  const upright = lattice ? uprights(lattice, isCrowded ? 2 * PORT : PORT) : around(open, groups);
  return { ...upright, ...levels(ground.size.height, open, groups, lattice?.grid) };
}

/** Between two places where lines can leave a tile. */
const PORT = 26;

type Uprights = Pick<Lines, "xs" | "tightXs" | "portXs">;

/** Upright lines where lines can leave a tile, and four in each gutter: two in its middle, two beside the tiles. */
function uprights({ columns, grid }: Lattice, apart: number): Uprights {
  const open: number[] = [];
  const tightXs = new Set<number>();
  const portXs = new Set<number>();
  const start = grid.left > LABEL ? grid.left - AFTER_WORDS : 0;
  const isFree = (x: number): boolean => x > start;
  for (let column = 0; column <= columns; column++) {
    const left = columnAt(grid, column);
    const middles = grid.gutter > GUTTER ? [MIDDLE, OUTER] : [MIDDLE];
    const beside = [left - SIDE, left - grid.gutter + SIDE];
    for (const x of middles.flatMap((middle) => [left - middle, left - grid.gutter + middle]))
      if (isFree(x)) open.push(x);
    for (const x of beside) if (isFree(x)) tightXs.add(x);
    if (column < columns) for (let port = 24; port < TILE; port += apart) portXs.add(left + port);
  }
  return { xs: [...open, ...tightXs, ...portXs], tightXs, portXs };
}

/** From the words of a storey to the first column. */
const AFTER_WORDS = 25;
const SIDE = 5;
const MIDDLE = 14.5;
const OUTER = 25.5;

/** Upright lines at both sides of whatever stands somewhere, and where lines can leave a shape. */
function around(open: readonly Box[], groups: readonly Box[]): Uprights {
  const xs = new Set<number>();
  const tightXs = new Set<number>();
  const ports = new Set<number>();
  const half = (x: number): number => Math.round(x * 2) / 2;
  for (const { x, width } of [...open, ...groups])
    for (const offset of spread(GUTTER)) {
      for (const side of [x - offset, x + width + offset]) xs.add(half(side));
      if (offset === SIDE) tightXs.add(half(x - offset)).add(half(x + width + offset));
    }
  for (const { x, width } of open) for (let port = 24; port < width; port += PORT) ports.add(half(x + port));
  const portXs = new Set([...ports].filter((x) => !xs.has(x)));
  return { xs: [...xs, ...portXs], tightXs, portXs };
}

/** Level lines: above and below whatever stands somewhere, and where lines can leave a shape sideways. */
function levels(
  height: number,
  open: readonly Box[],
  groups: readonly Box[],
  grid: Grid | undefined,
): Pick<Lines, "ys" | "tightYs" | "portYs"> {
  const free = new Set<number>();
  const tightYs = new Set<number>();
  const sides = new Set<number>();
  const add = (lines: Set<number>, level: number): unknown =>
    level > 0 && level < height ? lines.add(Math.round(level * 2) / 2) : 0;
  const beside = (box: Box, space: number): void => {
    for (const offset of spread(space)) {
      for (const level of [box.y - offset, box.y + box.height + offset]) {
        add(free, level);
        if (offset === SIDE) add(tightYs, level);
      }
    }
  };
  for (const box of open) {
    beside(box, grid?.gap ?? GAP + 12);
    for (const share of [-10, 0, 10]) add(sides, box.y + box.height / 2 + share);
  }
  for (const box of groups) beside(box, grid?.aisle ?? GAP + 12);
  const portYs = new Set([...sides].filter((level) => !free.has(level)));
  return { ys: [...free, ...portYs], tightYs, portYs };
}

/** Offsets that fill a space between two shapes evenly: the same ones, counted from either side. */
function spread(space: number): readonly number[] {
  const count = Math.floor((space - 2 * SIDE) / APART);
  return Array.from({ length: count + 1 }, (_, index) => SIDE + (index * (space - 2 * SIDE)) / count);
}

/** Two level lines side by side are so far apart. */
const APART = 6.5;
