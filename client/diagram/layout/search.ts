import { docks, type Dock } from "./docks.ts";
import type { Box, Point } from "./frame.ts";
import { heap } from "./heap.ts";
import { within, type Mesh } from "./mesh.ts";
import { BEND, stepper } from "./step.ts";

/** A line to be drawn. */
export interface Errand {
  readonly from: Box;
  readonly to: Box;
  /** Lines of one strand may share their way. */
  readonly strand: string;
  /** The zones that it may run through for nothing, from 1. */
  readonly home: ReadonlySet<number>;
  /** The way that it has already, and keeps. */
  readonly kept: readonly Point[] | undefined;
}

/** Which strand runs along each stretch: 0 for none, -1 for several. */
export interface Usage {
  readonly right: Int32Array;
  readonly down: Int32Array;
}

export interface Search {
  readonly mesh: Mesh;
  readonly used: Usage;
  readonly strand: number;
  readonly obstacles: readonly Box[];
  readonly scratch: Scratch;
  /** 1 finds the best way; more finds a good one sooner. */
  readonly haste: number;
}

/** What a search writes down about each state; the next search, a round later, knows that it is out of date. */
export interface Scratch {
  round: number;
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
  return { round: 0, cost: new Float64Array(states), came: numbers(), reached: numbers(), closed: numbers() };
}

/** A way along the mesh: the crossings that it passes, and where it leaves and reaches its shapes. */
export interface Way {
  readonly vertices: readonly number[];
  readonly start: Dock;
  readonly end: Dock;
}

/**
 * The cheapest way for a line. A state is a crossing and the direction in which it was reached, so that bends have a
 * price. Undefined where there is no way. In haste, it is looked for around the two shapes first.
 */
export function search(task: Search, errand: Errand): Way | undefined {
  if (task.haste === 1) return searchIn(task, errand, Infinity);
  return searchIn(task, errand, AROUND) ?? searchIn(task, errand, Infinity);
}

/** How far around two shapes a way between them is looked for first. */
const AROUND = 300;

function searchIn(task: Search, errand: Errand, around: number): Way | undefined {
  const { scratch } = task;
  const width = task.mesh.xs.length;
  const [left, top, right, bottom] = regionOf(task.mesh, errand, around);
  const starts = docks(task, errand.from);
  const ends = docks(task, errand.to);
  const endAt = new Map<number, Dock>();
  for (const dock of ends) {
    const known = endAt.get(dock.vertex);
    if (!known || dock.cost < known.cost) endAt.set(dock.vertex, dock);
  }
  const round = ++scratch.round;
  const step = stepper(task, errand);
  const queue = heap();
  const ahead = distanceTo(task.mesh, errand.to, task.haste);
  const reach = (state: number, price: number, from: number): void => {
    const column = (state >> 1) % width;
    const row = ((state >> 1) - column) / width;
    if (column < left || column >= right || row < top || row >= bottom) return;
    const isKnown = scratch.reached[state] === round;
    if (isKnown && (scratch.closed[state] === round || price >= (scratch.cost[state] ?? 0))) return;
    scratch.reached[state] = round;
    scratch.cost[state] = price;
    scratch.came[state] = from;
    queue.push(state, price + ahead(state));
  };
  for (const dock of starts) reach(dock.vertex * 2 + dock.vertical, dock.cost, -1);
  let best: { readonly state: number; readonly end: Dock; readonly cost: number } | undefined;
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (best && queue.cost >= best.cost) break;
    const price = scratch.cost[state] ?? 0;
    if (queue.cost > price + ahead(state) + 0.001) continue;
    const end = endAt.get(state >> 1);
    const total = end ? price + end.cost + (end.vertical === (state & 1) ? 0 : BEND) : Infinity;
    if (end && (!best || total < best.cost)) best = { state, end, cost: total };
    // In haste, a state that was gone on from is not looked at again.
    if (task.haste > 1) scratch.closed[state] = round;
    step(state, reach);
  }
  return best && wayTo(task, best.state, best.end, starts);
}

/** The lines so far around two shapes: the first column and row, and those after the last. */
function regionOf(
  { xs, ys }: Mesh,
  { from, to }: Errand,
  around: number,
): readonly [number, number, number, number] {
  const [left, right] = within(
    xs,
    Math.min(from.x, to.x) - around,
    Math.max(from.x + from.width, to.x + to.width) + around,
  );
  const [top, bottom] = within(
    ys,
    Math.min(from.y, to.y) - around,
    Math.max(from.y + from.height, to.y + to.height) + around,
  );
  return [left, top, right, bottom];
}

function wayTo({ scratch }: Search, last: number, end: Dock, starts: readonly Dock[]): Way | undefined {
  const vertices: number[] = [];
  let first = last;
  for (let state = last; state >= 0; state = scratch.came[state] ?? -1) {
    vertices.push(state >> 1);
    first = state;
  }
  const cheapest = starts
    .filter(({ vertex, vertical }) => vertex * 2 + vertical === first)
    .reduce(
      (chosen: Dock | undefined, dock) => (chosen && chosen.cost <= dock.cost ? chosen : dock),
      undefined,
    );
  return cheapest && { vertices: vertices.toReversed(), start: cheapest, end };
}

/** The least that a way from a state to a shape can cost: the distance, and the bend where it runs past it. */
function distanceTo(
  { xs, ys }: Mesh,
  { x, y, width, height }: Box,
  haste: number,
): (state: number) => number {
  const across = Float64Array.from(xs, (at) => Math.max(0, x - at, at - (x + width)));
  const down = Float64Array.from(ys, (at) => Math.max(0, y - at, at - (y + height)));
  return (state) => {
    const vertex = state >> 1;
    const column = vertex % xs.length;
    const aside = across[column] ?? 0;
    const apart = down[(vertex - column) / xs.length] ?? 0;
    return haste * (aside + apart + ((state & 1 ? aside : apart) > 0 ? BEND : 0));
  };
}
