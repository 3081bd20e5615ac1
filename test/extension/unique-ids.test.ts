import { expect, test } from "vitest";
import { uniqueIds } from "../../client/extension/unique-ids.ts";

test("nodes that are alike have ids of their own, below the same parent and below others that are alike", () => {
  const twins = [{ element: "a -> b" }, { element: "d" }, { element: "a -> b" }, { element: "a -> b" }];
  const parents = uniqueIds("project", twins);
  const all = [...parents, ...parents.flatMap((parent) => uniqueIds(parent, twins))];
  expect(new Set(all).size).toBe(20);
});

test("what is alone keeps its id when its like comes after it", () => {
  const [alone] = uniqueIds("project", [{ element: "d" }]);
  expect(uniqueIds("project", [{ element: "d" }, { element: "d" }])[0]).toBe(alone);
});
