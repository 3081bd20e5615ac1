import type { Block, Ground } from "./site.ts";
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
      const shelf = shelve(blocks, start, end, columns);
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

/**
 * One shelf of blocks side by side, as low as it can be: the highest get wider while there is room. Undefined where they
 * do not fit.
 */
function shelve(blocks: readonly Block[], start: number, end: number, columns: number): Shelf | undefined {
  const members = blocks.slice(start, end);
  let widths = members.map((block) => block.least);
  let spare = columns - widths.reduce((sum, width) => sum + width, 0);
  if (spare < 0) return undefined;
  for (;;) {
    const heights = members.map((block, index) => block.heightAt(widths[index] ?? 1));
    const height = Math.max(...heights);
    const next = widths.map((width, index) =>
      heights[index] === height ? widthBelow(members[index], width, height, width + spare) : width,
    );
    spare -= next.reduce((sum, width, index) => sum + width - (widths[index] ?? 0), 0);
    if (!(spare >= 0)) return { start, height, widths };
    widths = next;
  }
}

/** The next width with which a block is lower than that; Infinity where there is none. */
function widthBelow(block: Block | undefined, width: number, height: number, most: number): number {
  for (let wider = width + 1; block && wider <= Math.min(most, block.most); wider++)
    if (block.heightAt(wider) < height) return wider;
  return Infinity;
}
