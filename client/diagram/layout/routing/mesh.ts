import type { Box } from "../frame.ts";

/** The lines that edges may run along, and which stretches of them are free. */
export interface Mesh {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Lines that run close to shapes: to be taken only for want of another. 1 for each such line. */
  readonly tightXs: Uint8Array;
  readonly tightYs: Uint8Array;
  /** Lines that are there only so that shapes can be reached: 1 for each such line. */
  readonly portXs: Uint8Array;
  readonly portYs: Uint8Array;
  /** For the stretch from (x, y) to the next x: 1 where it is blocked. Index y * xs.length + x. */
  readonly blockedRight: Uint8Array;
  /** For the stretch from (x, y) to the next y. */
  readonly blockedDown: Uint8Array;
  /** The zone that a crossing lies in, from 1; 0 for none. */
  readonly zone: Uint16Array;
}

export interface Lines {
  readonly xs: Iterable<number>;
  readonly ys: Iterable<number>;
  /** Which of them run close to shapes. */
  readonly tightXs: ReadonlySet<number>;
  readonly tightYs: ReadonlySet<number>;
  /** Which of them are there only so that shapes can be reached. */
  readonly portXs: ReadonlySet<number>;
  readonly portYs: ReadonlySet<number>;
}

/** Crosses the lines and marks what obstacles block. */
export function meshOf(lines: Lines, obstacles: readonly Box[], zones: readonly Box[]): Mesh {
  const xs = ascending(lines.xs);
  const ys = ascending(lines.ys);
  const blockedRight = new Uint8Array(xs.length * ys.length);
  const blockedDown = new Uint8Array(xs.length * ys.length);
  const zone = new Uint16Array(xs.length * ys.length);
  for (const box of obstacles) {
    const [left, right] = within(xs, box.x, box.x + box.width);
    const [top, bottom] = within(ys, box.y, box.y + box.height);
    for (let y = top; y < bottom; y++)
      for (let x = Math.max(0, left - 1); x < right; x++) blockedRight[y * xs.length + x] = 1;
    for (let x = left; x < right; x++)
      for (let y = Math.max(0, top - 1); y < bottom; y++) blockedDown[y * xs.length + x] = 1;
  }
  zones.forEach((box, index) => {
    const [left, right] = within(xs, box.x, box.x + box.width);
    const [top, bottom] = within(ys, box.y, box.y + box.height);
    for (let y = top; y < bottom; y++) zone.fill(index + 1, y * xs.length + left, y * xs.length + right);
  });
  const [tightXs, tightYs] = [flags(xs, lines.tightXs), flags(ys, lines.tightYs)];
  const [portXs, portYs] = [flags(xs, lines.portXs), flags(ys, lines.portYs)];
  return { xs, ys, tightXs, tightYs, portXs, portYs, blockedRight, blockedDown, zone };
}

function flags(lines: readonly number[], set: ReadonlySet<number>): Uint8Array {
  return Uint8Array.from(lines, (line) => (set.has(line) ? 1 : 0));
}

function ascending(numbers: Iterable<number>): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/** The indices of the lines strictly between two places: the first, and the one after the last. */
export function within(lines: readonly number[], from: number, to: number): readonly [number, number] {
  return [after(lines, from), before(lines, to)];
}

/** The index of the first line after a place. */
export function after(lines: readonly number[], place: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first line at or after a place. */
function before(lines: readonly number[], place: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) >= place) high = middle;
    else low = middle + 1;
  }
  return low;
}
