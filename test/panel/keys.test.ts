import { expect, test } from "vitest";
import { keyAction, ZOOM } from "../../client/panel/keys.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {},
) => keyAction({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test("arrows go, plus and minus zoom, 0 fits, 1 is actual size, Enter opens, Escape leaves", () => {
  expect(press("ArrowUp")).toEqual({ type: "go", direction: "up" });
  expect(press("+")).toEqual({ type: "zoom", factor: ZOOM });
  expect(press("0")).toEqual({ type: "fit" });
  expect(press("1")).toEqual({ type: "actual-size" });
  expect(press("Enter")).toEqual({ type: "open" });
  expect(press(" ")).toEqual({ type: "fold" });
  expect(press("Escape")).toEqual({ type: "leave" });
});

test("one searches as everywhere, and goes back as in a browser", () => {
  expect(press("/")).toEqual({ type: "find" });
  expect(press("f", { ctrlKey: true })).toEqual(press("f", { metaKey: true }));
  expect(press("f", { ctrlKey: true })).toEqual({ type: "find" });
  expect(press("f")).toEqual({ type: "focus" });
  expect(press("ArrowLeft", { altKey: true })).toEqual({ type: "back" });
});

test("zooming in and out again is no change", () => {
  const factors = [press("+"), press("-")].map((action) => (action?.type === "zoom" ? action.factor : 0));
  expect(factors.reduce((product, factor) => product * factor, 1)).toBe(1);
});

test("what is held with Ctrl, Cmd or Alt is the editor's, and other keys are nobody's", () => {
  expect(press("0", { ctrlKey: true })).toBeUndefined();
  expect(press("ArrowUp", { altKey: true })).toBeUndefined();
  expect(press("+", { metaKey: true })).toBeUndefined();
  expect(press("x")).toBeUndefined();
});

test("Shift and an arrow move a shape, and what was moved is undone and redone as everywhere", () => {
  expect(press("ArrowDown", { shiftKey: true })).toEqual({ type: "move", direction: "down" });
  expect(press("+", { shiftKey: true })).toEqual(press("+"));
  for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
    expect(press("z", held)).toEqual({ type: "undo" });
    expect(press("Z", { ...held, shiftKey: true })).toEqual({ type: "redo" });
    expect(press("y", held)).toEqual({ type: "redo" });
  }
  expect(press("z")).toBeUndefined();
});
