import { expect, test } from "vitest";
import { turns } from "../../server/lsp/turn.ts";
import { inSlices, type Work } from "../../server/lsp/work.ts";

/** Work that notes how far it came; each step takes longer than a slice. */
function* long(steps: number, done: number[]): Work<string> {
  for (let step = 0; step < steps; step++) {
    const begin = performance.now();
    while (performance.now() - begin < 10);
    done.push(step);
    yield;
  }
  return "all";
}

test("work that nobody wants any more is given up between two slices", async () => {
  const done: number[] = [];
  const turn = turns();
  const result = await inSlices(long(9, done), turn, () => done.length < 3);
  expect(result).toBeUndefined();
  expect(done).toEqual([0, 1, 2]);
});

test("two that work have their turns one after the other, and others between them", async () => {
  const done: number[] = [];
  const turn = turns();
  let heard = 0;
  const listen = setInterval(() => heard++, 0);
  const both = [inSlices(long(5, done), turn, () => true), inSlices(long(5, done), turn, () => true)];
  expect(await Promise.all(both)).toEqual([{ result: "all" }, { result: "all" }]);
  clearInterval(listen);
  expect(done).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  expect(heard).toBeGreaterThan(5);
});

test("it is quiet when nothing was heard for a while", async () => {
  const turn = turns();
  let arriving = 20;
  const arrive = (): void => {
    turn.heard();
    if (--arriving > 0) setImmediate(arrive);
  };
  setImmediate(arrive);
  await turn.quiet();
  expect(arriving).toBe(0);
});
