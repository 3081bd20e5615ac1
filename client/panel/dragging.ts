import type { Point } from "../diagram/layout/frame.ts";
import { targetAt, type Target } from "../diagram/pin-at.ts";
import { isOnFoldToggle } from "./fold-toggles.ts";
import { ghostOf, type Ghost } from "./ghost.ts";
import type { Place } from "./place.ts";
import type { Sight } from "./sight.ts";

/** What is needed to drag a shape. */
export interface Draggable {
  readonly frame: HTMLElement;
  readonly sight: () => Sight | undefined;
  /** From where the picture is looked at. */
  readonly place: () => Place;
  /** The shape under a pointer that can be dragged; undefined for anything else. */
  readonly shapeAt: (target: EventTarget | null) => string | undefined;
  readonly begun: () => void;
  /** Somebody let go of a shape at a place that is another than its own; false where nothing comes of it. */
  readonly dropped: (id: string, target: Target) => boolean;
}

export interface Dragging {
  /** Whether what a pointer does there is ours, and no beginning of moving the whole picture. */
  readonly takes: (event: Event) => boolean;
  /** What waits for the picture in which it stands where it was put waits no longer. */
  readonly arrived: () => void;
  /** The same, and what is being dragged is let go where it was: the picture is another one. */
  readonly stop: () => void;
}

/** A pointer that moved less than this has clicked. */
const THRESHOLD = 4;

interface Drag {
  readonly id: string;
  readonly pointer: number;
  /** Where it began, on the screen. */
  readonly from: Point;
  ghost: Ghost | undefined;
  target: Target | undefined;
}

/** Lets shapes be dragged with a mouse or a pen; a finger moves the picture. Escape leaves all as it was. */
export function dragging(uses: Draggable): Dragging {
  const { frame } = uses;
  let drag: Drag | undefined;
  let waiting: Ghost | undefined;

  function begin(event: PointerEvent): void {
    stop();
    const { target, button, pointerType, pointerId, clientX: x, clientY: y } = event;
    if (button !== 0 || pointerType === "touch" || isOnFoldToggle(target)) return;
    const id = uses.shapeAt(target);
    if (id !== undefined)
      drag = { id, pointer: pointerId, from: { x, y }, ghost: undefined, target: undefined };
  }

  function move({ clientX, clientY, pointerId }: PointerEvent): void {
    const sight = uses.sight();
    if (!drag || !sight || drag.pointer !== pointerId) return;
    const box = sight.picture.boxes.get(drag.id);
    const seen = { x: clientX - drag.from.x, y: clientY - drag.from.y };
    if (!box || (!drag.ghost && Math.hypot(seen.x, seen.y) < THRESHOLD)) return;
    const { scale } = uses.place();
    const by = { x: seen.x / scale, y: seen.y / scale };
    drag.target = targetAt(sight.picture.scene, drag.id, { x: box.x + by.x, y: box.y + by.y });
    if (!drag.target) return stop();
    if (!drag.ghost) {
      drag.ghost = ghostOf(sight.picture, drag.id, box);
      frame.setPointerCapture(pointerId);
      frame.classList.add("dragging");
      uses.begun();
    }
    drag.ghost.move(by, drag.target.box);
  }

  function end({ pointerId }: PointerEvent): void {
    if (!drag || drag.pointer !== pointerId) return;
    const { id, ghost, target } = drag;
    drag = undefined;
    if (!ghost) return;
    frame.classList.remove("dragging");
    // The click that ends a drag is none.
    const swallow = (event: Event): void => event.stopPropagation();
    frame.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => frame.removeEventListener("click", swallow, { capture: true }));
    if (!target || !uses.dropped(id, target)) return ghost.remove();
    ghost.settle(target.box);
    waiting = ghost;
  }

  function arrived(): void {
    waiting?.remove();
    waiting = undefined;
  }

  function stop(): void {
    arrived();
    drag?.ghost?.remove();
    drag = undefined;
    frame.classList.remove("dragging");
  }

  frame.addEventListener("pointerdown", begin);
  frame.addEventListener("pointermove", move);
  frame.addEventListener("pointerup", end);
  frame.addEventListener("pointercancel", stop);
  window.addEventListener("blur", stop);
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !drag?.ghost) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    },
    { capture: true },
  );
  return {
    takes: ({ type, target }) =>
      type === "mousedown" && !isOnFoldToggle(target) && uses.shapeAt(target) !== undefined,
    arrived,
    stop,
  };
}
