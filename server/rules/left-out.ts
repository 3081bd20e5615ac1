import { derived } from "../model/derived.ts";
import type { Element, Model } from "../model/model.ts";
import { languageFindings, says } from "../model/query.ts";

/**
 * Whether an element leaves a property out: it says nothing there, be it right or wrong, nor under a word that was
 * probably meant for it. Such a word is found by itself.
 */
export function leavesOut(model: Model, element: Element, property: string): boolean {
  return !says(element, property) && !misspelt(model).has(`${element.name} ${property}`);
}

const misspelt = derived((model: Model): ReadonlySet<string> => {
  const words = languageFindings(model).filter(({ rule }) => rule === "unknown-property");
  return new Set(words.map(({ element = "", suggestion = "" }) => `${element} ${suggestion}`));
});
