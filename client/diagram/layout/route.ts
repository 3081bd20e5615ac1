import type { Box, Point } from "./frame.ts";
import { heap } from "./heap.ts";
import { after, within, type Mesh } from "./mesh.ts";

/** A line to be drawn. */
export interface Errand {
  readonly from: Box;
  readonly to: Box;
  /** Lines of one strand may share their way. */
  readonly strand: string;
  /** The zones that it may run through for nothing, from 1. */
  readonly home: ReadonlySet<number>;
}

/** Space that lines keep from shapes. */
export const CLEAR = 5;

const BEND = 38;
const CROSSING = 14;
const CROWDED = 9;
const ABROAD = 1.8;
const TIGHT = 1.6;
const OFF_CENTRE = 0.22;
const NEAR = 5;

/**
 * Finds a way for each line along the mesh: short, with few bends, around every shape, beside the lines before it and
 * not on top of them. Short lines go first, since they have the least choice. Gives the corners of each line in the
 * order of the errands, none where there is no way.
 */
export function route(
  mesh: Mesh,
  errands: readonly Errand[],
  obstacles: readonly Box[],
): readonly (readonly Point[])[] {
  const found = errands.map((): readonly Point[] => []);
  const used = usageOf(mesh);
  const turns = errands.map((errand, index) => ({ errand, index, length: distance(errand.from, errand.to) }));
  turns.sort((a, b) => a.length - b.length || a.index - b.index);
  const strands = new Map<string, number>();
  for (const { errand, index } of turns) {
    const strand = strands.get(errand.strand) ?? strands.size + 1;
    strands.set(errand.strand, strand);
    found[index] = walk({ mesh, used, strand, obstacles }, errand);
  }
  return found;
}

function distance(a: Box, b: Box): number {
  const x = Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width));
  const y = Math.max(0, a.y - (b.y + b.height), b.y - (a.y + a.height));
  return x + y;
}

/** Which strand runs along each stretch: 0 for none, -1 for several. */
interface Usage {
  readonly right: Int32Array;
  readonly down: Int32Array;
}

function usageOf({ xs, ys }: Mesh): Usage {
  return { right: new Int32Array(xs.length * ys.length), down: new Int32Array(xs.length * ys.length) };
}

interface Search {
  readonly mesh: Mesh;
  readonly used: Usage;
  readonly strand: number;
  readonly obstacles: readonly Box[];
}

/** Where a line may leave or reach a shape: a crossing of the mesh beside it, and the point on its outline. */
interface Dock {
  readonly vertex: number;
  readonly vertical: 0 | 1;
  readonly port: Point;
  readonly cost: number;
}

function walk(search: Search, errand: Errand): readonly Point[] {
  const { mesh, used } = search;
  const width = mesh.xs.length;
  const starts = docks(search, errand.from);
  const ends = new Map<number, Dock[]>();
  for (const dock of docks(search, errand.to))
    ends.set(dock.vertex, [...(ends.get(dock.vertex) ?? []), dock]);

  const cost = new Map<number, number>();
  const came = new Map<number, number>();
  const first = new Map<number, Dock>();
  const queue = heap();
  const reach = (state: number, price: number, from: number | undefined): void => {
    if (price >= (cost.get(state) ?? Infinity)) return;
    cost.set(state, price);
    if (from === undefined) came.delete(state);
    else came.set(state, from);
    queue.push(state, price + ahead(state >> 1));
  };
  const ahead = (vertex: number): number => {
    const x = mesh.xs[vertex % width] ?? 0;
    const y = mesh.ys[Math.floor(vertex / width)] ?? 0;
    return distance({ x, y, width: 0, height: 0 }, errand.to);
  };

  for (const dock of starts) {
    const state = dock.vertex * 2 + dock.vertical;
    if (dock.cost < (cost.get(state) ?? Infinity)) first.set(state, dock);
    reach(state, dock.cost, undefined);
  }
  let best: { readonly state: number; readonly dock: Dock; readonly cost: number } | undefined;
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (best && next.cost >= best.cost) break;
    const { state } = next;
    const price = cost.get(state) ?? Infinity;
    if (next.cost > price + ahead(state >> 1) + 0.001) continue;
    for (const dock of ends.get(state >> 1) ?? []) {
      const total = price + dock.cost + (dock.vertical === (state & 1) ? 0 : BEND);
      if (!best || total < best.cost) best = { state, dock, cost: total };
    }
    step(search, errand, state, (reached, more) => reach(reached, price + more, state));
  }
  if (!best) return [];
  const states = [best.state];
  for (let at = came.get(best.state); at !== undefined; at = came.get(at)) states.push(at);
  states.reverse();
  const dock = first.get(states[0] ?? -1);
  if (!dock) return [];
  const corners = states.map((state) => state >> 1);
  occupy(mesh, used, corners, search.strand);
  const points = corners.map((vertex) => pointOf(mesh, vertex));
  return straightened([dock.port, ...points, best.dock.port]);
}

function pointOf(mesh: Mesh, vertex: number): Point {
  const width = mesh.xs.length;
  return { x: mesh.xs[vertex % width] ?? 0, y: mesh.ys[Math.floor(vertex / width)] ?? 0 };
}

