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
export class History {
  #done: readonly Change[] = [];
  #undone: readonly Change[] = [];

  /** Something new was done: what was undone before is lost. */
  did(change: Change): void {
    this.#done = [...this.#done, change].slice(-MOST);
    this.#undone = [];
  }

  /** The change that undoes the last one; undefined where there is none. */
  undo(): Change | undefined {
    const last = this.#done.at(-1);
    if (!last) return undefined;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, last];
    return last.map(({ id, before, after }) => ({ id, before: after, after: before }));
  }

  /** The change that was undone last, to be done again. */
  redo(): Change | undefined {
    const last = this.#undone.at(-1);
    if (!last) return undefined;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, last];
    return last;
  }
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
