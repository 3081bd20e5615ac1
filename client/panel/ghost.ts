import type { Box, Point } from "../diagram/layout/frame.ts";
import type { Picture } from "./picture.ts";

/** A shape on its way: a copy of it at the pointer, and where it would stand. */
export interface Ghost {
  /** Moves the copy by so much from where the shape stands, and shows where it would stand. */
  readonly move: (by: Point, target: Box) => void;
  /** Sets the copy down where the shape will stand, until the picture says so. */
  readonly settle: (target: Box) => void;
  readonly remove: () => void;
}

const SVG = "http://www.w3.org/2000/svg";

export function ghostOf({ element, parts }: Picture, id: string, box: Box): Ghost {
  const copy = document.createElementNS(SVG, "g");
  const place = document.createElementNS(SVG, "rect");
  copy.setAttribute("class", "ghost");
  place.setAttribute("class", "ghost-place");
  for (const made of [copy, place]) made.setAttribute("aria-hidden", "true");
  for (const part of parts(id)) {
    copy.append(bare(part));
    part.classList.add("lifted");
  }
  element.append(place, copy);

  const show = (target: Box): void => {
    for (const [name, value] of Object.entries(target)) place.setAttribute(name, String(value));
  };
  return {
    move(by, target) {
      copy.setAttribute("transform", `translate(${by.x} ${by.y})`);
      show(target);
    },
    settle(target) {
      copy.setAttribute("transform", `translate(${target.x - box.x} ${target.y - box.y})`);
      place.remove();
    },
    remove() {
      copy.remove();
      place.remove();
      for (const part of parts(id)) part.classList.remove("lifted");
    },
  };
}

/** A copy that is only to be looked at: it has no name, takes no keyboard and is no part of the picture. */
function bare(part: Element): Element {
  const copy = document.createElementNS(SVG, "g");
  copy.setAttribute("class", part.getAttribute("class") ?? "");
  copy.append(...[...part.childNodes].map((child) => child.cloneNode(true)));
  return copy;
}

/** The style sheet for it. */
export const ghostStyle = `
.canvas .lifted { opacity: .3; }
.ghost { pointer-events: none; filter: drop-shadow(0 4px 6px rgb(0 0 0 / .35)); }
.ghost-place { pointer-events: none; fill: var(--vscode-focusBorder); fill-opacity: .14; stroke: var(--vscode-focusBorder);
  stroke-width: max(2px, 2px / var(--zoom, 1)); stroke-dasharray: 6 4; rx: 6px; }
.stage.dragging, .stage.dragging * { cursor: grabbing !important; }
.vscode-high-contrast .ghost { filter: none; }
`;
