import { AISLE } from "./grid.ts";

/** A group as the packing sees it. */
export interface Packable {
  /** How many tiles it has. */
  readonly count: number;
  /** The height of its highest tile. */
  readonly height: number;
  /** Between two tiles one above the other. */
  readonly gap: number;
  /** The height around its tiles: title and padding. */
  readonly around: number;
  /** The columns that it needs at least: for its title, or for tiles that spread. */
  readonly least: number;
  /** It takes what room is left on its shelf, as walls do under a beam. */
  readonly grows: boolean;
}

export interface Packed {
  readonly index: number;
  readonly column: number;
  readonly columns: number;
}

/** Groups side by side. */
export interface Shelf {
  readonly groups: readonly Packed[];
  readonly height: number;
}

/** What another shelf costs where groups grow: a floor of walls in two pieces is worth a lot of height to avoid. */
const BREAK = 400;

/**
 * Sets groups on shelves of so many columns, in their order, so that the shelves together are as low as can be.
 * The groups of a shelf are about as high as each other, which is what makes it look like a floor and not like a heap.
 */
export function pack(groups: readonly Packable[], columns: number): readonly Shelf[] {
  const best: { readonly height: number; readonly shelves: readonly Shelf[] }[] = [
    { height: 0, shelves: [] },
  ];
  for (let end = 1; end <= groups.length; end++) {
    let found: { height: number; shelves: readonly Shelf[] } | undefined;
    for (let start = end - 1; start >= 0 && end - start <= columns; start--) {
      const shelf = shelve(groups, start, end, columns);
      const before = best[start];
      if (!shelf || !before) continue;
      const height = before.height + shelf.height + (groups[start]?.grows ? BREAK : AISLE);
      if (!found || height < found.height) found = { height, shelves: [...before.shelves, shelf] };
    }
    if (found) best[end] = found;
  }
  return best[groups.length]?.shelves ?? [];
}

/** One shelf for the groups from start to end, as low as it can be; undefined where they do not fit side by side. */
function shelve(groups: readonly Packable[], start: number, end: number, columns: number): Shelf | undefined {
  const members = groups.slice(start, end);
  for (let rows = 1; rows <= 1000; rows++) {
    const needs = members.map((group) => Math.max(group.least, Math.ceil(group.count / rows)));
    const needed = needs.reduce((sum, need) => sum + need, 0);
    if (needed <= columns) return filled(members, grown(members, needs, columns - needed), start);
    if (members.every((group) => group.count <= rows)) return undefined;
  }
  return undefined;
}

/** Shares the columns that are left among those that grow, one by one, to whoever has the least for its tiles. */
function grown(members: readonly Packable[], needs: readonly number[], left: number): readonly number[] {
  const shares = [...needs];
  const room = (index: number): number => (shares[index] ?? 1) / Math.max(1, members[index]?.count ?? 1);
  for (let spare = left; spare > 0; spare--) {
    const growing = [...members.keys()].filter((index) => members[index]?.grows);
    const [first] = growing.toSorted((a, b) => room(a) - room(b) || a - b);
    if (first === undefined) return shares;
    shares[first] = (shares[first] ?? 1) + 1;
  }
  return shares;
}

function filled(members: readonly Packable[], needs: readonly number[], start: number): Shelf {
  let column = 0;
  const groups = needs.map((columns, offset) => {
    const packed = { index: start + offset, column, columns };
    column += columns;
    return packed;
  });
  const heights = members.map(
    ({ count, height, gap, around }, index) =>
      rowsOf(count, needs[index] ?? 1) * (height + gap) - gap + around,
  );
  return { groups, height: Math.max(0, ...heights) };
}

export function rowsOf(count: number, columns: number): number {
  return Math.ceil(count / columns);
}
