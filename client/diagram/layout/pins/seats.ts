/** A cell of a grid: column and row, both from 0. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** A member of a group: where it sits by itself, and where somebody wants it. */
export interface Member {
  readonly index: number;
  readonly own: Cell;
  readonly wanted: Cell | undefined;
}

/**
 * Gives every member a cell of its own. Who was put somewhere sits there, or, where two want the same cell, at the next one
 * that is free; whoever sat there takes the cell that thereby became free. All others stay where they sit by themselves.
 */
export function seated(members: readonly Member[], next: (cell: Cell) => Cell): ReadonlyMap<number, Cell> {
  const taken = new Map<string, Member>();
  const cells = new Map<number, Cell>();
  const take = (member: Member, from: Cell): void => {
    let cell = from;
    while (taken.has(keyOf(cell))) cell = next(cell);
    taken.set(keyOf(cell), member);
    cells.set(member.index, cell);
  };
  for (const member of members) if (member.wanted) take(member, member.wanted);
  const isFree = ({ own, wanted }: Member): boolean => wanted === undefined && !taken.has(keyOf(own));
  const staying = members.filter(isFree);
  for (const member of staying) take(member, member.own);
  for (const member of members) if (!cells.has(member.index)) take(member, vacated(member, taken));
  return cells;
}

/** The cell that became free for a member whose own was taken: that of who took it, or of who took that, and so on. */
function vacated({ own }: Member, taken: ReadonlyMap<string, Member>): Cell {
  const seen = new Set<Member>();
  let cell = own;
  for (;;) {
    const taker = taken.get(keyOf(cell));
    if (!taker || seen.has(taker)) return cell;
    seen.add(taker);
    cell = taker.own;
  }
}

function keyOf({ column, row }: Cell): string {
  return `${column} ${row}`;
}
