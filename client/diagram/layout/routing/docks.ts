import { holds } from "../boxes.ts";
import type { Box, Point } from "../frame.ts";
import { after, within } from "./mesh.ts";
import type { Search } from "./errand.ts";
import type { Dock } from "./errand.ts";

/** Space that lines keep from shapes. */
export const CLEAR = 4.5;

const OFF_CENTRE = 0.22;
/** A shape this wide is reached from above or below rather than at its narrow sides. */
const WIDE = 300;

/** All docks of a shape; those in the middle of a side are cheapest, those that another line has taken dear. */
export function docks(whole: Search, box: Box): readonly Dock[] {
  const search = { ...whole, obstacles: near(whole.obstacles, box) };
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
  if (obstacles.some((other) => meets(stub, other))) return undefined;
  const vertical = stub.width === 0 ? 1 : 0;
  const vertex = at.y * xs.length + at.x;
  const offset = vertical
    ? Math.abs(port.x - (box.x + box.width / 2))
    : Math.abs(port.y - (box.y + box.height / 2));
  const cap = Math.min(offset, 100) * OFF_CENTRE + (vertical ? 0 : box.width > WIDE ? 60 : 6);
  const lines = vertical ? used.down : used.right;
  const around = [vertex, vertical ? vertex - xs.length : vertex - 1].map((stretch) => lines[stretch] ?? 0);
  const taken = around.some((runs) => runs !== 0 && runs !== strand) ? 120 : 0;
  return { vertex, vertical, port, cost: cap + taken };
}

function meets(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width && b.x < a.x + a.width + 0.01 && a.y < b.y + b.height && b.y < a.y + a.height + 0.01
  );
}

/** The obstacles that can stand between a shape and its docks. */
function near(obstacles: readonly Box[], box: Box): readonly Box[] {
  const around = {
    x: box.x - REACH,
    y: box.y - REACH,
    width: box.width + 2 * REACH,
    height: box.height + 2 * REACH,
  };
  return obstacles.filter((other) => meets(around, other) && !holds(other, box));
}
