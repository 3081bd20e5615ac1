import { element } from "./elements.ts";
import type { Words } from "./words.ts";

/** What stands in the place of a picture when there is nothing to draw: how to begin. */
export function emptyState(words: Words): HTMLElement {
  return element(
    "div",
    { class: "empty" },
    element("h1", {}, words.empty),
    element("p", {}, words.begin),
    element("pre", {}, 'mission eat-better "Help people eat better"'),
    element("p", {}, words.goOn),
  );
}
