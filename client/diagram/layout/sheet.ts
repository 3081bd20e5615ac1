import type { BandPlace, Before, Box, EdgePlace, Point } from "./frame.ts";

/** A picture that is being changed: what is not there yet has no place. */
export interface Sheet extends Omit<Before, "base"> {}

/**
 * Makes room across the whole sheet: what begins at or below a level moves down, and what reaches over it gets higher,
 * but for shapes, which only ever move.
 */
export function insertRoom(sheet: Sheet, level: number, room: number): Sheet {
  if (room <= 0) return sheet;
  const box = <B extends Box>(it: B): B => {
    if (it.y >= level) return { ...it, y: it.y + room };
    return it.y + it.height > level ? { ...it, height: it.height + room } : it;
  };
  const moved = (it: Box): Box => (it.y >= level ? { ...it, y: it.y + room } : it);
  const point = (it: Point): Point => (it.y > level ? { ...it, y: it.y + room } : it);
  return {
    size: { ...sheet.size, height: sheet.size.height + room },
    bands: sheet.bands.map((band): BandPlace => ({ ...band, box: box(band.box) })),
    groups: sheet.groups.map((it) => it && box(it)),
    nodes: sheet.nodes.map((it) => it && moved(it)),
    edges: sheet.edges.map(
      (it): EdgePlace | undefined =>
        it && { points: it.points.map(point), label: it.label && moved(it.label) },
    ),
  };
}

export function withNode(sheet: Sheet, index: number, box: Box): Sheet {
  return { ...sheet, nodes: sheet.nodes.with(index, box) };
}

export function right({ x, width }: Box): number {
  return x + width;
}

export function bottom({ y, height }: Box): number {
  return y + height;
}

/** Whether two boxes come nearer to each other than that. */
export function near(a: Box, b: Box, across: number, down: number): boolean {
  return (
    a.x < right(b) + across && b.x < right(a) + across && a.y < bottom(b) + down && b.y < bottom(a) + down
  );
}
