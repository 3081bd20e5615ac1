import type { Box, Point } from "./frame.ts";
import { within, type Mesh } from "./mesh.ts";
import { scratchFor, search, type Errand, type Usage } from "./search.ts";

/** A line this near to another would look like the same one. */
const NEAR = 5;

/** Among more lines than this, nobody follows a single one: better sooner than best. */
const MANY = 80;

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
  const used = { right: new Int32Array(mesh.zone.length), down: new Int32Array(mesh.zone.length) };
  const scratch = scratchFor(mesh);
  const turns = errands.map((errand, index) => ({ errand, index, length: distance(errand.from, errand.to) }));
  turns.sort((a, b) => a.length - b.length || a.index - b.index);
  const haste = errands.length > MANY ? 2 : 1;
  const strands = new Map<string, number>();
  for (const { errand, index } of turns) {
    if (errand.from === errand.to) continue;
    const strand = strands.get(errand.strand) ?? strands.size + 1;
    strands.set(errand.strand, strand);
    const way = search({ mesh, used, strand, obstacles, scratch, haste }, errand);
    if (!way) continue;
    occupy(mesh, used, way.vertices, strand);
    const points = way.vertices.map((vertex) => pointOf(mesh, vertex));
    found[index] = straightened([way.start.port, ...points, way.end.port]);
  }
  return found;
}

function distance(a: Box, b: Box): number {
  const x = Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width));
  const y = Math.max(0, a.y - (b.y + b.height), b.y - (a.y + a.height));
  return x + y;
}

function pointOf({ xs, ys }: Mesh, vertex: number): Point {
  const column = vertex % xs.length;
  return { x: xs[column] ?? 0, y: ys[(vertex - column) / xs.length] ?? 0 };
}

/** Marks the stretches of a way, and those so near to them that a second line there would look like the same one. */
function occupy({ xs, ys }: Mesh, used: Usage, vertices: readonly number[], strand: number): void {
  const width = xs.length;
  const mark = (list: Int32Array, at: number): void => {
    const now = list[at] ?? 0;
    list[at] = now === 0 || now === strand ? strand : -1;
  };
  vertices.slice(1).forEach((vertex, index) => {
    const other = vertices[index] ?? vertex;
    const [from, to] = [Math.min(vertex, other), Math.max(vertex, other)];
    const [left, right] = [from % width, to % width];
    const [top, bottom] = [Math.floor(from / width), Math.floor(to / width)];
    if (left === right) {
      const [low, high] = within(xs, (xs[left] ?? 0) - NEAR, (xs[left] ?? 0) + NEAR);
      for (let x = low; x < high; x++) for (let y = top; y < bottom; y++) mark(used.down, y * width + x);
    } else {
      const [low, high] = within(ys, (ys[top] ?? 0) - NEAR, (ys[top] ?? 0) + NEAR);
      for (let y = low; y < high; y++) for (let x = left; x < right; x++) mark(used.right, y * width + x);
    }
  });
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
