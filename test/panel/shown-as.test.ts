import { expect, test } from "vitest";
import { shownAs } from "../../client/panel/shown-as.ts";

const shapes = new Set(["catalog", "catalog.Product", "pim"]);
const shape = (name: string) => shownAs(name, (part) => shapes.has(part));

test("an element is shown by its own shape", () => {
  expect(shape("catalog.Product")).toBe("catalog.Product");
  expect(shape("pim")).toBe("pim");
});

test("an attribute is shown by its entity, an entity that is not drawn by its domain", () => {
  expect(shape("catalog.Product.sku")).toBe("catalog.Product");
  expect(shape("catalog.Recipe.id")).toBe("catalog");
});

test("what stands in nothing that is drawn is not shown", () => {
  expect(shape("crm")).toBeUndefined();
  expect(shape("pim -> webshop")).toBeUndefined();
  expect(shape("")).toBeUndefined();
});
