import type { Box } from "../frame.ts";
import { heap, type Heap } from "./heap.ts";
import type { Mesh } from "./mesh.ts";

/** What a line pays besides its length for a bend. */
export const BEND = 38;

/** What a search writes down about each state; the next search, a round later, knows that it is out of date. */
export interface Scratch {
  round: number;
  /** The lines of the mesh once more, for arithmetic. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** How far each of them is from where a search leads. */
  readonly across: Float64Array;
  readonly down: Float64Array;
  readonly queue: Heap;
  readonly cost: Float64Array;
  /** The state before, -1 for a start. */
  readonly came: Int32Array;
  /** The round in which a state was last reached, and in which it was last gone on from. */
  readonly reached: Int32Array;
  readonly closed: Int32Array;
}

export function scratchFor({ xs, ys }: Mesh): Scratch {
  const states = 2 * xs.length * ys.length;
  const numbers = (): Int32Array => new Int32Array(states);
  return {
    round: 0,
    xs: Float64Array.from(xs),
    ys: Float64Array.from(ys),
    across: new Float64Array(xs.length),
    down: new Float64Array(ys.length),
    queue: heap(),
    cost: new Float64Array(states),
    came: numbers(),
    reached: numbers(),
    closed: numbers(),
  };
}

/** The least that a way from a state to a shape can cost: the distance, and the bend where it runs past it. */
export function distanceTo(
  scratch: Scratch,
  { x, y, width, height }: Box,
  haste: number,
): (state: number) => number {
  const { xs, ys, across, down } = scratch;
  for (const [index, at] of xs.entries()) across[index] = haste * Math.max(0, x - at, at - (x + width));
  for (const [index, at] of ys.entries()) down[index] = haste * Math.max(0, y - at, at - (y + height));
  const columns = xs.length;
  const bend = haste * BEND;
  return (state) => {
    const vertex = state >> 1;
    const aside = across[vertex % columns] ?? 0;
    const apart = down[(vertex / columns) | 0] ?? 0;
    return aside + apart + ((state & 1 ? aside : apart) > 0 ? bend : 0);
  };
}
