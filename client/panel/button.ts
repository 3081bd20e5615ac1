import { element, svgElement } from "./elements.ts";

/** A button that a screen reader and a pointer that rests on it are told the same about. */
export function button(label: string, run: () => void, face: Node | string): HTMLButtonElement {
  const made = element("button", { type: "button", title: label, "aria-label": label }, face);
  made.addEventListener("click", run);
  return made;
}

/** A sign of 16 by 16, drawn along a path. */
export function icon(path: string): Node {
  return svgElement(
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">` +
      `<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.3"/></svg>`,
  );
}
