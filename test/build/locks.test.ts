import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

const locks = globSync("**/package-lock.json", { ignore: ["**/node_modules/**"] });

test("there is a lock file for the product, for the VS Code that tests it, and for the peer it is measured by", () => {
  expect(locks.toSorted()).toEqual([
    "package-lock.json",
    "test/bench/likec4/package-lock.json",
    "test/e2e/package-lock.json",
  ]);
});

test.for(locks)("%s leaves the choice of the registry to whoever installs", (lock) => {
  expect(readFileSync(lock, "utf8")).not.toMatch(/"resolved"/);
});
