import type { Box, Point, Size } from "../diagram/layout/frame.ts";

/** Where the eye is: a point of the picture is seen at `point * scale + { x, y }`, from the panel's upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Boxes in the picture, by the names of what they show. */
export type Boxes = ReadonlyMap<string, Box>;

export const SCALES = { least: 0.05, most: 4 } as const;

/** Left free around a picture that fits. */
const MARGIN = 12;
/** So much of a picture stays in sight, however far it is pushed. */
const HELD = 64;

/** The whole picture in the middle, no larger than it is. */
export function fitted(picture: Size, view: Size): Place {
  const room = { width: view.width - 2 * MARGIN, height: view.height - 2 * MARGIN };
  const wanted = Math.min(1, room.width / picture.width, room.height / picture.height);
  const scale = Math.max(SCALES.least, wanted);
  return {
    x: (view.width - picture.width * scale) / 2,
    y: Math.max(MARGIN, (view.height - picture.height * scale) / 2),
    scale,
  };
}

/** Whether all of the picture can be seen. */
export function isWhole(picture: Size, place: Place, view: Size): boolean {
  const { x, y, width, height } = seen({ x: 0, y: 0, ...picture }, place);
  return x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
}

/**
 * The place in a new picture from which it looks as the old one did: one shape that both have is seen where it was. It
 * is the one that the eye is on, where that is in sight, else the one nearest to the middle of the panel. Where the two
 * share none, the place is the same.
 */
export function kept(
  { before, after }: { readonly before: Boxes; readonly after: Boxes },
  place: Place,
  view: Size,
  eye?: string,
): Place {
  const shared = [...before].flatMap(([name, from]) => {
    const to = after.get(name);
    return to ? [{ name, from, to, far: distance(centre(seen(from, place)), centreOf(view)) }] : [];
  });
  const watched = shared.find(({ name, from }) => name === eye && isInSight(from, place, view));
  const [first, ...rest] = shared;
  if (!first) return place;
  const anchor = watched ?? rest.reduce((best, shape) => (shape.far < best.far ? shape : best), first);
  const from = centre(anchor.from);
  const to = centre(anchor.to);
  return {
    x: place.x + (from.x - to.x) * place.scale,
    y: place.y + (from.y - to.y) * place.scale,
    scale: place.scale,
  };
}

function isInSight(box: Box, place: Place, view: Size): boolean {
  const { x, y } = centre(seen(box, place));
  return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
}

function centreOf({ width, height }: Size): Point {
  return { x: width / 2, y: height / 2 };
}

/** The nearest place from which a box of the picture can be seen; its beginning, where it is larger than the panel. */
export function inSight(box: Box, place: Place, view: Size): Place {
  const { x, y, width, height } = seen(box, place);
  return {
    x: place.x + shift(x, width, view.width),
    y: place.y + shift(y, height, view.height),
    scale: place.scale,
  };
}

/** So small can text be and still be read. */
const LEGIBLE = 0.7;

/** The same, but near enough to read what the box says, unless that would leave a part of it out. */
export function legible(box: Box, place: Place, view: Size): Place {
  const whole = Math.min((view.width - 2 * MARGIN) / box.width, (view.height - 2 * MARGIN) / box.height);
  const scale = Math.min(LEGIBLE, whole);
  return scale > place.scale ? centred(centre(box), scale, view) : inSight(box, place, view);
}

/** The place from which a point of the picture is seen in the middle. */
export function centred({ x, y }: Point, scale: number, view: Size): Place {
  return { x: view.width / 2 - x * scale, y: view.height / 2 - y * scale, scale };
}

/** How far to move what begins at `at` so that it lies between 0 and `room`, with a margin where there is room for it. */
function shift(at: number, length: number, room: number): number {
  const margin = Math.max(0, Math.min(2 * MARGIN, (room - length) / 2));
  const most = room - margin - length;
  return at < margin || most < margin ? margin - at : Math.min(0, most - at);
}

/** The place, or the nearest from which some of the picture can be seen. */
export function held(picture: Size, place: Place, view: Size): Place {
  const width = picture.width * place.scale;
  const height = picture.height * place.scale;
  return {
    x: between(HELD - width, place.x, view.width - HELD),
    y: between(HELD - height, place.y, view.height - HELD),
    scale: place.scale,
  };
}

/** A box of the picture as it is seen in the panel. */
export function seen({ x, y, width, height }: Box, place: Place): Box {
  return {
    x: x * place.scale + place.x,
    y: y * place.scale + place.y,
    width: width * place.scale,
    height: height * place.scale,
  };
}

export function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function between(least: number, value: number, most: number): number {
  return Math.max(Math.min(least, most), Math.min(value, Math.max(least, most)));
}
