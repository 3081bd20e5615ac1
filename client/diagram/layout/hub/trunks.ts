/** Lines that end at the same place run together, in one upright stretch of a channel between two columns of shapes. */
export interface Trunk {
  readonly edges: readonly number[];
  /** Where its lines begin and end. */
  readonly ends: readonly End[];
}

/** Where a line meets the channel: how far down, and from which of the two columns, or from above both. */
export interface End {
  readonly y: number;
  readonly at: "inner" | "outer" | "top";
}

/**
 * On which track of the channel each trunk runs, the first next to the inner column: so that lines cross as seldom as
 * can be, and trunks that pass each other by share a track.
 */
export function tracksOf(trunks: readonly Trunk[]): readonly number[] {
  const order = ordered(trunks);
  const tracks = trunks.map(() => 0);
  order.forEach((trunk, turn) => {
    const own = spanOf(trunks[trunk]);
    const before = order.slice(0, turn).filter((other) => overlap(spanOf(trunks[other]), own));
    tracks[trunk] = Math.max(-1, ...before.map((other) => tracks[other] ?? 0)) + 1;
  });
  return tracks;
}

/** Trunks from the inner column outward: each is tried in every place until no other place is better. */
function ordered(trunks: readonly Trunk[]): readonly number[] {
  const share = trunks.map(({ ends }) => ends.filter(({ at }) => at === "outer").length / ends.length);
  const order = [...trunks.keys()].toSorted((a, b) => (share[a] ?? 0) - (share[b] ?? 0));
  const costs = trunks.map((inner) => trunks.map((outer) => crossings(inner, outer)));
  const gain = (first: number, second: number): number =>
    (costs[first]?.[second] ?? 0) - (costs[second]?.[first] ?? 0);
  for (let round = 0; round < ROUNDS; round++) {
    let isBetter = false;
    for (const trunk of order.slice()) {
      const at = order.indexOf(trunk);
      const rest = order.toSpliced(at, 1);
      // What it would cost to stand before each of the others, counted from the first place.
      let cost = 0;
      const all = [0, ...rest.map((other) => (cost += gain(other, trunk)))];
      const best = all.indexOf(Math.min(...all));
      if ((all[best] ?? 0) >= (all[at] ?? 0)) continue;
      order.splice(0, order.length, ...rest.toSpliced(best, 0, trunk));
      isBetter = true;
    }
    if (!isBetter) break;
  }
  return order;
}

const ROUNDS = 6;

/** How often the lines of two trunks cross where the first runs nearer to the inner column. */
function crossings(inner: Trunk, outer: Trunk): number {
  const count = (ends: readonly End[], side: End["at"], [top, bottom]: Span): number =>
    ends.filter(({ at, y }) => at === side && y > top && y < bottom).length;
  return count(outer.ends, "inner", spanOf(inner)) + count(inner.ends, "outer", spanOf(outer));
}

type Span = readonly [top: number, bottom: number];

function spanOf(trunk: Trunk | undefined): Span {
  const levels = trunk?.ends.map(({ y }) => y) ?? [];
  return [Math.min(...levels), Math.max(...levels)];
}

/** Between two trunks on one track. */
const APART = 14;

function overlap([top, bottom]: Span, [start, end]: Span): boolean {
  return top < end + APART && start < bottom + APART;
}
