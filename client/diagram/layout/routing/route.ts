import type { Box, Point } from "../frame.ts";
import { after, within, type Mesh } from "./mesh.ts";
import { scratchFor } from "./scratch.ts";
import { search } from "./search.ts";
import type { Errand, Usage } from "./errand.ts";

/** A line this near to another would look like the same one. */
const NEAR = 5;

/** Among more lines than this, nobody follows a single one: better sooner than best. */
const MANY = 80;

/**
 * Finds a way for each line along the mesh: short, with few bends, around every shape, beside the lines before it and
 * not on top of them. Short lines go first, since they have the least choice. Gives the corners of each line in the
 * order of the errands, none where there is no way. Those that have a way already keep it.
 */
export function route(
  mesh: Mesh,
  errands: readonly Errand[],
  obstacles: readonly Box[],
): readonly (readonly Point[])[] {
  const found = errands.map(({ kept = [] }) => kept);
  const open = errands.flatMap((errand, index) =>
    errand.kept || errand.from === errand.to ? [] : [{ errand, index }],
  );
  if (open.length === 0) return found;
  const used = { right: new Int32Array(mesh.zone.length), down: new Int32Array(mesh.zone.length) };
  const strands = new Map<string, number>();
  const strandOf = (name: string): number => {
    const strand = strands.get(name) ?? strands.size + 1;
    strands.set(name, strand);
    return strand;
  };
  for (const { kept, strand } of errands) if (kept) occupy(mesh, used, kept, strandOf(strand));
  const scratch = scratchFor(mesh);
  const turns = open.map((turn) => ({ ...turn, length: distance(turn.errand.from, turn.errand.to) }));
  turns.sort((a, b) => a.length - b.length || a.index - b.index);
  const haste = errands.length > MANY ? 2 : 1;
  for (const { errand, index } of turns) {
    const strand = strandOf(errand.strand);
    const way = search({ mesh, used, strand, obstacles, scratch, haste }, errand);
    if (!way) continue;
    const points = way.vertices.map((vertex) => pointOf(mesh, vertex));
    occupy(mesh, used, points, strand);
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

/** Marks the stretches along a line, and those so near to it that a second line there would look like the same one. */
function occupy({ xs, ys }: Mesh, used: Usage, points: readonly Point[], strand: number): void {
  const width = xs.length;
  const mark = (list: Int32Array, at: number): void => {
    const now = list[at] ?? 0;
    list[at] = now === 0 || now === strand ? strand : -1;
  };
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to;
    if (from.x === to.x) {
      const [low, high] = within(xs, from.x - NEAR, from.x + NEAR);
      const [top, bottom] = stretches(ys, from.y, to.y);
      for (let x = low; x < high; x++) for (let y = top; y < bottom; y++) mark(used.down, y * width + x);
    } else {
      const [low, high] = within(ys, from.y - NEAR, from.y + NEAR);
      const [left, right] = stretches(xs, from.x, to.x);
      for (let y = low; y < high; y++) for (let x = left; x < right; x++) mark(used.right, y * width + x);
    }
  });
}

/** The stretches between two places on a line: the first, and the one after the last. */
function stretches(lines: readonly number[], from: number, to: number): readonly [number, number] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return [Math.max(0, after(lines, low) - 1), Math.max(0, after(lines, high - 0.01))];
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
