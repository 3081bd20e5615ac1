import type { ViewChoice } from "../../server/lsp/protocol.ts";
import { button, icon } from "./button.ts";
import { element } from "./elements.ts";
import type { Words } from "./words.ts";

/** The buttons in the corner, and the list of views where there are several. */
export interface Toolbar {
  readonly element: HTMLElement;
  readonly showScale: (scale: number) => void;
  readonly showViews: (views: readonly ViewChoice[], chosen: string) => void;
  /** Offers the way back to a view; none without a title. */
  readonly showBack: (title: string | undefined) => void;
}

export interface ToolbarActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly actualSize: () => void;
  readonly fit: () => void;
  readonly find: () => void;
  readonly back: () => void;
  readonly choose: (view: string) => void;
}

/** @param more buttons of other parts of the panel */
export function toolbar(words: Words, actions: ToolbarActions, ...more: readonly HTMLElement[]): Toolbar {
  const views = element("select", { "aria-label": words.view, title: words.view });
  views.addEventListener("change", () => actions.choose(views.value));
  const percent = button(words.actualSize, actions.actualSize, "100 %");
  percent.classList.add("percent");
  const back = button(words.back, actions.back, icon("M13 8H3M7 4L3 8l4 4"));
  back.hidden = true;
  const bar = element(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": words.toolbar },
    back,
    views,
    button(
      words.findButton,
      actions.find,
      icon("M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.2 10.2L14 14"),
    ),
    ...more,
    button(words.zoomOut, actions.zoomOut, icon("M3 8h10")),
    percent,
    button(words.zoomIn, actions.zoomIn, icon("M3 8h10M8 3v10")),
    button(words.fit, actions.fit, icon("M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10")),
  );
  views.hidden = true;
  return {
    element: bar,
    showScale: (scale) => {
      percent.textContent = `${Math.round(scale * 100)} %`;
      // Whoever says what is to be read there has to find it.
      percent.setAttribute("aria-label", `${percent.textContent}, ${words.actualSize}`);
    },
    showViews: (choices, chosen) => {
      views.replaceChildren(...choices.map(({ id, title }) => element("option", { value: id }, title)));
      views.value = chosen;
      views.hidden = choices.length < 2;
    },
    showBack: (title) => {
      back.hidden = title === undefined;
      const label = title === undefined ? words.back : words.backTo(title);
      back.title = label;
      back.setAttribute("aria-label", label);
    },
  };
}
