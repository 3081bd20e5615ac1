import { expect, test } from "vitest";
import { parsePins, printPins } from "../../client/pins/pin-file.ts";
import { renamedPins } from "../../client/pins/renamed.ts";

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
  const renamed = renamedPins(FILE, { from: "catalog", to: "range" });
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
  expect(renamedPins(FILE, { from: "cat", to: "dog" })).toBeUndefined();
  expect(renamedPins(FILE, { from: "Product", to: "Article" })).toBeUndefined();
});
