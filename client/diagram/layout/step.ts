import type { Errand, Search } from "./search.ts";

/** What a line pays besides its length: for a bend, for crossing another, for running on top of one. */
export const BEND = 38;
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

function jumpsOf(
  lines: readonly number[],
  ports: Uint8Array,
  ends: readonly (readonly [number, number])[],
): Jumps {
  const isOpen = (index: number): boolean => {
    const line = lines[index] ?? 0;
    return !ports[index] || ends.some(([from, to]) => line > from && line < to);
  };
  const back = new Int32Array(lines.length).fill(-1);
  const on = new Int32Array(lines.length).fill(-1);
  for (let index = 1; index < lines.length; index++)
    back[index] = isOpen(index - 1) ? index - 1 : (back[index - 1] ?? -1);
  for (let index = lines.length - 2; index >= 0; index--)
    on[index] = isOpen(index + 1) ? index + 1 : (on[index + 1] ?? -1);
  return { back, on };
}

/** Gives the function that reaches the crossings next to a state, at what it costs to go there. */
export function stepper(task: Search, { from, to, home }: Errand) {
  const { mesh, used, strand, scratch } = task;
  const { xs, ys, blockedRight, blockedDown } = mesh;
  const width = xs.length;
  const across = jumpsOf(
    xs,
    mesh.portXs,
    [from, to].map(({ x, width: wide }) => [x, x + wide]),
  );
  const down = jumpsOf(
    ys,
    mesh.portYs,
    [from, to].map(({ y, height }) => [y, y + height]),
  );

  /** What it costs to run along one stretch and to arrive at its end; infinite where it is blocked. */
  const stretch = (at: number, end: number, length: number, vertical: 0 | 1): number => {
    if ((vertical ? blockedDown[at] : blockedRight[at]) !== 0) return Infinity;
    const runs = (vertical ? used.down[at] : used.right[at]) ?? 0;
    const zone = mesh.zone[end] ?? 0;
    let price = zone !== 0 && !home.has(zone) ? length * ABROAD : length;
    if (vertical ? mesh.tightXs[at % width] : mesh.tightYs[Math.floor(at / width)]) price *= TIGHT;
    if (runs === strand) price = length * SHARED;
    else if (runs !== 0) price += length * CROWDED + 8;
    const here = vertical ? used.right[end] : used.down[end];
    const there = vertical ? used.right[end - 1] : used.down[end - width];
    return isForeign(here, strand) || isForeign(there, strand) ? price + CROSSING : price;
  };

  return (state: number, reach: (state: number, price: number, from: number) => void): void => {
    const vertex = state >> 1;
    const x = vertex % width;
    const y = (vertex - x) / width;
    const before = scratch.cost[state] ?? 0;
    const [level, upright] = state & 1 ? [before + BEND, before] : [before, before + BEND];

    let price = level;
    const right = across.on[x] ?? -1;
    for (let at = x; at < right && price < Infinity; at++)
      price += stretch(y * width + at, y * width + at + 1, (xs[at + 1] ?? 0) - (xs[at] ?? 0), 0);
    if (right >= 0 && price < Infinity) reach((y * width + right) * 2, price, state);

    price = level;
    const left = across.back[x] ?? -1;
    for (let at = x; left >= 0 && at > left && price < Infinity; at--)
      price += stretch(y * width + at - 1, y * width + at - 1, (xs[at] ?? 0) - (xs[at - 1] ?? 0), 0);
    if (left >= 0 && price < Infinity) reach((y * width + left) * 2, price, state);

    price = upright;
    const below = down.on[y] ?? -1;
    for (let at = y; at < below && price < Infinity; at++)
      price += stretch(at * width + x, (at + 1) * width + x, (ys[at + 1] ?? 0) - (ys[at] ?? 0), 1);
    if (below >= 0 && price < Infinity) reach((below * width + x) * 2 + 1, price, state);

    price = upright;
    const above = down.back[y] ?? -1;
    for (let at = y; above >= 0 && at > above && price < Infinity; at--)
      price += stretch((at - 1) * width + x, (at - 1) * width + x, (ys[at] ?? 0) - (ys[at - 1] ?? 0), 1);
    if (above >= 0 && price < Infinity) reach((above * width + x) * 2 + 1, price, state);
  };
}

function isForeign(runs: number | undefined, strand: number): boolean {
  return runs !== undefined && runs !== 0 && runs !== strand;
}
