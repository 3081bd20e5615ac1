import { expect, test } from "vitest";
import { syntaxOf } from "../../grammar/parse.ts";
import { printTree } from "../support/print-tree.ts";

/** Between two good neighbours, whatever stands in the middle costs itself alone. */
const broken: readonly (readonly [string, string])[] = [
  ["a stray sign", "tool pim @ here"],
  ["a sign at the start", "@ tool pim"],
  ["a missing quote", 'tool pim "Product'],
  ["a missing quote before a block", 'tool pim "Product {\n  category pim\n}'],
  ["an arrow without an end", "flow a ->"],
  ["an arrow without a start", "flow -> b"],
  ["two arrows", "flow a -> -> b"],
  ["a dot too many", "tool a { owns catalog. }"],
  ["two dots", "tool a { owns catalog..Product }"],
  ["an open bracket", "rule r { forbid tool[hosting != FR owns entity }"],
  ["a closing bracket", "tool a ] b"],
  ["a stray comma", "tool a { owns , b }"],
  ["a comma at the end", "tool a { owns b, }"],
  ["a stray opening brace", "tool a { }\n{"],
  ["a stray closing brace", "}"],
  ["a stray block", "tool a { }\n{ owns b }"],
  ["a missing closing brace", "tool a {\n  owns b"],
  ["a missing closing brace, one line", "tool a { owns b"],
  ["a missing inner brace", "domain d {\n  entity E {\n    a: id\n}"],
  ["a brace too many inside", "domain d {\n  entity E {\n  }\n  }\n  entity F\n}"],
  ["an open comment", "/* tool a"],
  ["typographic quotes", "tool a “Product”"],
  ["a bad escape", String.raw`tool a "C:\path"`],
  ["a lone backslash", "\\"],
  ["a null character", "tool a \0 b"],
  ["half a surrogate pair", "tool a \ud83d"],
  ["a number as a name", "tool 91tools"],
  ["a colon too many", "entity E { a: : id }"],
];

test.each(broken)("keeps the neighbours of %s", (_, text) => {
  const tree = printTree(`mission before "Before"\n${text}\ngoal after "After"`);
  expect(tree).toContain('mission before "Before"\n');
  expect(tree).toMatch(/^goal after "After"$/m);
});

const told: readonly (readonly [string, string, string])[] = [
  [
    "an arrow without an end",
    "flow a ->\ntool b",
    "flow a\ntool b\n! \"->\" '->' needs an element on both sides: write 'flow pim -> webshop'.",
  ],
  [
    "a missing quote",
    'tool a "Product\ntool b',
    'tool a "Product"\ntool b\n! "\\"Product" This text has no closing quote. Add a \'"\' where it ends, on the same line.',
  ],
  [
    "a missing brace",
    "tool a {\n  owns b\n\ntool c {\n}",
    "tool a { (open)\n  owns b\n}\ntool c {\n}\n! \"{\" The block of 'tool a' is never closed. Add a '}' where it ends.",
  ],
  [
    "a stray brace",
    "tool a {\n}\n}\ntool c",
    "tool a {\n}\ntool c\n! \"}\" This '}' closes nothing. Remove it, or add the '{' that it should close.",
  ],
  [
    "a stray sign",
    "tool a @ b",
    "tool a\n! \"@\" '@' does not belong here. Remove it, or start a new line before it.",
  ],
  [
    "a bad escape",
    String.raw`tool a "\q"`,
    String.raw`tool a "\\q"` +
      "\n! \"\\\\q\" '\\q' is not an escape. Write \\\" \\\\ \\n \\t or \\u{1F600}; a plain backslash is '\\\\'.",
  ],
  [
    "an open comment",
    "/* tool a\ntool b",
    "tool b\n! \"/* tool a\" This comment is never closed. Add '*/' where it ends.",
  ],
];

test.each(told)("tells %s", (_, text, tree) => {
  expect(printTree(text)).toBe(tree);
});

test("a comment behind a sign that no name has is no part of the name", () => {
  const { findings } = syntaxOf({ path: "/a.bizarch", text: "tool a\\/// said of it\n" });
  expect(findings.map(({ message }) => message.en)).toEqual([
    "'\\' cannot stand in a name, as in 'a\\': a name has letters, digits, '-' and '_'.",
  ]);
});
