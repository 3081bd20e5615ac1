import { boxesOf } from "../diagram/boxes.ts";
import type { Scene } from "../diagram/scene.ts";
import { svgElement } from "./elements.ts";
import { addFoldToggles } from "./fold-toggles.ts";
import { isTableHead } from "./table-heads.ts";
import { lighting, type Lighting } from "./lighting.ts";
import type { Boxes } from "./place.ts";
import type { Words } from "./words.ts";

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
  readonly parts: (id: string) => readonly SVGElement[];
  /** The qualified name of the element that a shape or a line stands for. */
  readonly nameOf: (id: string) => string;
  /** The shapes of an element, by its qualified name. */
  readonly shapesOf: (name: string) => readonly string[];
  /** Marks the shapes of an element as under the cursor, and no others; none without ids. */
  readonly mark: (ids: readonly string[]) => void;
  /** The shape or line that a pointer or the keyboard is on; undefined elsewhere. */
  readonly idAt: (target: EventTarget | null) => string | undefined;
}

export function picture(scene: Scene, text: string, words: Pick<Words, "movedByHand">): Picture {
  const root = svgElement(text);
  // The card that comes up says more, and two at once would be too much.
  for (const tip of root.querySelectorAll("title")) tip.remove();
  const parts = partsOf(root);
  const shapes = new Map<string, SVGElement>();
  for (const shape of root.querySelectorAll("[data-name], [data-group]")) {
    const id = idAt(shape);
    if (id === undefined || !(shape instanceof SVGElement)) continue;
    shapes.set(id, shape);
    // It is more than an image: it can be pressed. A heading stays one.
    if (!isTableHead(shape)) shape.setAttribute("role", "button");
    shape.setAttribute("tabindex", "0");
  }
  // Lines are gone to from a shape: with Tab, one would never come to an end.
  for (const line of root.querySelectorAll("[data-edge]")) {
    line.setAttribute("role", "button");
    line.setAttribute("tabindex", "-1");
  }
  // Their names say all that is drawn, and nothing of it cut short.
  for (const part of root.querySelectorAll('[role="button"] > *')) part.setAttribute("aria-hidden", "true");
  const names = new Map([...shapes].map(([id, shape]) => [id, shape.getAttribute("data-name") ?? id]));
  const ids = new Map<string, string[]>();
  for (const id of shapes.keys()) {
    const name = names.get(id) ?? id;
    ids.set(name, [...(ids.get(name) ?? []), id]);
  }
  // What VS Code's own menu is told: which shape it is about, and whether there is a move to take back.
  const moved = new Set(scene.moved);
  for (const [id, it] of shapes)
    if (!it.hasAttribute("data-group")) {
      const context = { webviewSection: "shape", name: names.get(id) ?? id, id, moved: moved.has(id) };
      it.setAttribute("data-vscode-context", JSON.stringify(context));
    }
  for (const id of moved) shapes.get(id)?.setAttribute("aria-description", words.movedByHand);
  const shape = (id: string): SVGElement | undefined => shapes.get(id);
  addFoldToggles(scene, shape);
  let marked: readonly SVGElement[] = [];
  const mark = (wanted: readonly string[]): void => {
    for (const it of marked) {
      it.classList.remove("under-cursor", "bz-selected");
      it.removeAttribute("aria-current");
    }
    marked = wanted.flatMap((id) => shapes.get(id) ?? []);
    for (const it of marked) {
      it.classList.add("under-cursor", "bz-selected");
      it.setAttribute("aria-current", "true");
    }
  };
  return {
    ...lighting(root),
    text,
    scene,
    mark,
    shape,
    element: root,
    boxes: new Map(boxesOf(scene).filter(([id]) => shapes.has(id))),
    size: scene.size,
    parts: (id) => parts.get(id) ?? [],
    nameOf: (id) => names.get(id) ?? id,
    shapesOf: (name) => ids.get(name) ?? [],
    idAt,
  };
}

/** By which attributes a part says what it belongs to; the first that it has counts. */
const DATA = ["data-for", "data-id", "data-name", "data-group", "data-edge"];
const DRAWN = DATA.map((name) => `[${name}]`).join();

/** All that is drawn in a picture, by what it belongs to. */
export function partsOf(root: Element): ReadonlyMap<string, readonly SVGElement[]> {
  const parts = new Map<string, SVGElement[]>();
  for (const part of root.querySelectorAll(DRAWN)) {
    const id = idAt(part);
    if (id === undefined || !(part instanceof SVGElement)) continue;
    const known = parts.get(id);
    if (known) known.push(part);
    else parts.set(id, [part]);
  }
  return parts;
}

/** What a part of a picture, or a pointer on it, belongs to. */
export function idAt(target: EventTarget | null): string | undefined {
  const found = target instanceof Element ? target.closest(DRAWN) : null;
  return DATA.map((name) => found?.getAttribute(name)).find((id) => typeof id === "string") ?? undefined;
}
