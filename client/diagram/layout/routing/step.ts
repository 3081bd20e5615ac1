import type { Errand, Search } from "./errand.ts";

/** What a line pays besides its length and bends: for crossing another, for running on top of one. */
const CROSSING = 14;
const CROWDED = 4;
/** Factors on the length: in groups of others, beside shapes, together with its own strand. */
const ABROAD = 1.8;
const TIGHT = 1.6;
const SHARED = 0.4;

/** The next line to take from each line, in both directions: those that only reach other shapes are passed over. */
interface Jumps {
  readonly back: Int32Array;
  readonly on: Int32Array;
}

/** The lines to take in one direction; those for shapes are open where one of the two shapes is, from one place to another. */
export function jumpsOf(lines: Float64Array, ports: Uint8Array, [one, other]: readonly [Span, Span]): Jumps {
  const isIn = (line: number, { from, to }: Span): boolean => line > from && line < to;
  const back = new Int32Array(lines.length);
  const on = new Int32Array(lines.length);
  const isOpen = (index: number): boolean => {
    const line = lines[index] ?? 0;
    return ports[index] === 0 || isIn(line, one) || isIn(line, other);
  };
  let open = -1;
  for (let index = 0; index < lines.length; index++) {
    back[index] = open;
    if (isOpen(index)) open = index;
  }
  open = -1;
  for (let index = lines.length - 1; index >= 0; index--) {
    on[index] = open;
    if (isOpen(index)) open = index;
  }
  return { back, on };
}

/** From one place to another, both excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What it costs to run along stretches that lie one behind the other. */
interface Pricing {
  /** From a crossing to another one to its right or left, so many columns on; infinite where it is blocked. */
  level(from: number, column: number, to: number): number;
  /** From a crossing to another one below or above it. */
  upright(from: number, row: number, to: number): number;
}

/** What a line pays on its way: a search asks this a million times, so it is arithmetic on arrays and nothing else. */
export function pricing({ mesh, used, strand, scratch }: Search, { home }: Errand): Pricing {
  const { zone, blockedRight, blockedDown, tightXs, tightYs } = mesh;
  const { right, down } = used;
  const { xs, ys } = scratch;
  const width = xs.length;
  const [here = 0, there = here] = home;

  const isForeign = (runs: number): boolean => runs !== 0 && runs !== strand;
  const price = (length: number, runs: number, end: number, tight: number): number => {
    if (runs === strand) return length * SHARED;
    const ground = zone[end] ?? 0;
    const isAbroad = ground !== 0 && ground !== here && ground !== there;
    const own = (isAbroad ? length * ABROAD : length) * (tight ? TIGHT : 1);
    return runs === 0 ? own : own + length * CROWDED + 8;
  };

  return {
    level(from, column, to) {
      const by = to > column ? 1 : -1;
      const tight = tightYs[(from / width) | 0] ?? 0;
      let sum = 0;
      let at = from;
      for (let x = column; x !== to; x += by) {
        const stretch = by > 0 ? at : at - 1;
        if (blockedRight[stretch] !== 0) return Infinity;
        at += by;
        sum += price(Math.abs((xs[x + by] ?? 0) - (xs[x] ?? 0)), right[stretch] ?? 0, at, tight);
        if (isForeign(down[at] ?? 0) || isForeign(down[at - width] ?? 0)) sum += CROSSING;
      }
      return sum;
    },
    upright(from, row, to) {
      const by = to > row ? 1 : -1;
      const tight = tightXs[from % width] ?? 0;
      let sum = 0;
      let at = from;
      for (let y = row; y !== to; y += by) {
        const stretch = by > 0 ? at : at - width;
        if (blockedDown[stretch] !== 0) return Infinity;
        at += by * width;
        sum += price(Math.abs((ys[y + by] ?? 0) - (ys[y] ?? 0)), down[stretch] ?? 0, at, tight);
        if (isForeign(right[at] ?? 0) || isForeign(right[at - 1] ?? 0)) sum += CROSSING;
      }
      return sum;
    },
  };
}
