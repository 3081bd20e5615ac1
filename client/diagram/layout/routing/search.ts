import { docks } from "./docks.ts";
import type { Dock } from "./errand.ts";
import type { Box } from "../frame.ts";
import { within, type Mesh } from "./mesh.ts";
import { distanceTo } from "./scratch.ts";
import { jumpsOf, pricing, type Span } from "./step.ts";
import { BEND } from "./scratch.ts";
import type { Errand, Search, Way } from "./errand.ts";

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
  const { scratch, haste, mesh } = task;
  const { cost, came, reached, closed, queue } = scratch;
  const { from, to } = errand;
  const columns = mesh.xs.length;
  const [left, top, right, bottom] = regionOf(mesh, errand, around);
  const across = jumpsOf(scratch.xs, mesh.portXs, [columnsOf(from), columnsOf(to)]);
  const down = jumpsOf(scratch.ys, mesh.portYs, [rowsOf(from), rowsOf(to)]);
  const prices = pricing(task, errand);
  const ahead = distanceTo(scratch, to, haste);
  const starts = docks(task, from);
  const endAt = cheapestAt(docks(task, to));
  const round = ++scratch.round;
  queue.clear();

  /** Whether a state might be reached for less than it was before. */
  const isOpen = (state: number, price: number): boolean =>
    reached[state] !== round || (closed[state] !== round && price < (cost[state] ?? 0));
  const reach = (state: number, price: number, before: number): void => {
    if (price === Infinity || !isOpen(state, price)) return;
    reached[state] = round;
    cost[state] = price;
    came[state] = before;
    queue.push(state, price + ahead(state));
  };
  const goLevel = (state: number, price: number, vertex: number, column: number, next: number): void => {
    const other = (vertex + next - column) * 2;
    if (next < left || next >= right || !isOpen(other, price)) return;
    reach(other, price + prices.level(vertex, column, next), state);
  };
  const goUpright = (state: number, price: number, vertex: number, row: number, next: number): void => {
    const other = (vertex + (next - row) * columns) * 2 + 1;
    if (next < top || next >= bottom || !isOpen(other, price)) return;
    reach(other, price + prices.upright(vertex, row, next), state);
  };

  for (const { vertex, vertical, cost: price } of starts) {
    const column = vertex % columns;
    const row = (vertex / columns) | 0;
    if (column >= left && column < right && row >= top && row < bottom)
      reach(vertex * 2 + vertical, price, -1);
  }
  let best: { readonly state: number; readonly end: Dock; readonly cost: number } | undefined;
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    if (best && queue.cost >= best.cost) break;
    const price = cost[state] ?? 0;
    if (closed[state] === round || queue.cost > price + ahead(state) + 0.001) continue;
    const vertex = state >> 1;
    const end = endAt.get(vertex);
    const total = end ? price + end.cost + (end.vertical === (state & 1) ? 0 : BEND) : Infinity;
    if (end && (!best || total < best.cost)) best = { state, end, cost: total };
    // In haste, a state that was gone on from is not looked at again.
    if (haste > 1) closed[state] = round;
    const column = vertex % columns;
    const row = (vertex / columns) | 0;
    const level = state & 1 ? price + BEND : price;
    const upright = state & 1 ? price : price + BEND;
    goLevel(state, level, vertex, column, across.on[column] ?? -1);
    goLevel(state, level, vertex, column, across.back[column] ?? -1);
    goUpright(state, upright, vertex, row, down.on[row] ?? -1);
    goUpright(state, upright, vertex, row, down.back[row] ?? -1);
  }
  return best && wayTo(task, best.state, best.end, starts);
}

function cheapestAt(docks: readonly Dock[]): ReadonlyMap<number, Dock> {
  const at = new Map<number, Dock>();
  for (const dock of docks) {
    const known = at.get(dock.vertex);
    if (!known || dock.cost < known.cost) at.set(dock.vertex, dock);
  }
  return at;
}

function columnsOf({ x, width }: Box): Span {
  return { from: x, to: x + width };
}

function rowsOf({ y, height }: Box): Span {
  return { from: y, to: y + height };
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
