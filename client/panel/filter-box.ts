import { FACETS, isFiltering, type Choice, type Facet, type Filter } from "../diagram/filter.ts";
import { button, icon } from "./button.ts";
import { element } from "./elements.ts";
import type { Words } from "./words.ts";

/** Where one says what is to be seen: a button, what it opens, and what is chosen at the moment. */
export interface FilterBox {
  readonly button: HTMLButtonElement;
  readonly element: HTMLElement;
  /** What is chosen, each with a button that takes it back. */
  readonly chosen: HTMLElement;
  readonly isOpen: () => boolean;
  readonly toggle: () => void;
  readonly close: () => void;
  /** Says what there is to choose by, and what is chosen. */
  readonly refresh: (choices: Choices, filter: Filter) => void;
}

export type Choices = Readonly<Record<Facet, readonly Choice[]>>;

export function filterBox(words: Words, change: (filter: Filter) => void): FilterBox {
  const opener = button(words.filterButton, () => toggle(), icon("M2 3h12l-4.6 5.4V13l-2.8-1.6v-3z"));
  const box = element("div", { class: "filter", role: "group", "aria-label": words.filter });
  const chosen = element("div", { class: "chosen", role: "group", "aria-label": words.filter });
  let now: Filter = {};
  box.hidden = true;
  chosen.hidden = true;
  opener.setAttribute("aria-expanded", "false");

  function toggle(): void {
    if (!box.hidden) return close();
    box.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    box.querySelector("input")?.focus();
  }

  function close(): void {
    if (box.hidden) return;
    box.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  }

  function choose(facet: Facet, value: string, isWanted: boolean): void {
    const others = (now[facet] ?? []).filter((other) => other !== value);
    change({ ...now, [facet]: isWanted ? [...others, value] : others });
  }

  function refresh(choices: Choices, filter: Filter): void {
    now = filter;
    const focused = document.activeElement?.getAttribute("data-choice");
    const clear = button(words.clearFilter, () => change({}), words.clearFilter);
    clear.disabled = !isFiltering(filter);
    const facets = FACETS.flatMap((facet) => fieldset(facet, choices[facet]));
    box.replaceChildren(...(facets.length > 0 ? facets : [element("p", {}, words.nothingToFilter)]), clear);
    opener.classList.toggle("on", isFiltering(filter));
    chosen.hidden = !isFiltering(filter);
    chosen.replaceChildren(...FACETS.flatMap((facet) => chips(facet, choices[facet])));
    const again = [...box.querySelectorAll("input")].find((input) => input.dataset["choice"] === focused);
    if (focused !== null && focused !== undefined) again?.focus();
  }

  function fieldset(facet: Facet, choices: readonly Choice[]): readonly Node[] {
    const isWanted = choices.length > 1 || (now[facet] ?? []).length > 0;
    if (!isWanted) return [];
    return [
      element(
        "fieldset",
        {},
        element("legend", {}, words.facets[facet]),
        ...choices.map(({ value, title, count }) => {
          const input = element("input", { type: "checkbox", "data-choice": `${facet} ${value}` });
          input.checked = (now[facet] ?? []).includes(value);
          input.addEventListener("change", () => choose(facet, value, input.checked));
          return element("label", {}, input, title, element("span", { class: "many" }, String(count)));
        }),
      ),
    ];
  }

  function chips(facet: Facet, choices: readonly Choice[]): readonly Node[] {
    return (now[facet] ?? []).map((value) => {
      const title = choices.find((choice) => choice.value === value)?.title ?? value;
      return button(words.withoutFilter(title), () => choose(facet, value, false), `${title} ×`);
    });
  }

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    event.stopPropagation();
  });
  return { button: opener, element: box, chosen, isOpen: () => !box.hidden, toggle, close, refresh };
}
