import type { Pin, Pins } from "./pin.ts";

/** What was done to some shapes of a view at once: where each was before, and where it was put; nowhere is undefined. */
export type Change = readonly {
  readonly id: string;
  readonly before: Pin | undefined;
  readonly after: Pin | undefined;
}[];

/** More steps than these nobody takes back. */
const MOST = 200;

/** What was done to a view, step by step, so that it can be undone and done again. */
export interface History {
  readonly done: readonly Change[];
  readonly undone: readonly Change[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** A change to make, and the history once it is made. */
export interface Step {
  readonly change: Change;
  readonly history: History;
}

/** Something new is done: what was undone before is lost. */
export function doing({ done }: History, change: Change): Step {
  return { change, history: { done: [...done, change].slice(-MOST), undone: [] } };
}

/** The last change is undone; undefined where there is none. */
export function undoing({ done, undone }: History): Step | undefined {
  const last = done.at(-1);
  if (!last) return undefined;
  const change = last.map(({ id, before, after }) => ({ id, before: after, after: before }));
  return { change, history: { done: done.slice(0, -1), undone: [...undone, last] } };
}

/** The change that was undone last is done again; undefined where there is none. */
export function redoing({ done, undone }: History): Step | undefined {
  const last = undone.at(-1);
  return last && { change: last, history: { done: [...done, last], undone: undone.slice(0, -1) } };
}

/** The change that puts a shape somewhere, or lets it go back. */
export function putting(pins: Pins, id: string, after: Pin | undefined): Change {
  return [{ id, before: new Map(pins).get(id), after }];
}

/** The change that lets all shapes go back. */
export function resetting(pins: Pins): Change {
  return pins.map(([id, before]) => ({ id, before, after: undefined }));
}

/** What a change makes of where shapes are; others may have been moved meanwhile, and stay. */
export function changed(pins: Pins, change: Change): Pins {
  const now = new Map(pins);
  for (const { id, after } of change) {
    if (after) now.set(id, after);
    else now.delete(id);
  }
  return [...now];
}
