import { blockOf } from "./block.ts";
import type { Block, Ground } from "./site.ts";
import { fittest } from "./fittest.ts";
import type { Box, PictureFrame } from "./frame.ts";
import { AISLE, GAP, GUTTER, TILE, type Grid } from "./grid.ts";
import { shelves, type Shelves } from "./block-shelves.ts";
import type { Orders } from "./order.ts";
import type { Building } from "./storeys.ts";

/**
 * Places a free graph by meaning: groups side by side on shelves, in their order, on one grid of columns, and what
 * stands in none by what it is. No shape moves for a line that does not lead to its own group.
 */
export function placeFloor(frame: PictureFrame, orders: Orders, columns?: number): Building {
  const grid = gridFor(frame);
  const rows = rowsOf(frame, orders, grid);
  const least = Math.min(MOST, Math.max(1, ...rows.flat().map((block) => block.least)));
  const plans = WIDTHS.filter((columns) => columns >= least).map((columns): Plan => {
    const set = rows.map((row) => shelves(row, columns, grid));
    return { columns, rows: set, height: sum(set.map(({ height }) => height + grid.aisle)) };
  });
  const shape = frame.direction === "right" ? LYING : STANDING;
  const misfit = ({ columns, height }: Plan): number =>
    Math.abs(Math.log((columns * (TILE + grid.gutter)) / (height + HEADING) / shape));
  return build(frame, fittest(plans, misfit, columns), grid);
}

const WIDTHS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40];
const MOST = 40;
const STANDING = 1.3;
const LYING = 1.9;
const HEADING = 180;
/** Around the whole. */
const MARGIN = 40;

interface Plan {
  readonly columns: number;
  readonly rows: readonly Shelves[];
  readonly height: number;
}

/** Lines are what a free graph is about, so there is more room for them than in a building. */
const OPEN: Grid = { left: MARGIN, gutter: GUTTER + 24, gap: GAP + 12, aisle: AISLE + 12 };
/** Where there are none, tiles stand close. */
const CLOSE: Grid = { left: MARGIN, gutter: GUTTER, gap: GAP, aisle: AISLE };

/** Groups in groups need more room between columns, too: for two walls and the lines between them. */
function gridFor({ groups, edges }: PictureFrame): Grid {
  return edges.length > 0 || groups.some(({ parent }) => parent >= 0) ? OPEN : CLOSE;
}

/** The blocks of each storey: what stands in no group, kind by kind, and then the groups. */
function rowsOf(frame: PictureFrame, orders: Orders, grid: Grid): readonly (readonly Block[])[] {
  const tops = frame.groups.flatMap((group, index) => (group.parent < 0 ? [index] : []));
  const kinds = new Map<number, number[]>();
  frame.nodes.forEach(({ group, rank }, index) => {
    if (group < 0) kinds.set(rank, [...(kinds.get(rank) ?? []), index]);
  });
  return STOREYS.map((storey, level) => [
    ...[...kinds.keys()]
      .filter((rank) => Math.floor(rank / 100) === level)
      .toSorted((a, b) => a - b)
      .map((rank) => blockOf({ frame, orders, grid }, -1 - rank, kinds.get(rank) ?? [])),
    ...tops
      .filter((group) => frame.groups[group]?.storey === storey)
      .map((group) => blockOf({ frame, orders, grid }, group, [])),
  ]).filter((row) => row.length > 0);
}

const STOREYS = ["why", "what", "how"] as const;

function build(frame: PictureFrame, { columns, rows }: Plan, grid: Grid): Building {
  const nowhere = (): Box => ({ x: 0, y: 0, width: 0, height: 0 });
  const ground: Ground = { nodes: frame.nodes.map(nowhere), groups: frame.groups.map(nowhere) };
  let y = MARGIN;
  for (const row of rows) {
    row.set(0, y, ground);
    y += row.height + grid.aisle;
  }
  const width = 2 * MARGIN + columns * (TILE + grid.gutter) - grid.gutter;
  return { width, height: y - grid.aisle + MARGIN, columns, bands: [], grid, ...ground };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
