import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent } from "d3-zoom";
import type { Point, Size } from "../diagram/layout/frame.ts";
import { fitted, held, SCALES, type Place } from "./place.ts";

/** What is looked at, and from where. Dragging, wheel and pinch move it by themselves. */
export interface Stage {
  readonly view: () => Size;
  readonly place: () => Place;
  /** Whether the picture has been fitted and not moved by hand since. */
  readonly isFitted: () => boolean;
  /** Says how large the picture is, so that it is never pushed out of sight. */
  readonly resize: (picture: Size) => void;
  readonly moveTo: (place: Place, motion?: Motion) => void;
  /** Moves to where somebody had moved it by hand. */
  readonly restore: (place: Place) => void;
  /** Glides to where somebody asks to look from. */
  readonly goTo: (place: Place) => void;
  readonly panBy: (by: Point) => void;
  readonly zoomBy: (factor: number) => void;
  readonly zoomTo: (scale: number) => void;
  readonly fit: (motion?: Motion) => void;
}

export type Motion = "gliding" | "at once";

/** A notch of a wheel that counts in lines or pages, in pixels. */
const LINE = 16;
const PAGE = 400;
/** A step of a wheel zooms by this power of two at most. */
const MOST_A_STEP = 0.5;

export interface StageManner {
  /** What a wheel does without Ctrl: a page of its own is zoomed as maps are, a panel is panned as text is. */
  readonly wheel?: "pans" | "zooms";
  /** Whether what a pointer does is another's, and no beginning of moving the picture. */
  readonly isTaken?: (event: Event) => boolean;
}

/** @param moved is told of each new place */
export function stage(
  element: HTMLElement,
  canvas: HTMLElement,
  moved: () => void,
  { wheel = "pans", isTaken = () => false }: StageManner = {},
): Stage {
  let picture: Size = { width: 1, height: 1 };
  let now: Place = { x: 0, y: 0, scale: 1 };
  let isFitted = true;
  const view = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
  const target = select(element);
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([SCALES.least, SCALES.most])
    .clickDistance(4)
    // Where a wheel pans, trackpads do with two fingers; Ctrl and a wheel is also what a pinch arrives as.
    .filter((event: Event) =>
      event instanceof WheelEvent ? isZoom(event) : isPrimary(event) && !isTaken(event),
    )
    .wheelDelta(zoomOf)
    .constrain(({ x, y, k }) => transformOf(held(picture, { x, y, scale: k }, view())))
    .on("start", () => canvas.classList.remove("gliding"))
    .on("zoom", ({ transform: { x, y, k }, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (now.scale !== k) canvas.style.setProperty("--zoom", String(k));
      now = { x, y, scale: k };
      canvas.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
      if (sourceEvent instanceof Event) isFitted = false;
      moved();
    });
  target.call(behaviour).on("dblclick.zoom", null);
  element.addEventListener("wheel", (event) => pan(event), { passive: false });

  function isZoom({ ctrlKey, metaKey, shiftKey, deltaX }: WheelEvent): boolean {
    return ctrlKey || metaKey || (wheel === "zooms" && !shiftKey && deltaX === 0);
  }

  function pan(event: WheelEvent): void {
    if (isZoom(event)) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : event.deltaMode === 1 ? LINE : PAGE;
    const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    canvas.classList.remove("gliding");
    panBy({ x: -x * unit, y: -y * unit });
  }

  function panBy({ x, y }: Point): void {
    isFitted = false;
    behaviour.translateBy(target, x / now.scale, y / now.scale);
  }

  function moveTo(place: Place, motion: Motion = "at once"): void {
    behaviour.transform(target, transformOf(place));
    canvas.classList.toggle("gliding", motion === "gliding");
  }

  function scaled(change: () => void): void {
    isFitted = false;
    change();
    canvas.classList.add("gliding");
  }

  return {
    view,
    place: () => now,
    isFitted: () => isFitted,
    resize: (size) => (picture = size),
    moveTo,
    restore: (place) => {
      isFitted = false;
      moveTo(place);
    },
    goTo: (place) => {
      isFitted &&= place.scale === now.scale;
      if (place.x !== now.x || place.y !== now.y) moveTo(place, "gliding");
    },
    panBy,
    zoomBy: (factor) => scaled(() => behaviour.scaleBy(target, factor)),
    zoomTo: (scale) => scaled(() => behaviour.scaleTo(target, scale)),
    fit: (motion) => {
      moveTo(fitted(picture, view()), motion);
      isFitted = true;
    },
  };
}

function transformOf({ x, y, scale }: Place) {
  return zoomIdentity.translate(x, y).scale(scale);
}

/**
 * How far a wheel zooms, in powers of two. A pinch arrives as many small steps, a notch as one that is large; neither
 * may take the picture out of sight at once.
 */
function zoomOf({ deltaY, deltaMode, ctrlKey, metaKey }: WheelEvent): number {
  const isPinch = (ctrlKey || metaKey) && deltaMode === WheelEvent.DOM_DELTA_PIXEL && Math.abs(deltaY) < 40;
  const power = -deltaY * (isPinch ? 0.02 : deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 0.003 : 0.1);
  return Math.max(-MOST_A_STEP, Math.min(power, MOST_A_STEP));
}

function isPrimary(event: Event): boolean {
  return !(event instanceof MouseEvent) || event.button === 0;
}
