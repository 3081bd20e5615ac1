import type { Scene } from "../diagram/scene.ts";
import { svgElement } from "./elements.ts";
import type { Boxes } from "./place.ts";

/** A picture on the page, with its shapes by the names of their elements. */
export interface Picture {
  readonly text: string;
  readonly element: Element;
  readonly boxes: Boxes;
  readonly size: Scene["size"];
  readonly shape: (name: string) => SVGElement | undefined;
  /** Marks the shape of an element as the one under the cursor, and no other; none without a name. */
  readonly mark: (name: string | undefined) => void;
  /** The element whose shape, mark or line a pointer is on; undefined elsewhere. */
  readonly nameAt: (target: EventTarget | null) => string | undefined;
}

export function picture(scene: Scene, text: string): Picture {
  const root = svgElement(text);
  const shapes = new Map<string, SVGElement>();
  for (const shape of root.querySelectorAll("[data-name]")) {
    const name = shape.getAttribute("data-name");
    if (name === null || !(shape instanceof SVGElement)) continue;
    shapes.set(name, shape);
    // It is more than an image: it can be pressed.
    shape.setAttribute("role", "button");
  }
  let marked: SVGElement | undefined;
  const mark = (name: string | undefined) => {
    marked?.classList.remove("under-cursor", "bz-selected");
    marked?.removeAttribute("aria-current");
    marked = name === undefined ? undefined : shapes.get(name);
    marked?.classList.add("under-cursor", "bz-selected");
    marked?.setAttribute("aria-current", "true");
  };
  return {
    text,
    mark,
    element: root,
    boxes: boxesOf(scene, shapes),
    size: scene.size,
    shape: (name) => shapes.get(name),
    nameAt,
  };
}

function boxesOf({ groups, nodes }: Scene, shapes: ReadonlyMap<string, SVGElement>): Boxes {
  const all = [
    ...groups.map(({ group, box }) => [group.id, box] as const),
    ...nodes.map(({ node, box }) => [node.name, box] as const),
  ];
  return new Map(all.filter(([name]) => shapes.has(name)));
}

const DATA = ["data-for", "data-name", "data-edge"];

function nameAt(target: EventTarget | null): string | undefined {
  const found = target instanceof Element ? target.closest(DATA.map((name) => `[${name}]`).join()) : null;
  return DATA.map((name) => found?.getAttribute(name)).find((name) => typeof name === "string") ?? undefined;
}
