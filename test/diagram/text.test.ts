import fc from "fast-check";
import { expect, test } from "vitest";
import { fontMetrics } from "../../client/build/font-metrics.mjs";
import * as shipped from "../../client/diagram/type/font-metrics.ts";
import { balanced, fit, plain, textWidth, wrap, type Font } from "../../client/diagram/type/text.ts";

const font: Font = { size: 14, weight: 600 };

test("the width table is that of the installed font", () => {
  for (const weight of [400, 600] as const)
    expect(fontMetrics()).toContain(JSON.stringify(shipped.widths[weight]));
});

test("a text is as wide as its characters", () => {
  expect(textWidth("", font)).toBe(0);
  expect(textWidth("ab", font)).toBeCloseTo(textWidth("a", font) + textWidth("b", font));
  expect(textWidth("W", font)).toBeGreaterThan(textWidth("i", font));
  expect(textWidth("é", font)).toBeCloseTo(textWidth("e", font), 1);
});

test("characters that the font lacks are given room on the safe side", () => {
  expect(textWidth("語", font)).toBeGreaterThanOrEqual(font.size);
  expect(textWidth("🍅", font)).toBeGreaterThanOrEqual(font.size);
  expect(textWidth("e\u0301", font)).toBeCloseTo(textWidth("e", font));
});

test("a title breaks between words", () => {
  expect(wrap("Fresh food within reach every morning", font, 130, 4)).toEqual([
    "Fresh food within",
    "reach every",
    "morning",
  ]);
});

test("a balanced title leaves no word alone where its line can have more", () => {
  expect(wrap("Demand by store and day", font, 150, 3)).toEqual(["Demand by store and", "day"]);
  expect(balanced("Demand by store and day", font, 150, 3)).toEqual(["Demand by", "store and day"]);
  expect(balanced("Regional distribution of fresh food", font, 160, 3)).toEqual([
    "Regional distribution",
    "of fresh food",
  ]);
});

test("a balanced text is the same in as many lines, each as narrow as it has to be", () => {
  const words = fc.array(fc.stringMatching(/^[a-zé«»]{1,12}[?,]?$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 30, max: 300 }),
      fc.integer({ min: 1, max: 5 }),
      (some, width, most) => {
        const text = some.join(" ");
        const plainly = wrap(text, font, width, most);
        const lines = balanced(text, font, width, most);
        expect(lines.length).toBe(plainly.length);
        expect(lines.join("").replaceAll(" ", "")).toBe(plainly.join("").replaceAll(" ", ""));
        for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test("a title with more lines than there are ends in an ellipsis", () => {
  expect(wrap("Fresh food within reach every morning", font, 130, 2)).toEqual([
    "Fresh food within",
    "reach every mor…",
  ]);
  expect(fit("Référentiel des foyers", font, 120)).toBe("Référentiel des…");
});

test("a word that is wider than the line is cut, and no letter is lost while there are lines", () => {
  const lines = wrap("Donaudampfschifffahrtsgesellschaft", font, 100, 9);
  expect(lines.join("")).toBe("Donaudampfschifffahrtsgesellschaft");
  expect(lines.length).toBeGreaterThan(1);
});

test("a text of nothing visible has no lines", () => {
  expect(wrap(" \u200b\u202e\n\t ", font, 100, 3)).toEqual([]);
});

test("what would turn or hide a text is taken out of it", () => {
  expect(plain("a\u202eb\u0000c\u2066d")).toBe("abcd");
  expect(plain("one\n  two")).toBe("one two");
  expect(plain(`z${"\u0301".repeat(50)}`)).toBe("z\u0301\u0301");
});

test("no line is ever wider than it may be, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.integer({ min: 40, max: 300 }),
      (text, width) => {
        const lines = wrap(text, font, width, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test("no line begins with a sign that French sets apart", () => {
  const font = { size: 14, weight: 400 } as const;
  expect(wrap("À quoi sert « cela » ?", font, 105, 3)).toEqual(["À quoi sert", "« cela » ?"]);
});

test("a mark above a letter takes no room", () => {
  const font = { size: 20, weight: 600 } as const;
  expect(textWidth("a\u0306\u033d", font)).toBe(textWidth("a", font));
});
