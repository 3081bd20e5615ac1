import { expect, test } from "vitest";
import { parsePins, printPins } from "../../client/pins/pin-file.ts";
import { renamedPins, renamedView } from "../../client/pins/renamed.ts";

const FILE = parsePins(
  [
    "# ours",
    "catalog.Product: column 1, row 1",
    "catalogue: column 2, row 1",
    "catalog: x 40, y 80",
    "chain:collect:catalog: column 1, row 2",
    "odd",
  ].join("\n"),
);

test("what is renamed keeps its place, with all that is in it, wherever it is shown", () => {
  const renamed = renamedPins(FILE, { from: "catalog", to: "range", isView: false });
  expect(
    renamed &&
      printPins({ ...renamed, view: undefined })
        ?.split("\n")
        .slice(1),
  ).toEqual([
    "# ours",
    "catalogue: column 2, row 1",
    "chain:collect:range: column 1, row 2",
    "range: x 40, y 80",
    "range.Product: column 1, row 1",
    "odd",
    "",
  ]);
});

test("a rename of something else changes nothing", () => {
  expect(renamedPins(FILE, { from: "cat", to: "dog", isView: false })).toBeUndefined();
  expect(renamedPins(FILE, { from: "Product", to: "Article", isView: false })).toBeUndefined();
});

test.each([
  ["around:catalog", "around:range"],
  ["trace:catalog.Product", "trace:range.Product"],
  ["around:catalog:2", "around:range:2"],
  ["around:catalogue", "around:catalogue"],
  ["catalog", "catalog"],
  ["landscape:catalog", "landscape:catalog"],
])("the view %s is called %s once its element is", (before, after) => {
  const renaming = { from: "catalog", to: "range", isView: false };
  expect(renamedView(before, renaming)).toBe(after);
  expect(renamedPins({ ...FILE, pins: [], view: before }, renaming)?.view ?? before).toBe(after);
});

test("a view that somebody wrote is called by its own name", () => {
  expect(renamedView("board", { from: "board", to: "wall", isView: true })).toBe("wall");
  expect(renamedView("around:board", { from: "around", to: "near", isView: true })).toBe("around:board");
});
