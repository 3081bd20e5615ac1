import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Box } from "../../client/diagram/layout/frame.ts";
import { fitted, held, inSight, isWhole, kept, legible, seen, type Place } from "../../client/panel/place.ts";

const view = { width: 600, height: 400 };
const box = (x: number, y: number, width = 100, height = 50): Box => ({ x, y, width, height });
const boxes = (entries: Readonly<Record<string, Box>>) => new Map(Object.entries(entries));

describe("fitting", () => {
  test("a small picture is shown as large as it is, in the middle", () => {
    expect(fitted({ width: 200, height: 100 }, view)).toEqual({ x: 200, y: 150, scale: 1 });
  });

  test("a large picture is made small enough", () => {
    const picture = { width: 5760, height: 300 };
    expect(fitted(picture, view).scale).toBe(0.1);
    expect(isWhole(picture, fitted(picture, view), view)).toBe(true);
  });

  test("what fits is whole, whatever the sizes", () => {
    const length = fc.integer({ min: 50, max: 4000 });
    fc.assert(
      fc.property(length, length, (width, height) =>
        isWhole({ width, height }, fitted({ width, height }, view), view),
      ),
    );
  });
});

describe("keeping the place", () => {
  const place: Place = { x: -100, y: -50, scale: 2 };

  test("what the eye is on is seen where it was", () => {
    const before = boxes({ near: box(150, 100), far: box(900, 900) });
    const after = boxes({ near: box(450, 130), far: box(0, 0) });
    const next = kept({ before, after }, place, view);
    expect(seen(box(450, 130), next)).toEqual(seen(box(150, 100), place));
    expect(next.scale).toBe(2);
  });

  test("where that is gone, the next nearest keeps its place", () => {
    const before = boxes({ near: box(150, 100), next: box(300, 100), far: box(900, 900) });
    const after = boxes({ next: box(310, 90), far: box(900, 900) });
    expect(seen(box(310, 90), kept({ before, after }, place, view))).toEqual(seen(box(300, 100), place));
  });

  test("a shape that grew keeps its middle", () => {
    const before = boxes({ a: box(100, 100, 100, 50) });
    const after = boxes({ a: box(100, 100, 200, 50) });
    const next = kept({ before, after }, place, view);
    expect(next).toEqual({ x: -200, y: -50, scale: 2 });
  });

  test("what the cursor is on keeps its place before all others, if it is in sight", () => {
    const before = boxes({ near: box(150, 100), typed: box(250, 60), away: box(900, 900) });
    const after = boxes({ near: box(450, 130), typed: box(270, 90), away: box(0, 0) });
    const next = kept({ before, after }, place, view, "typed");
    expect(seen(box(270, 90), next)).toEqual(seen(box(250, 60), place));
    expect(kept({ before, after }, place, view, "away")).toEqual(kept({ before, after }, place, view));
  });

  test("nothing moves where nothing changed, or where nothing is left", () => {
    const same = boxes({ a: box(1, 2), b: box(3, 4) });
    expect(kept({ before: same, after: same }, place, view)).toEqual(place);
    expect(kept({ before: same, after: boxes({ c: box(9, 9) }) }, place, view)).toEqual(place);
  });
});

describe("bringing into sight", () => {
  const place: Place = { x: 0, y: 0, scale: 1 };

  test("what is in sight stays", () => {
    expect(inSight(box(200, 200), place, view)).toEqual(place);
  });

  test("what is not comes in by the shortest way, with some space around it", () => {
    expect(inSight(box(700, 200), place, view)).toEqual({ x: -224, y: 0, scale: 1 });
    expect(inSight(box(200, -300), place, view)).toEqual({ x: 0, y: 324, scale: 1 });
  });

  test("what is larger than the panel shows its beginning", () => {
    const { x } = inSight(box(1000, 0, 900, 50), place, view);
    expect(x).toBe(-1000);
  });

  test("once in sight, asking again moves nothing", () => {
    const at = fc.integer({ min: -3000, max: 3000 });
    const length = fc.integer({ min: 1, max: 1500 });
    fc.assert(
      fc.property(at, at, length, length, (x, y, width, height) => {
        const once = inSight({ x, y, width, height }, place, view);
        expect(inSight({ x, y, width, height }, once, view)).toEqual(once);
      }),
    );
  });
});

describe("reading", () => {
  test("what is too small to be read comes near, into the middle", () => {
    const { x, y, scale } = legible(box(1000, 2000), { x: 10, y: 20, scale: 0.1 }, view);
    expect(scale).toBe(0.7);
    expect(x + 1050 * scale).toBeCloseTo(300);
    expect(y + 2025 * scale).toBeCloseTo(200);
  });

  test("what is large is seen whole, though it is read less well", () => {
    const wall = box(0, 0, 1152, 300);
    const place = legible(wall, { x: 0, y: 0, scale: 0.1 }, view);
    expect(place.scale).toBe(0.5);
    expect(seen(wall, place)).toEqual({ x: 12, y: 125, width: 576, height: 150 });
  });

  test("where one is near enough already, it only comes into sight", () => {
    const place = { x: 0, y: 0, scale: 1 };
    expect(legible(box(700, 200), place, view)).toEqual(inSight(box(700, 200), place, view));
    expect(legible(box(200, 200), place, view)).toEqual(place);
  });
});

describe("holding", () => {
  test("a picture cannot be pushed out of sight", () => {
    const picture = { width: 1000, height: 500 };
    expect(held(picture, { x: 5000, y: -5000, scale: 1 }, view)).toEqual({ x: 536, y: -436, scale: 1 });
  });

  test("a place from which it can be seen is left alone", () => {
    const place = { x: -300, y: 20, scale: 1 };
    expect(held({ width: 1000, height: 500 }, place, view)).toEqual(place);
  });

  test("a picture smaller than what has to stay in sight is held too", () => {
    const { x } = held({ width: 20, height: 20 }, { x: -900, y: 0, scale: 1 }, view);
    expect(x).toBeGreaterThanOrEqual(0);
  });
});
