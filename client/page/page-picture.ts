import { lighting } from "../panel/lighting.ts";
import { idAt, partsOf } from "../panel/picture.ts";
import type { Searched } from "../panel/sight.ts";
import type { PageView } from "./data.ts";

/**
 * A picture that stands on the page already. Its shapes are images that the keyboard can go to: unlike in the panel, there
 * is nothing to press.
 */
export function pagePicture(root: Element, { boxes }: PageView): Searched["picture"] {
  const parts = partsOf(root);
  const shapes = new Map<string, SVGElement>();
  for (const shape of root.querySelectorAll("[data-name], [data-group]")) {
    const id = idAt(shape);
    if (id === undefined || !(shape instanceof SVGElement)) continue;
    shapes.set(id, shape);
    shape.setAttribute("tabindex", "0");
  }
  return {
    ...lighting(root),
    boxes: new Map(boxes.filter(([id]) => shapes.has(id))),
    shape: (id) => shapes.get(id),
    parts: (id) => parts.get(id) ?? [],
  };
}
