import { expect, test } from "vitest";
import { measure, widened } from "../../client/diagram/measure.ts";
import { graph, node } from "./graphs.ts";

function itemsOf(...items: readonly string[]): readonly string[] {
  const entity = node("Product", { kind: "entity", storey: "what", wall: true, items });
  return (measure(graph({ nodes: [entity] })).nodes[0]?.items ?? []).map(({ words }) => words);
}

test("what an attribute is there for stands beside it where there is room, else below it", () => {
  expect(itemsOf("diets · origin", "goes-well-with · recommendation")).toEqual([
    "diets · origin",
    "goes-well-with",
    "· recommendation",
  ]);
});

test("an aspect that no line can hold is cut, and not left out", () => {
  const [first, second] = itemsOf(`sku · ${"seasonality".repeat(9)}`);
  expect(first).toBe("sku");
  expect(second).toMatch(/^· seasonality.*…$/);
});

function sizedWith(detail: string) {
  const [sized] = measure(graph({ nodes: [node("Household", { kind: "entity", detail })] })).nodes;
  if (!sized) throw new Error("There is no shape.");
  return sized;
}

test("a detail too long for a line takes a second one, which a wider shape does not need", () => {
  const long = sizedWith("Household and consent register");
  expect(long.detail).toEqual(["Household and", "consent register"]);
  expect(long.height).toBe(sizedWith("Register").height + 16);
  expect(widened(long, 400).detail).toEqual(["Household and consent register"]);
  expect(widened(long, long.width)).toBe(long);
});

test("of several parts of a detail, as many are told as fit on a line", () => {
  expect(sizedWith("Web analytics · Marketing and transformation").detail).toEqual(["Web analytics"]);
  expect(sizedWith("").detail).toEqual([]);
});
