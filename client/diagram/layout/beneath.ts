import type { Box, PictureFrame } from "./frame.ts";
import { BUILDING, columnAt, PITCH, TILE } from "./grid.ts";

/**
 * Moves the tiles of a row that no frame holds beneath what they lead up to, as far as these stand there already: each
 * into a column of its own. What leads to nothing stands beside them.
 */
export function beneath(
  { edges, nodes }: PictureFrame,
  row: readonly number[],
  { boxes, columns }: { readonly boxes: Box[]; readonly columns: number },
): void {
  const wishes = row.flatMap((member) => {
    const above = edges.flatMap(({ from, to, upward }) =>
      from === member && upward && !nodes[to]?.spread ? (boxes[to] ?? []) : [],
    );
    const there = above.filter(({ width }) => width > 0);
    if (there.length === 0) return [];
    const middle = there.reduce((sum, { x, width }) => sum + x + width / 2, 0) / there.length;
    return [{ member, wish: Math.round((middle - TILE / 2 - BUILDING.left) / PITCH) }];
  });
  if (wishes.length === 0 || row.length > columns) return;
  wishes.sort((a, b) => a.wish - b.wish);
  const places = new Map<number, number>();
  wishes.forEach(({ member, wish }, turn) => {
    const before = places.get(wishes[turn - 1]?.member ?? -1) ?? -1;
    places.set(member, Math.min(Math.max(before + 1, wish), columns - wishes.length + turn));
  });
  const taken = new Set(places.values());
  const free = Array.from({ length: columns }, (_, column) => column).filter((column) => !taken.has(column));
  const last = Math.max(...taken);
  const rest = row.filter((member) => !places.has(member));
  const beside = [
    ...free.filter((column) => column > last),
    ...free.filter((column) => column < last).toReversed(),
  ];
  const chosen = beside.slice(0, rest.length).toSorted((a, b) => a - b);
  rest.forEach((member, turn) => places.set(member, chosen[turn] ?? 0));
  for (const [member, column] of places) {
    const box = boxes[member];
    if (box) boxes[member] = { ...box, x: columnAt(BUILDING, column) };
  }
}
