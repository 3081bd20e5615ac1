import { expect, test } from "vitest";
import { chosenRefactoring } from "../../client/extension/chosen-refactoring.ts";

const refactoring = (choice: string) => ({
  title: `Move to ${choice}`,
  data: { textDocument: { uri: "file:///a.bizarch" }, refactoring: "moveStatement", choice },
});

test("what was asked for last is carried out, once, by a command without arguments", () => {
  const chosen = chosenRefactoring("bizarch.refactor");
  expect(chosen.take()).toBeUndefined();
  const [looked, meant] = [refactoring("a"), refactoring("b")];
  expect(chosen.complete(looked)).toBe(true);
  expect(chosen.complete(meant)).toBe(true);
  expect(meant).toMatchObject({ command: { title: "Move to b", command: "bizarch.refactor" } });
  expect(chosen.take()).toBe(meant.data);
  expect(chosen.take()).toBeUndefined();
});

test("any other action is the server's to complete", () => {
  const chosen = chosenRefactoring("bizarch.refactor");
  for (const data of [undefined, null, 1, {}, { choice: "" }]) {
    const action = { title: "Fix", data };
    expect(chosen.complete(action)).toBe(false);
    expect(action).not.toHaveProperty("command");
  }
  expect(chosen.complete({ title: "Fix" })).toBe(false);
  expect(chosen.take()).toBeUndefined();
});
