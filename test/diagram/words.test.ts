import { expect, test } from "vitest";
import { kinds, relationsOf } from "../../grammar/schema.ts";
import { wordsOf } from "../../client/diagram/words.ts";

/** What the pictures draw as lines: all relations of the schema, but for views and for attributes, which have no shape. */
const drawn = kinds
  .filter(({ name, storey }) => storey !== "meta" && name !== "attribute")
  .flatMap(relationsOf);

test.each(["en", "fr"] as const)("every line says in words what it means, in %s", (locale) => {
  const { lines } = wordsOf(locale);
  expect(drawn.length).toBeGreaterThan(20);
  expect(drawn.filter((type) => lines[type] === undefined)).toEqual([]);
});
