import type { IToken } from "chevrotain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attempt } from "../../grammar/parser.ts";
import { plainPhrase } from "../../grammar/plain.ts";
import { tokenize } from "../../grammar/tokens.ts";

const pieces = fc.constantFrom(
  ...'tool|a|catalog.Product|a . b|->|- >|,|:|"x"|"\\"y"|"""z"""|"open|12|12%|10y|1y 6mo|120000 EUR|2027-06-30|x9|[|]|=|{|@|é|é|.'.split(
    "|",
  ),
);
const sound = fc.constantFrom(
  ...'a|catalog.Product|pim -> webshop|a -> b -> c|, b|"x"|, "y"|"""z"""|12|12%|10y|2027-06-30'.split("|"),
);
const line = fc.oneof(
  fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(" ")),
  fc
    .tuple(fc.constantFrom("tool", "owns", "sku:", "é"), fc.array(sound, { maxLength: 5 }))
    .map(([head, parts]) => [head, ...parts].join(" ")),
);

test("a plain line reads as the grammar reads it", () => {
  let plain = 0;
  fc.assert(
    fc.property(line, fc.nat(50), (text, base) => {
      const tokens: IToken[] = [...tokenize(text)];
      const phrase = plainPhrase(tokens, base);
      if (!phrase) return;
      plain++;
      expect({ phrase, hitch: undefined }).toEqual(attempt(tokens, base));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(500);
});

test.each([
  'tool pim "Product information" core',
  "owns catalog.Product, customer",
  "flow pim -> webshop -> store",
  "sku: id key for logistics",
  "lifespan 7y",
  'needs "Fresh food", "Fair prices"',
])("is plain: %s", (text) => {
  expect(plainPhrase(tokenize(text), 0)).toBeDefined();
});

test.each([
  "cost 120000 EUR",
  "every 1h 30min",
  "show tool[status = legacy]",
  "owns a,",
  "flow a ->",
  "12 a",
  "",
])("is for the grammar: %s", (text) => {
  expect(plainPhrase(tokenize(text), 0)).toBeUndefined();
});
