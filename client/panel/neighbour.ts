import type { Point } from "../diagram/layout/frame.ts";
import { centre, type Boxes } from "./place.ts";

export type Direction = "left" | "right" | "up" | "down";

const ALONG: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** What is aside of the way counts as farther than what lies ahead. */
const ASIDE = 2.5;

/** The shape that one would expect when going from another in a direction; undefined where there is none. */
export function neighbour(boxes: Boxes, from: string, direction: Direction): string | undefined {
  const start = boxes.get(from);
  if (!start) return undefined;
  const along = ALONG[direction];
  const here = centre(start);
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const [name, box] of boxes) {
    const there = centre(box);
    const ahead = (there.x - here.x) * along.x + (there.y - here.y) * along.y;
    if (name === from || ahead <= 1) continue;
    const aside = Math.abs((there.x - here.x) * along.y) + Math.abs((there.y - here.y) * along.x);
    const far = ahead + ASIDE * aside;
    if (!best || far < best.far) best = { name, far };
  }
  return best?.name;
}
