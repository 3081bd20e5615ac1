import { expect, test } from "vitest";
import { onward } from "../../client/panel/trail.ts";

const view = (id: string) => ({ id, title: id.toUpperCase() });

test("each view that was left is a step back", () => {
  expect(onward([view("a")], view("b"), "c")).toEqual([view("a"), view("b")]);
});

test("going back cuts the way, and staying is no step", () => {
  expect(onward([view("a"), view("b")], view("c"), "b")).toEqual([view("a")]);
  expect(onward([view("a")], view("b"), "b")).toEqual([view("a")]);
});

test("it does not grow for ever", () => {
  const long = Array.from({ length: 50 }, (_, index) => view(String(index)));
  const trail = onward(long, view("last"), "next");
  expect(trail).toHaveLength(20);
  expect(trail.at(-1)).toEqual(view("last"));
});
