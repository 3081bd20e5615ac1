import { element } from "./elements.ts";
import { button, icon } from "./button.ts";
import { search } from "./search.ts";
import { inReadingOrder, type Searched, type Viewer } from "./sight.ts";
import type { Words } from "./words.ts";

/** The box in which one searches the picture: it dims what does not match, and goes from one match to the next. */
export interface Finder {
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** Searches the new picture. */
  readonly refresh: () => void;
}

/** @param left is told when it is closed, with the shape that was looked at last */
export function finder(
  words: Words,
  viewer: Viewer<Searched>,
  left: (at: string | undefined) => void,
): Finder {
  const input = element("input", {
    type: "text",
    placeholder: words.find,
    "aria-label": words.find,
    spellcheck: "false",
    autocomplete: "off",
  });
  const count = element("span", { class: "count", role: "status" });
  const box = element(
    "div",
    { class: "finder", role: "search", "aria-label": words.find },
    input,
    count,
    button(words.previousMatch, () => step(-1), icon("M8 13V3M4 7l4-4 4 4")),
    button(words.nextMatch, () => step(1), icon("M8 3v10M4 9l4 4 4-4")),
    button(words.closeFind, () => close(), icon("M4 4l8 8M12 4l-8 8")),
  );
  box.hidden = true;
  let matches: readonly string[] = [];
  let at: string | undefined;
  let shown: Element | undefined;

  function refresh(): void {
    const sight = viewer.sight();
    const isAsked = !box.hidden && input.value.trim() !== "";
    matches = isAsked && sight ? found(sight, input.value) : [];
    const { picture } = sight ?? {};
    // Where nothing matches, nothing is to be seen better than the rest.
    picture?.light("searching", matches.length > 0 ? matches.flatMap(picture.parts) : undefined);
    if (at !== undefined && !matches.includes(at)) at = undefined;
    tell(isAsked);
  }

  function tell(isAsked: boolean): void {
    const number = at === undefined ? 0 : matches.indexOf(at) + 1;
    count.textContent = isAsked ? words.matches(number, matches.length) : "";
    count.classList.toggle("none", isAsked && matches.length === 0);
    shown?.classList.remove("found");
    shown = at === undefined ? undefined : viewer.sight()?.picture.shape(at);
    shown?.classList.add("found");
  }

  function step(by: 1 | -1): void {
    if (matches.length === 0) return;
    const now = at === undefined ? (by > 0 ? -1 : 0) : matches.indexOf(at);
    at = matches[(now + by + matches.length) % matches.length];
    tell(true);
    if (at !== undefined) viewer.read(at);
  }

  function open(): void {
    box.hidden = false;
    input.focus();
    input.select();
    refresh();
  }

  function close(): void {
    if (box.hidden) return;
    const last = at;
    at = undefined;
    box.hidden = true;
    refresh();
    left(last);
  }

  input.addEventListener("input", () => {
    at = undefined;
    refresh();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === input) step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { element: box, isOpen: () => !box.hidden, open, close, refresh };
}

/** What is hidden in a folded group is found as that group. */
function found({ whole, holderOf, picture }: Searched, query: string): readonly string[] {
  const shapes = search(whole, query).map(holderOf);
  return inReadingOrder([...new Set(shapes)], picture);
}
