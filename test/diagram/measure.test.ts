import { expect, test } from "vitest";
import { measure } from "../../client/diagram/measure.ts";
import { graph, node } from "./graphs.ts";

function itemsOf(...items: readonly string[]): readonly string[] {
  const entity = node("Product", { kind: "entity", storey: "what", wall: true, items });
  return measure(graph({ nodes: [entity] })).nodes[0]?.items ?? [];
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
