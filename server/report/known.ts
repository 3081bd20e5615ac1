import { countries } from "../../grammar/codes.ts";
import { propertyOf } from "../../grammar/schema.ts";
import type { Element } from "../model/model.ts";
import { wordsOf } from "../model/query.ts";

/**
 * The words of a property that the language knows: what is wrongly written is told elsewhere, and proves nothing here.
 * So no text of a file stands in a scorecard but as a name, a title or a reason.
 */
export function knownWords(element: Element, property: string): readonly string[] {
  const type = propertyOf(element.kind, property)?.value;
  const fits = (word: string) =>
    type?.type === "choice" ? type.words.includes(word) : type?.type === "country" && countries.has(word);
  return [...new Set(wordsOf(element, property))].filter(fits);
}

/** The one word of a property that the language knows; undefined where it is not said, or said wrongly. */
export function knownWord(element: Element, property: string): string | undefined {
  return knownWords(element, property)[0];
}
