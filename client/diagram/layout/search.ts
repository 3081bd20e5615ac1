import { docks, type Dock } from "./docks.ts";
import type { Box } from "./frame.ts";
import { heap } from "./heap.ts";
import type { Mesh } from "./mesh.ts";

/** A line to be drawn. */
export interface Errand {
  readonly from: Box;
  readonly to: Box;
  /** Lines of one strand may share their way. */
  readonly strand: string;
  /** The zones that it may run through for nothing, from 1. */
  readonly home: ReadonlySet<number>;
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

/** What a search writes down about each state; the next search goes over it again. */
export interface Scratch {
  readonly cost: Float64Array;
  /** The state before, -1 for a start. */
  readonly came: Int32Array;
}

export function scratchFor({ xs, ys }: Mesh): Scratch {
  const states = 2 * xs.length * ys.length;
  return { cost: new Float64Array(states), came: new Int32Array(states) };
}

/** A way along the mesh: the crossings that it passes, and where it leaves and reaches its shapes. */
export interface Way {
  readonly vertices: readonly number[];
  readonly start: Dock;
  readonly end: Dock;
}

const BEND = 38;
const CROSSING = 14;
const CROWDED = 4;
const ABROAD = 1.8;
const TIGHT = 1.6;
const SHARED = 0.4;

/**
 * The cheapest way for a line. A state is a crossing and the direction in which it was reached, so that bends have a
 * price. Undefined where there is no way.
 */
export function search(task: Search, errand: Errand): Way | undefined {
  const { scratch } = task;
  const starts = docks(task, errand.from);
  const ends = docks(task, errand.to);
  const endAt = new Map<number, Dock>();
  for (const dock of ends) {
    const known = endAt.get(dock.vertex);
    if (!known || dock.cost < known.cost) endAt.set(dock.vertex, dock);
  }
  scratch.cost.fill(Infinity);
  const queue = heap();
  const ahead = distanceTo(task.mesh, errand.to, task.haste);
  const reach = (state: number, price: number, from: number): void => {
    if (price >= (scratch.cost[state] ?? 0)) return;
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
    step(task, errand.home, state, reach);
  }
  return best && wayTo(task, best.state, best.end, starts);
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

/** Reaches the crossings next to a state, at what it costs to go there. */
function step(
  { mesh, used, strand, scratch }: Search,
  home: ReadonlySet<number>,
  state: number,
  reach: (state: number, price: number, from: number) => void,
): void {
  const { xs, ys, blockedRight, blockedDown } = mesh;
  const width = xs.length;
  const vertex = state >> 1;
  const x = vertex % width;
  const y = (vertex - x) / width;
  const before = scratch.cost[state] ?? 0;
  const isTight = mesh.tight.has(xs[x] ?? 0);

  const go = (to: number, stretch: number, length: number, vertical: 0 | 1): void => {
    const runs = (vertical ? used.down[stretch] : used.right[stretch]) ?? 0;
    const zone = mesh.zone[to] ?? 0;
    let price = zone !== 0 && !home.has(zone) ? length * ABROAD : length;
    if (vertical && isTight) price *= TIGHT;
    if (runs === strand) price = length * SHARED;
    else if (runs !== 0) price += length * CROWDED + 8;
    const [here, there] = vertical
      ? [used.right[to], used.right[to - 1]]
      : [used.down[to], used.down[to - width]];
    if (isForeign(here, strand) || isForeign(there, strand)) price += CROSSING;
    if (vertical !== (state & 1)) price += BEND;
    reach(to * 2 + vertical, before + price, state);
  };

  if (x + 1 < width && !blockedRight[vertex]) go(vertex + 1, vertex, (xs[x + 1] ?? 0) - (xs[x] ?? 0), 0);
  if (x > 0 && !blockedRight[vertex - 1]) go(vertex - 1, vertex - 1, (xs[x] ?? 0) - (xs[x - 1] ?? 0), 0);
  if (y + 1 < ys.length && !blockedDown[vertex])
    go(vertex + width, vertex, (ys[y + 1] ?? 0) - (ys[y] ?? 0), 1);
  if (y > 0 && !blockedDown[vertex - width])
    go(vertex - width, vertex - width, (ys[y] ?? 0) - (ys[y - 1] ?? 0), 1);
}

function isForeign(runs: number | undefined, strand: number): boolean {
  return runs !== undefined && runs !== 0 && runs !== strand;
}
