import { expect, test } from "vitest";
import { neighbour } from "../../client/panel/neighbour.ts";

/** A drawing of ten by ten pixels a character; each letter is a shape. */
function drawn(...rows: readonly string[]) {
  const found = rows.flatMap((row, y) =>
    [...row].flatMap((name, x) =>
      name === " " ? [] : [[name, { x: x * 10, y: y * 10, width: 10, height: 10 }] as const],
    ),
  );
  return new Map(found);
}

const boxes = drawn(
  "a  b   c", //
  "        ",
  "d    e  ",
);

test.each([
  ["a", "right", "b"],
  ["b", "right", "c"],
  ["b", "left", "a"],
  ["a", "down", "d"],
  ["b", "down", "e"],
  ["e", "up", "b"],
  ["e", "left", "d"],
] as const)("from %s, %s is %s", (from, direction, to) => {
  expect(neighbour(boxes, from, direction)).toBe(to);
});

test("there is nothing beyond the edge, and nothing from what is not there", () => {
  expect(neighbour(boxes, "c", "right")).toBeUndefined();
  expect(neighbour(boxes, "d", "down")).toBeUndefined();
  expect(neighbour(boxes, "gone", "up")).toBeUndefined();
});

test("every shape can be reached from every other by the four keys", () => {
  for (const start of boxes.keys()) {
    const reached = new Set([start]);
    for (const name of reached)
      for (const direction of ["left", "right", "up", "down"] as const) {
        const next = neighbour(boxes, name, direction);
        if (next !== undefined) reached.add(next);
      }
    expect(reached.size).toBe(boxes.size);
  }
});
