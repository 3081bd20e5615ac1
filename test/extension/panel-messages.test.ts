import { expect, test } from "vitest";
import { readMessage, readScorecardMessage, readState } from "../../client/extension/panel-messages.ts";

test.each([
  { type: "ready" },
  { type: "reveal", name: "catalog.Product", to: "see" },
  { type: "open", name: "pim" },
  { type: "hover", name: "a -> b" },
  { type: "choose", view: "storeys" },
  { type: "log", text: "ELK gave up." },
  { type: "move", view: "storeys", id: "pim", pin: { column: 2, row: 1 } },
  { type: "move", view: "around:pim", id: "pim", pin: { x: 12, y: 240 } },
  { type: "undo", view: "storeys" },
  { type: "redo", view: "storeys" },
  { type: "reset", view: "storeys" },
  { type: "side-file", view: "storeys" },
])("the message $type is read", (message) => {
  expect(readMessage(message)).toEqual(message);
});

test.each([
  undefined,
  null,
  "ready",
  [],
  { type: "reveal" },
  { type: "reveal", name: 7, to: "go" },
  { type: "reveal", name: "pim", to: "run" },
  { type: "choose", view: null },
  { type: "show", shown: {} },
  { type: "move", view: "storeys", id: "pim" },
  { type: "move", view: "storeys", id: "pim", pin: { column: "2", row: 1 } },
  { type: "move", view: "storeys", id: "pim", pin: { x: 1, row: 1 } },
  { type: "undo" },
])("%j is no message of the panel", (message) => {
  expect(readMessage(message)).toBeUndefined();
});

test("more than was agreed is left out", () => {
  expect(readMessage({ type: "reveal", name: "pim", to: "go", command: "rm" })).toEqual({
    type: "reveal",
    name: "pim",
    to: "go",
  });
});

test("a state of an earlier window is read as far as it is one", () => {
  const state = {
    uri: "file:///a.bizarch",
    view: "storeys",
    project: "file:///",
    place: { x: 0, y: 0, scale: 1 },
  };
  expect(readState(state)).toEqual({ uri: "file:///a.bizarch", view: "storeys", locked: false });
  expect(readState({ ...state, locked: true })).toMatchObject({ locked: true });
  expect(readState(undefined)).toBeUndefined();
  expect(readState({ uri: 7, view: "storeys" })).toBeUndefined();
});

test.each([
  [{ type: "ready", more: 1 }, { type: "ready" }],
  [
    { type: "reveal", project: "file:///é", name: "a -> b", command: "rm" },
    { type: "reveal", project: "file:///é", name: "a -> b" },
  ],
  [{ type: "reveal", name: "pim" }, undefined],
  [{ type: "reveal", project: "file:///é", name: 7 }, undefined],
  [{ type: "show", html: "<b>" }, undefined],
  [null, undefined],
])("the page of the scorecards says %j", (message, read) => {
  expect(readScorecardMessage(message)).toEqual(read);
});
