import { element } from "./elements.ts";
import type { Words } from "./words.ts";

/** What stands in the place of a picture when there is nothing to draw. */
export interface EmptyState {
  readonly element: HTMLElement;
  /** @param text why there is nothing; without one it tells how to begin */
  readonly say: (text: string | undefined) => void;
}

export function emptyState(words: Words): EmptyState {
  const box = element("div", { class: "empty" });
  box.hidden = true;
  const beginning = [
    element("h1", {}, words.empty),
    element("p", {}, words.begin),
    element("pre", {}, 'mission eat-better "Help people eat better"'),
    element("p", {}, words.goOn),
  ];
  return {
    element: box,
    say: (text) => box.replaceChildren(...(text === undefined ? beginning : [element("h1", {}, text)])),
  };
}
