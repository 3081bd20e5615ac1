import { expect, test } from "vitest";
import { compared, printed, type Files } from "./sides.ts";

const project = (place: string, text: string): Files => ({
  [`${place}/bizarch.json`]: '{ "profile": "starter" }',
  [`${place}/all.bizarch`]: text,
});

const FOOD = 'mission eat "Eat well"\ntool till { category pos }\ntool shop { category website }\n';
const TRAVEL = 'mission go "Go far"\ntool desk { category booking }\n';

function told(base: Files, head: Files): readonly string[] {
  return compared(base, head).reviews.map(({ project: place, review }) =>
    [place, printed(review)].join(": ").trim(),
  );
}

test("a project in another folder is the same, beside others that stay", () => {
  const base = { ...project("food", FOOD), ...project("travel", TRAVEL) };
  const head = { ...project("shops", FOOD.replace("pos", "ecommerce")), ...project("travel", TRAVEL) };
  expect(told(base, head)).toEqual(["shops: changed tool till\n  category pos => ecommerce", "travel:"]);
});

test("one that has little in common with what is gone is another one", () => {
  const base = { ...project("food", FOOD), ...project("travel", TRAVEL) };
  const head = { ...project("news", 'mission go "Go far"\nmission know\n'), ...project("food", FOOD) };
  expect(told(base, head).map((text) => text.split(":")[0])).toEqual(["food", "news", "travel"]);
});

test("where two would do as well, neither is taken for it", () => {
  const base = { ...project("a", FOOD), ...project("z", TRAVEL) };
  const head = { ...project("b", FOOD), ...project("c", FOOD), ...project("z", TRAVEL) };
  expect(told(base, head).map((text) => text.split(":")[0])).toEqual(["a", "b", "c", "z"]);
});
