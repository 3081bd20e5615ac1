import { expect, test } from "vitest";
import { reviewWords } from "../../server/review/words.ts";

test("what could not be read agrees with its verb", () => {
  const { en, fr } = reviewWords;
  expect(en.unread("main", 2)).toContain("2 places in main could not be read");
  expect(fr.unread("main", 1)).toContain("1 endroit de main n'a pas pu être lu :");
  expect(fr.unread("main", 2)).toContain("2 endroits de main n'ont pas pu être lus :");
});
