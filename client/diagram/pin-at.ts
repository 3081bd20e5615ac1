import type { Pin } from "../pins/pin.ts";
import type { Box, Point } from "./layout/frame.ts";
import type { Raster } from "./layout/frame.ts";
import type { Scene } from "./scene.ts";

/** Where a shape would stand, and how that is said so that it lasts. */
export interface Target {
  readonly pin: Pin;
  readonly box: Box;
}

type SceneNode = Scene["nodes"][number];

/** Where a shape would stand whose upper left corner is let go there; undefined for one that cannot be put anywhere. */
export function targetAt(scene: Scene, id: string, corner: Point): Target | undefined {
  const it = scene.nodes.find(({ node }) => node.id === id);
  if (!it) return undefined;
  if (it.node.group === undefined) return isFloor(scene) ? spotAt(scene, it, corner) : undefined;
  const raster = rasterOf(scene, it);
  return raster && seatAt(raster, it, nearest(raster.xs, corner.x), nearest(raster.ys, corner.y));
}

/** Where a shape would stand one step on; undefined where it cannot go there. */
export function targetBeside(scene: Scene, id: string, by: Point): Target | undefined {
  const it = scene.nodes.find(({ node }) => node.id === id);
  if (!it) return undefined;
  if (it.node.group === undefined) {
    const corner = { x: it.box.x + by.x * STEP, y: it.box.y + by.y * STEP };
    return isFloor(scene) ? onFloor(scene, it, corner) : undefined;
  }
  const raster = rasterOf(scene, it);
  if (!raster) return undefined;
  const [column, row] = [nearest(raster.xs, it.box.x) + by.x, nearest(raster.ys, it.box.y) + by.y];
  const isThere = raster.xs[column] !== undefined && raster.ys[row] !== undefined;
  return isThere ? seatAt(raster, it, column, row) : undefined;
}

/** On the open floor, shapes stand on a fine grid, or in line with others. */
const STEP = 12;
const IN_LINE = 10;

function isFloor({ graph: { layout } }: Scene): boolean {
  return layout === "graph" || layout === "hub";
}

function rasterOf({ groups }: Scene, { node }: SceneNode): Raster | undefined {
  return groups.find(({ group }) => group.id === node.group)?.raster;
}

function seatAt({ xs, ys }: Raster, { box }: SceneNode, column: number, row: number): Target {
  const at = { x: xs[column] ?? box.x, y: ys[row] ?? box.y };
  return { pin: { column: column + 1, row: row + 1 }, box: { ...box, ...at } };
}

/** In line with the sides or the middle of another shape that stands near that, else on the grid. */
function spotAt(scene: Scene, it: SceneNode, { x, y }: Point): Target {
  const others = scene.nodes.filter(({ node }) => node.group === undefined && node.id !== it.node.id);
  const across = inLine(
    x,
    others.map(({ box }) => box.x),
  );
  const half = it.box.height / 2;
  const down = inLine(
    y,
    others.map(({ box }) => box.y + box.height / 2 - half),
  );
  const snapped = (value: number, from: number): number => from + Math.round((value - from) / STEP) * STEP;
  return onFloor(scene, it, {
    x: across ?? snapped(x, scene.origin.x),
    y: down ?? snapped(y, scene.origin.y),
  });
}

function onFloor({ origin }: Scene, { box }: SceneNode, { x, y }: Point): Target {
  const pin = {
    x: Math.max(RIM, Math.round(x - origin.x)),
    y: Math.max(RIM, Math.round(y - origin.y)),
  };
  return { pin, box: { ...box, x: pin.x + origin.x, y: pin.y + origin.y } };
}

/** Nothing stands nearer to the end of the sheet. */
const RIM = 32;

function inLine(value: number, lines: readonly number[]): number | undefined {
  const [best] = lines.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value));
  return best !== undefined && Math.abs(best - value) <= IN_LINE ? best : undefined;
}

function nearest(levels: readonly number[], value: number): number {
  return levels.reduce(
    (best, level, index) =>
      Math.abs(level - value) < Math.abs((levels[best] ?? Infinity) - value) ? index : best,
    0,
  );
}
