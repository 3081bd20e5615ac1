import type { Picture } from "./picture.ts";
import { centre, type Place } from "./place.ts";

/** A picture and from where it is looked at. */
export interface Look {
  readonly picture: Picture;
  readonly place: Place;
}

const LONG = 200;
/** With more shapes than this on their way at once, nobody can follow one, and the machine stumbles. */
const MOST = 500;

/**
 * Lets each shape glide from where it was seen to where it is now, and what is new appear. Nothing glides where a person,
 * the system or the editor wants less motion.
 */
export function glide(before: Look, after: Look): void {
  if (isStill() || after.picture.boxes.size > MOST) return;
  const timing = { duration: LONG, easing: "ease-out" };
  let isMoved = false;
  for (const [id, box] of after.picture.boxes) {
    const from = before.picture.boxes.get(id);
    const parts = after.picture.parts(id);
    if (!from) {
      isMoved = true;
      for (const part of parts) part.animate([{ opacity: 0 }, {}], timing);
      continue;
    }
    const { x, y } = away(centre(from), before.place, centre(box), after.place);
    if (Math.abs(x) + Math.abs(y) < 0.5) continue;
    isMoved = true;
    const way = [{ transform: `translate(${x}px, ${y}px)` }, { transform: "translate(0px, 0px)" }];
    for (const part of parts) part.animate(way, timing);
  }
  if (!isMoved) return;
  // Lines do not bend on the way: they come when their ends are there.
  for (const { edge } of after.picture.scene.edges)
    for (const part of after.picture.parts(edge.id))
      part.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, {}], timing);
}

type Point = ReturnType<typeof centre>;

/** How far, in the measure of the new picture, a point was seen from where it is seen now. */
function away(from: Point, before: Place, to: Point, after: Place): Point {
  return {
    x: (from.x * before.scale + before.x - after.x) / after.scale - to.x,
    y: (from.y * before.scale + before.y - after.y) / after.scale - to.y,
  };
}

function isStill(): boolean {
  return (
    matchMedia("(prefers-reduced-motion: reduce)").matches ||
    document.body.classList.contains("vscode-reduce-motion")
  );
}
