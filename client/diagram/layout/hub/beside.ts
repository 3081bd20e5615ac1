import type { PictureFrame } from "../frame.ts";

/** So often is each set beside what it has to do with, once more where that was set elsewhere meanwhile. */
const ROUNDS = 3;

/** Some shapes in the order in which they stand best in a column: each beside what lines connect it with in another. */
export function besideOf(
  { edges }: PictureFrame,
  column: readonly number[],
  nodes: readonly number[],
): readonly number[] {
  const places = new Map<number, number>();
  const number = (order: readonly number[]): void =>
    order.forEach((node, place) => places.set(node, (place + 0.5) / order.length));
  number(column);
  const wanted = (node: number): number | undefined => {
    const others = edges.flatMap(({ from, to }) => (from === node ? [to] : to === node ? [from] : []));
    const known = others.flatMap((other) => places.get(other) ?? []);
    return known.length === 0 ? undefined : known.reduce((sum, place) => sum + place, 0) / known.length;
  };
  let order = nodes;
  for (let round = 0; round < ROUNDS; round++) {
    const at = new Map(order.map((node, place) => [node, wanted(node) ?? place / order.length]));
    order = nodes.toSorted((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
    number(order);
  }
  return order;
}
