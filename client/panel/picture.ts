import type { Scene } from "../diagram/scene.ts";
import { svgElement } from "./elements.ts";
import { lighting, type Lighting } from "./lighting.ts";
import type { Boxes } from "./place.ts";

/** A picture on the page, with its shapes and lines by their ids. */
export interface Picture extends Lighting {
  readonly text: string;
  readonly scene: Scene;
  readonly element: Element;
  /** Every shape that can be gone to, a mere grouping with a frame among them. */
  readonly boxes: Boxes;
  readonly size: Scene["size"];
  readonly shape: (id: string) => SVGElement | undefined;
  /** All that is drawn of a shape or a line: itself, its badge, its label. */
  readonly parts: (id: string) => readonly Element[];
  /** Marks the shape of an element as the one under the cursor, and no other; none without an id. */
  readonly mark: (id: string | undefined) => void;
  /** The shape or line that a pointer or the keyboard is on; undefined elsewhere. */
  readonly idAt: (target: EventTarget | null) => string | undefined;
}

export function picture(scene: Scene, text: string): Picture {
  const root = svgElement(text);
  const shapes = new Map<string, SVGElement>();
  for (const shape of root.querySelectorAll("[data-name], [data-group]")) {
    const id = idAt(shape);
    if (id === undefined || !(shape instanceof SVGElement)) continue;
    shapes.set(id, shape);
    // It is more than an image: it can be pressed.
    shape.setAttribute("role", "button");
    shape.setAttribute("tabindex", "0");
  }
  const parts = partsOf(root);
  let marked: SVGElement | undefined;
  const mark = (id: string | undefined) => {
    marked?.classList.remove("under-cursor", "bz-selected");
    marked?.removeAttribute("aria-current");
    marked = id === undefined ? undefined : shapes.get(id);
    marked?.classList.add("under-cursor", "bz-selected");
    marked?.setAttribute("aria-current", "true");
  };
  return {
    ...lighting(root),
    text,
    scene,
    mark,
    element: root,
    boxes: boxesOf(scene, shapes),
    size: scene.size,
    shape: (id) => shapes.get(id),
    parts: (id) => parts.get(id) ?? [],
    idAt,
  };
}

function boxesOf({ groups, nodes }: Scene, shapes: ReadonlyMap<string, SVGElement>): Boxes {
  const all = [
    ...groups.map(({ group, box }) => [group.id, box] as const),
    ...nodes.map(({ node, box }) => [node.name, box] as const),
  ];
  return new Map(all.filter(([id]) => shapes.has(id)));
}

const DATA = ["data-for", "data-name", "data-group", "data-edge"];
const DRAWN = DATA.map((name) => `[${name}]`).join();

function partsOf(root: Element): ReadonlyMap<string, readonly Element[]> {
  const parts = new Map<string, Element[]>();
  for (const part of root.querySelectorAll(DRAWN)) {
    const id = idAt(part);
    if (id === undefined) continue;
    const known = parts.get(id);
    if (known) known.push(part);
    else parts.set(id, [part]);
  }
  return parts;
}

function idAt(target: EventTarget | null): string | undefined {
  const found = target instanceof Element ? target.closest(DRAWN) : null;
  return DATA.map((name) => found?.getAttribute(name)).find((id) => typeof id === "string") ?? undefined;
}
