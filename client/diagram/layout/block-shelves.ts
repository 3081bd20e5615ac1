import type { Block, Ground } from "./block.ts";
import type { Grid } from "./grid.ts";

/** Blocks on shelves, ready to be set down. */
export interface Shelves {
  readonly height: number;
  readonly set: (column: number, y: number, ground: Ground) => void;
}

interface Shelf {
  readonly start: number;
  readonly widths: readonly number[];
  readonly height: number;
}

/** Sets blocks on shelves of so many columns, in their order, so that the shelves together are as low as can be. */
export function shelves(blocks: readonly Block[], columns: number, grid: Grid): Shelves {
  const best: { readonly height: number; readonly shelves: readonly Shelf[] }[] = [
    { height: 0, shelves: [] },
  ];
  for (let end = 1; end <= blocks.length; end++) {
    let found: (typeof best)[number] | undefined;
    for (let start = end - 1; start >= 0 && end - start <= columns; start--) {
      const shelf = shelve(blocks.slice(start, end), start, columns);
      const before = best[start];
      if (!shelf || !before) break;
      const height = before.height + shelf.height + grid.aisle;
      if (!found || height < found.height) found = { height, shelves: [...before.shelves, shelf] };
    }
    best.push(found ?? { height: Infinity, shelves: [] });
  }
  const { height, shelves: chosen } = best[blocks.length] ?? { height: 0, shelves: [] };
  return {
    height: height - grid.aisle,
    set: (column, top, ground) => {
      let y = top;
      for (const shelf of chosen) {
        setShelf(blocks, shelf, column, y, ground);
        y += shelf.height + grid.aisle;
      }
    },
  };
}

function setShelf(blocks: readonly Block[], shelf: Shelf, column: number, y: number, ground: Ground): void {
  let at = column;
  shelf.widths.forEach((width, offset) => {
    blocks[shelf.start + offset]?.set({ column: at, columns: width, y, height: shelf.height }, ground);
    at += width;
  });
}

/** One shelf of blocks side by side, as low as it can be; undefined where they do not fit. */
function shelve(members: readonly Block[], start: number, columns: number): Shelf | undefined {
  const heights = [...new Set(members.flatMap((block) => block.heights(columns)))].toSorted((a, b) => a - b);
  const widthsAt = (height: number): readonly number[] | undefined => {
    const widths = members.map((block) => block.widthAt(height, columns));
    const used = widths.reduce((sum, width) => sum + width, 0);
    return used <= columns ? widths : undefined;
  };
  let low = 0;
  let high = heights.length - 1;
  if (!widthsAt(heights[high] ?? 0)) return undefined;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (widthsAt(heights[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  const height = heights[low] ?? 0;
  return { start, height, widths: widthsAt(height) ?? [] };
}
