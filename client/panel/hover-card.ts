import { element } from "./elements.ts";
import { markdown } from "./markdown.ts";
import type { Viewer } from "./sight.ts";

/** The card that says of a shape what hovering over its name in the text says. */
export interface HoverCard {
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
  /** Shows the card of a shape at once. */
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** Takes an answer, in Markdown; undefined where there is nothing to say. */
  readonly answer: (name: string, text: string | undefined) => void;
  /** Forgets all answers: the architecture is another one. */
  readonly forget: () => void;
}

/** So long a pointer rests on a shape before it is told more, and so long it may take from there to the card. */
const REST = 350;
const LEAVE = 250;
const APART = 8;

/**
 * @param frame in which the picture is
 * @param ask asks for the card of an element; `answer` brings it
 */
export function hoverCard(frame: HTMLElement, viewer: Viewer, ask: (name: string) => void): HoverCard {
  const card = element("div", { class: "hover-card", role: "tooltip" });
  card.hidden = true;
  const known = new Map<string, string | undefined>();
  const asked = new Set<string>();
  let wanted: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(run: () => void, wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  }

  function open(id: string): void {
    clearTimeout(timer);
    const name = viewer.sight()?.picture.nameOf(id);
    if (name === undefined) return;
    wanted = id;
    if (known.has(name)) return show(id, known.get(name));
    if (asked.has(name)) return;
    asked.add(name);
    ask(name);
  }

  function show(id: string, text: string | undefined): void {
    const shape = viewer.sight()?.picture.parts(id)[0];
    if (!shape) return close();
    // A line or a mere grouping is no element: what is read aloud of it is shown.
    const said = text === undefined ? (shape.getAttribute("aria-label") ?? "") : markdown(text);
    card.replaceChildren(said);
    card.hidden = false;
    place(shape.getBoundingClientRect());
    card.scrollTop = 0;
  }

  /** Below the shape, above where there is no room, and never over it where that can be helped. */
  function place(shape: DOMRect): void {
    const view = frame.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const below = shape.bottom + APART;
    const above = shape.top - APART - height;
    const top = below + height <= view.bottom || above < view.top ? below : above;
    const most = (end: number, size: number): number => Math.max(APART, end - size - APART);
    card.style.left = `${Math.max(APART, Math.min(shape.left, most(view.right, width)))}px`;
    card.style.top = `${Math.max(APART, Math.min(top, most(view.bottom, height)))}px`;
  }

  function close(): void {
    clearTimeout(timer);
    wanted = undefined;
    card.hidden = true;
  }

  frame.addEventListener("pointerover", ({ target, pointerType, buttons }) => {
    const id = viewer.sight()?.picture.idAt(target);
    if (pointerType === "touch" || buttons !== 0) return;
    if (id === undefined) return card.hidden ? close() : later(close, LEAVE);
    if (id !== wanted || card.hidden) later(() => open(id), REST);
    else clearTimeout(timer);
  });
  frame.addEventListener("pointerleave", () => later(close, LEAVE));
  frame.addEventListener("pointerdown", close);
  frame.addEventListener("wheel", close, { passive: true });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => later(close, LEAVE));

  return {
    element: card,
    isOpen: () => !card.hidden,
    open,
    close,
    answer(name, text) {
      if (!asked.delete(name)) return;
      known.set(name, text);
      if (wanted !== undefined && viewer.sight()?.picture.nameOf(wanted) === name) show(wanted, text);
    },
    forget() {
      known.clear();
      asked.clear();
    },
  };
}
