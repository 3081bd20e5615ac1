import type { ViewChoice } from "../../server/lsp/protocol.ts";
import { element, svgElement } from "./elements.ts";
import type { Words } from "./words.ts";

/** The buttons in the corner, and the list of views where there are several. */
export interface Toolbar {
  readonly element: HTMLElement;
  readonly showScale: (scale: number) => void;
  readonly showViews: (views: readonly ViewChoice[], chosen: string) => void;
}

export interface ToolbarActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly actualSize: () => void;
  readonly fit: () => void;
  readonly choose: (view: string) => void;
}

export function toolbar(words: Words, actions: ToolbarActions): Toolbar {
  const views = element("select", { "aria-label": words.view, title: words.view });
  views.addEventListener("change", () => actions.choose(views.value));
  const percent = button(words.actualSize, actions.actualSize, "100 %");
  percent.classList.add("percent");
  const bar = element(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": words.toolbar },
    views,
    button(words.zoomOut, actions.zoomOut, icon("M3 8h10")),
    percent,
    button(words.zoomIn, actions.zoomIn, icon("M3 8h10M8 3v10")),
    button(words.fit, actions.fit, icon("M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10")),
  );
  views.hidden = true;
  return {
    element: bar,
    showScale: (scale) => (percent.textContent = `${Math.round(scale * 100)} %`),
    showViews: (choices, chosen) => {
      views.replaceChildren(...choices.map(({ id, title }) => element("option", { value: id }, title)));
      views.value = chosen;
      views.hidden = choices.length < 2;
    },
  };
}

function button(label: string, run: () => void, face: Node | string): HTMLButtonElement {
  const made = element("button", { type: "button", title: label, "aria-label": label }, face);
  made.addEventListener("click", run);
  return made;
}

function icon(path: string): Node {
  return svgElement(
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">` +
      `<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.3"/></svg>`,
  );
}
