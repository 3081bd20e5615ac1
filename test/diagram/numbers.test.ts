import { expect, test } from "vitest";
import { numberPlaces } from "../../client/diagram/numbers.ts";
import type { Box, Point } from "../../client/diagram/layout/frame.ts";

/** What a number takes at most. */
const PILL = { width: 26, height: 18 };

/** A line along these corners, which has a number. */
function numbered(...corners: readonly (readonly [number, number])[]) {
  return { number: 1, points: corners.map(([x, y]) => ({ x, y })) };
}

function placeOf(line: ReturnType<typeof numbered>, shapes: readonly Box[] = []): Point {
  const [at] = numberPlaces([line], shapes);
  if (!at) throw new Error("It has no place.");
  return at;
}

function covers({ x, y }: Point, box: Box): boolean {
  return (
    Math.abs(x - box.x - box.width / 2) < (PILL.width + box.width) / 2 &&
    Math.abs(y - box.y - box.height / 2) < (PILL.height + box.height) / 2
  );
}

test("a number stands on its line, near the start", () => {
  expect(placeOf(numbered([0, 0], [300, 0]))).toEqual({ x: 13, y: 0 });
  expect(placeOf(numbered([0, 300], [0, 0]))).toEqual({ x: 0, y: 291 });
});

test("where a line is too short to bear it and to show its tip, it stands beside the line", () => {
  const short = placeOf(numbered([0, 0], [0, 24]));
  expect(short.y).toBe(12);
  expect(Math.abs(short.x)).toBe(17);
  const level = placeOf(numbered([0, 0], [16, 0]));
  expect(level.x).toBe(8);
  expect(Math.abs(level.y)).toBe(13);
  // Here both fit.
  expect(placeOf(numbered([0, 0], [36, 0]))).toEqual({ x: 13, y: 0 });
});

test("it lies on no shape, and so is never cut", () => {
  const line = numbered([0, 0], [0, 40], [200, 40], [200, 80]);
  const tile = { x: -40, y: 8, width: 60, height: 24 };
  expect(covers(placeOf(line), tile)).toBe(true);
  expect(covers(placeOf(line, [tile]), tile)).toBe(false);
  // Where there is room at the very end of a stretch alone, it is found.
  const rest = { x: 20, y: 20, width: 150, height: 40 };
  const at = placeOf(numbered([0, 40], [200, 40]), [{ x: 0, y: 20, width: 20, height: 40 }, rest]);
  expect(at).toEqual({ x: 187, y: 40 });
});

test("numbers keep off other lines and each other, and a line without one has none", () => {
  const lines = [
    numbered([0, 0], [300, 0]),
    numbered([0, 6], [300, 6]),
    {
      number: undefined,
      points: [
        { x: 13, y: -50 },
        { x: 13, y: 50 },
      ],
    },
    numbered([5, 5]),
  ];
  const [one, other, none, nowhere] = numberPlaces(lines, []);
  expect([none, nowhere]).toEqual([undefined, undefined]);
  if (!one || !other) throw new Error("Both have a place.");
  expect(Math.abs(one.x - other.x) >= PILL.width || Math.abs(one.y - other.y) >= PILL.height).toBe(true);
  expect(covers(one, { x: 13, y: -50, width: 0, height: 100 })).toBe(false);
});
