import { expect, test } from "vitest";
import { wordsIn } from "../../client/panel/words.ts";

test("the panel speaks French where the interface does, English elsewhere", () => {
  expect(wordsIn("fr-CA").view).toBe("Vue");
  expect(wordsIn("en").view).toBe("View");
  expect(wordsIn("de").view).toBe("View");
});

test("nothing is left untranslated", () => {
  const said = (language: string) => {
    const { facets, ...words } = wordsIn(language);
    return [...Object.values(facets), ...Object.values(words).map(String)];
  };
  const english = said("en");
  expect(said("fr").filter((words) => english.includes(words))).toEqual([]);
});
