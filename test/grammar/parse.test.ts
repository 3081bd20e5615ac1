import { expect, test } from "vitest";
import { printTree } from "../support/print-tree.ts";

const cases: readonly (readonly [string, string, string])[] = [
  ["a statement", 'mission eat "Help"', 'mission eat "Help"'],
  ["a byte-order mark", "\uFEFFmission eat", "mission eat"],
  ["no word is reserved", "tool tool { kind }", "tool tool {\n  kind\n}"],
  ["hyphens between letters and digits", "tool référentiel-client-2", "tool référentiel-client-2"],
  ["an arrow is no part of a name", "flow a->b-2", "flow <path a -> b-2>"],
  ["letters of any script", "tool 商品マスタ\ntool Ωmega", "tool 商品マスタ\ntool Ωmega"],
  ["composed and decomposed accents are one name", "tool e\u0301te\u0301", "tool été"],
  ["CRLF", "tool a {\r\n  owns b\r\n}\r\n", "tool a {\n  owns b\n}"],
  [
    "blocks on one line",
    'stakeholder h { kind customer; needs "Food" }',
    'stakeholder h {\n  kind customer\n  needs "Food"\n}',
  ],
  ["two statements after a brace", "tool a { owns b } tool c", "tool a {\n  owns b\n}\ntool c"],
  [
    "empty statements",
    "tool a;;{ };\n;",
    "tool a\n! \"{\" This '{' belongs to no statement, so what is in it is passed over. Write what it describes before it.",
  ],
  ["the brace on the next line", "tool a\n{\n owns b\n}", "tool a {\n  owns b\n}"],
  ["the brace after a comment", "tool a // why\n// more\n{\n owns b }", "tool a {\n  owns b\n}"],
  ["lists over lines", "owns a, // first\n  b,\n  c.d\nreads e", "owns a, b, c.d\nreads e"],
  ["a list that goes on at the margin", "owns a,\nb,\nc", "owns a, b, c"],
  ["chains over lines", "flow a ->\n  b ->\n  c", "flow <path a -> b -> c>"],
  ["a blank line ends a list", "owns a,\n\nreads b", "owns a, <nothing>\nreads b"],
  [
    "a line half typed does not swallow a policy",
    "owns a,\npolicy {\n  accept c\n}",
    "owns a, <nothing>\npolicy {\n  accept c\n}",
  ],
  [
    "nor does half a flow",
    "flow a ->\npolicy {\n  accept c\n}",
    "flow a\npolicy {\n  accept c\n}\n! \"->\" '->' needs an element on both sides: write 'flow pim -> webshop'.",
  ],
  ["further right it is one more value", "flow a ->\n  policy {\n}", "flow <path a -> policy> {\n}"],
  ["numbers", "x 12 0.5 12%", "x <number 12> <number 0.5> <percent 12>"],
  [
    "durations",
    "x 10y 6mo\nx 2w, 3d, 4h, 15min",
    "x <duration 3830>\nx <duration 14>, <duration 3>, <duration 0.16666666666666666>, <duration 0.010416666666666668>",
  ],
  ["dates", "until 2027-06-30, 2027-02-30", "until <date 20999>, <invalid 2027-02-30>"],
  ["money", "cost 120000 EUR", "cost <money 120000 EUR>"],
  ["a number is no money without a currency", "limit 8 other", "limit <number 8> other"],
  ["escapes", String.raw`x "a \"b\" \\ \n \t \u{1F600}"`, 'x "a \\"b\\" \\\\ \\n \\t 😀"'],
  [
    "several lines of text",
    'description """\n    One\n      two\n\n    three\n    """',
    'description "One\\n  two\\n\\nthree"',
  ],
  ["quotes in a text block", 'x """say "hi" now"""', 'x "say \\"hi\\" now"'],
  [
    "a text block that is never closed",
    'mission m """ One\ngoal g',
    'mission m "One"\ngoal g\n! "\\"\\"\\" One" This text is never closed. Add \'"""\' where it ends.',
  ],
  ["doc comments", "/// One\n///   two\n// no\ntool a", '/// "One\\n  two"\ntool a'],
  ["four slashes are a plain comment", "//// no\ntool a", "tool a"],
  [
    "comments between anything",
    "tool /* a */ a /* b\n c */ { /* d */ owns b // e\n}",
    "tool a {\n  owns b\n}",
  ],
  ["attributes", "entity P { sku: id key for logistics }", "entity P {\n  sku: id key for logistics\n}"],
  [
    "selectors",
    "forbid tool[hosting != FR | DE, core] owns entity[personal]",
    "forbid <selector tool[hosting != FR | DE, core]> owns <selector entity[personal]>",
  ],
  ["edges as values", "changes pim -> webshop, crm", "changes <path pim -> webshop>, crm"],
  ["non-breaking spaces", "tool\u00a0a\u202f{\u00a0owns b }", "tool a {\n  owns b\n}"],
];

test.each(cases)("reads %s", (_, text, tree) => {
  expect(printTree(text)).toBe(tree);
});
