import { expect, test } from "vitest";
import { addProperty, addValue, applyEdits, removeValue } from "../../server/model/edit.ts";
import type { Edit } from "../../server/model/edit.ts";
import type { Element, Model } from "../../server/model/model.ts";
import { valuesOf } from "../../server/model/query.ts";
import { fixture, modelIn } from "../support/fixture.ts";

/** The text after an edit of its first element, which is called `t`. */
function edited(text: string, edit: (model: Model, element: Element) => Edit | undefined): string {
  const model = modelIn(fixture(`//- a.bizarch\n${text}`));
  const element = model.byName.get("t");
  const found = element && edit(model, element);
  return found ? applyEdits(model.project.files[0]?.text ?? "", [found]) : "no edit";
}

const reads = (model: Model, element: Element) => addProperty(model, element, "reads x");

const added: readonly (readonly [string, string, string])[] = [
  ["a tool without a block", "tool t", "tool t {\n  reads x\n}"],
  ["a title and a comment", 'tool t "T" // why', 'tool t "T" {\n  reads x\n} // why'],
  ["an empty block", "tool t {}", "tool t { reads x }"],
  ["a block without a space", 'tool t {exit "e"}', 'tool t { reads x; exit "e"}'],
  ["an empty block over lines", "tool t {\n}", "tool t {\n  reads x\n}"],
  ["a block on one line", "tool t { category pim }", "tool t { category pim; reads x }"],
  [
    "what the schema lists before it",
    'tool t {\n  category pim\n  owns y\n  exit "e"\n}',
    'tool t {\n  category pim\n  owns y\n  reads x\n  exit "e"\n}',
  ],
  ["what the schema lists after it", 'tool t {\n  exit "e"\n}', 'tool t {\n  reads x\n  exit "e"\n}'],
  ["the same on one line", 'tool t { exit "e" }', 'tool t { reads x; exit "e" }'],
  [
    "a comment at the end of a line",
    "tool t {\n  category pim // here\n}",
    "tool t {\n  category pim // here\n  reads x\n}",
  ],
  [
    "two properties on a line",
    'tool t {\n  category pim; exit "e"\n}',
    'tool t {\n  category pim; reads x; exit "e"\n}',
  ],
  ["a property beside the brace", 'tool t { exit "e"\n}', 'tool t { reads x; exit "e"\n}'],
  ["CRLF", "tool t {\r\n  category pim\r\n}", "tool t {\r\n  category pim\r\n  reads x\r\n}"],
];

test.each(added)("adds a property to %s", (_, text, expected) => {
  expect(edited(text, reads)).toBe(expected);
});

const owned: readonly (readonly [string, string, string])[] = [
  [
    "the only value",
    "tool t {\n  category pim\n  owns a // why\n}",
    "tool t {\n  category pim\n   // why\n}",
  ],
  ["the only value of a line", "tool t {\n  owns a\n  category pim\n}", "tool t {\n  category pim\n}"],
  ["the first of several", "tool t {\n  owns a, b\n}", "tool t {\n  owns b\n}"],
  ["the only value in a block of one line", "tool t { owns a; category pim }", "tool t { category pim }"],
];

test.each(owned)("takes away %s", (_, text, expected) => {
  const remove = (model: Model, element: Element) => {
    const [first] = valuesOf(element, "owns");
    return first && removeValue(model, element, "owns", first);
  };
  expect(edited(text, remove)).toBe(expected);
});

test("adds a value behind the last one", () => {
  const add = (model: Model, element: Element) => addValue(model, element, "owns", "c");
  expect(edited("tool t {\n  owns a, b // why\n}", add)).toBe("tool t {\n  owns a, b, c // why\n}");
});
