import { expect, test } from "vitest";
import {
  changed,
  doing,
  NO_HISTORY,
  putting,
  redoing,
  resetting,
  undoing,
  type Step,
} from "../../client/pins/history.ts";
import type { Pins } from "../../client/pins/pin.ts";

/** A view on which one does things. */
function view(start: Pins = []) {
  let history = NO_HISTORY;
  let pins = start;
  const take = (step: Step | undefined): void => {
    if (!step) return;
    history = step.history;
    pins = changed(pins, step.change);
  };
  return {
    put: (id: string, column: number) => take(doing(history, putting(pins, id, { column, row: 1 }))),
    reset: () => take(doing(history, resetting(pins))),
    undo: () => take(undoing(history)),
    redo: () => take(redoing(history)),
    others: (id: string) => void (pins = changed(pins, putting(pins, id, { column: 9, row: 9 }))),
    now: () => Object.fromEntries(pins.map(([id, pin]) => [id, "column" in pin ? pin.column : -1])),
  };
}

test("what was moved is undone step by step, and done again", () => {
  const it = view();
  it.put("a", 1);
  it.put("a", 2);
  it.put("b", 3);
  it.undo();
  it.undo();
  expect(it.now()).toEqual({ a: 1 });
  it.redo();
  expect(it.now()).toEqual({ a: 2 });
  it.undo();
  it.undo();
  it.undo();
  expect(it.now()).toEqual({});
});

test("that all went back is one step", () => {
  const it = view([["c", { column: 5, row: 1 }]]);
  it.put("a", 1);
  it.reset();
  expect(it.now()).toEqual({});
  it.undo();
  expect(it.now()).toEqual({ a: 1, c: 5 });
});

test("after something new was done, nothing is left to do again", () => {
  const it = view();
  it.put("a", 1);
  it.undo();
  it.put("b", 2);
  it.redo();
  expect(it.now()).toEqual({ b: 2 });
});

test("what others moved meanwhile stays", () => {
  const it = view();
  it.put("a", 1);
  it.others("b");
  it.undo();
  expect(it.now()).toEqual({ b: 9 });
});