/** The crossings that can be reached in one step, and what each costs. */
function step(
  { mesh, used, strand }: Search,
  { home }: Errand,
  state: number,
  visit: (state: number, cost: number) => void,
): void {
  const width = mesh.xs.length;
  const vertex = state >> 1;
  const upright = state & 1;
  const x = vertex % width;
  const y = (vertex - x) / width;
  const go = (to: number, stretch: number, vertical: 0 | 1): void => {
    const length = vertical
      ? Math.abs((mesh.ys[Math.floor(to / width)] ?? 0) - (mesh.ys[y] ?? 0))
      : Math.abs((mesh.xs[to % width] ?? 0) - (mesh.xs[x] ?? 0));
    const own = vertical ? used.down : used.right;
    const other = vertical ? used.right : used.down;
    const runs = own[stretch] ?? 0;
    const zone = mesh.zone[to] ?? 0;
    let price = zone !== 0 && !home.has(zone) ? length * ABROAD : length;
    if (vertical && mesh.tight.has(mesh.xs[x] ?? 0)) price *= TIGHT;
    if (runs === strand) price = length * 0.4;
    else if (runs !== 0) price += length * CROWDED + 8;
    const crossed = vertical ? [to, to - 1] : [to, to - width];
    if (crossed.some((at) => foreign(other[at] ?? 0, strand))) price += CROSSING;
    if (vertical !== upright) price += BEND;
    visit(to * 2 + vertical, price);
  };
  if (x + 1 < width && !mesh.blockedRight[vertex]) go(vertex + 1, vertex, 0);
  if (x > 0 && !mesh.blockedRight[vertex - 1]) go(vertex - 1, vertex - 1, 0);
  if (y + 1 < mesh.ys.length && !mesh.blockedDown[vertex]) go(vertex + width, vertex, 1);
  if (y > 0 && !mesh.blockedDown[vertex - width]) go(vertex - width, vertex - width, 1);
}

function foreign(runs: number, strand: number): boolean {
  return runs !== 0 && runs !== strand;
}

/** Marks the stretches of a way, and those so near to them that a second line there would look like the same one. */
function occupy(mesh: Mesh, used: Usage, corners: readonly number[], strand: number): void {
  const width = mesh.xs.length;
  const mark = (list: Int32Array, at: number): void => {
    const now = list[at] ?? 0;
    list[at] = now === 0 || now === strand ? strand : -1;
  };
  for (let index = 1; index < corners.length; index++) {
    const from = Math.min(corners[index - 1] ?? 0, corners[index] ?? 0);
    const to = Math.max(corners[index - 1] ?? 0, corners[index] ?? 0);
    const x = from % width;
    const y = (from - x) / width;
    const upright = to - from >= width;
    const [low, high] = upright
      ? within(mesh.xs, (mesh.xs[x] ?? 0) - NEAR, (mesh.xs[x] ?? 0) + NEAR)
      : within(mesh.ys, (mesh.ys[y] ?? 0) - NEAR, (mesh.ys[y] ?? 0) + NEAR);
    for (let beside = low; beside < high; beside++)
      mark(upright ? used.down : used.right, upright ? y * width + beside : beside * width + x);
  }
}

/** All docks of a shape; those in the middle of a side and those on the line of another of its strand are cheapest. */
function docks(search: Search, box: Box): readonly Dock[] {
  const { xs, ys } = search.mesh;
  const [left, right] = within(xs, box.x + INSET, box.x + box.width - INSET);
  const [top, bottom] = within(ys, box.y + INSET, box.y + box.height - INSET);
  const above = after(ys, box.y - CLEAR) - 1;
  const below = after(ys, box.y + box.height + CLEAR - 0.01);
  const before = after(xs, box.x - CLEAR) - 1;
  const behind = after(xs, box.x + box.width + CLEAR - 0.01);
  const found: (Dock | undefined)[] = [];
  for (let x = left; x < right; x++) {
    found.push(dock(search, box, { x, y: above }, { x: xs[x] ?? 0, y: box.y }));
    found.push(dock(search, box, { x, y: below }, { x: xs[x] ?? 0, y: box.y + box.height }));
  }
  for (let y = top; y < bottom; y++) {
    found.push(dock(search, box, { x: before, y }, { x: box.x, y: ys[y] ?? 0 }));
    found.push(dock(search, box, { x: behind, y }, { x: box.x + box.width, y: ys[y] ?? 0 }));
  }
  return found.flatMap((it) => it ?? []);
}

const INSET = 9;
const REACH = 64;

function dock(search: Search, box: Box, at: Point, port: Point): Dock | undefined {
  const { mesh, used, strand, obstacles } = search;
  const { xs, ys } = mesh;
  const x = xs[at.x];
  const y = ys[at.y];
  if (x === undefined || y === undefined) return undefined;
  const stub = {
    x: Math.min(x, port.x),
    y: Math.min(y, port.y),
    width: Math.abs(x - port.x),
    height: Math.abs(y - port.y),
  };
  if (stub.width + stub.height > REACH) return undefined;
  if (obstacles.some((other) => meets(stub, other) && !holds(other, box))) return undefined;
  const vertical = stub.width === 0 ? 1 : 0;
  const vertex = at.y * xs.length + at.x;
  const offset = vertical
    ? Math.abs(port.x - (box.x + box.width / 2))
    : Math.abs(port.y - (box.y + box.height / 2));
  const cap = Math.min(offset, 100) * OFF_CENTRE + (vertical ? 0 : 6);
  const lines = vertical ? used.down : used.right;
  const around = [vertex, vertical ? vertex - xs.length : vertex - 1].map((stretch) => lines[stretch] ?? 0);
  const taken = around.some((runs) => foreign(runs, strand)) ? 120 : 0;
  return { vertex, vertical, port, cost: cap + taken };
}

/** The box itself with the space around it. */
function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function meets(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width && b.x < a.x + a.width + 0.01 && a.y < b.y + b.height && b.y < a.y + a.height + 0.01
  );
}

/** Only the ends and the corners of a line. */
function straightened(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const next = points[index + 1];
    if (!before || !next) return true;
    return !((before.x === point.x && point.x === next.x) || (before.y === point.y && point.y === next.y));
  });
}
