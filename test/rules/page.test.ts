import { expect, test } from "vitest";
import { marksIn, readPage } from "./page.ts";

const PAGE = `# a-rule

Why it is there.

More about it, with \`## no heading\`.

## Wrong

\`\`\`bizarch
# no heading either
tool pim
\`\`\`

\`\`\`sh
not an example
\`\`\`

## Right

\`\`\`bizarch only
mission m
\`\`\`

\`\`\`bizarch
mission n
\`\`\`

## When to turn it off

Never.
`;

test("a page has a name, a reason, headings and examples", () => {
  expect(readPage(PAGE)).toEqual({
    name: "a-rule",
    why: "Why it is there.",
    headings: ["# a-rule", "## Wrong", "## Right", "## When to turn it off"],
    wrong: [{ line: 9, only: false, text: "# no heading either\ntool pim\n" }],
    right: [
      { line: 20, only: true, text: "mission m\n" },
      { line: 24, only: false, text: "mission n\n" },
    ],
  });
});

test("a mark stands under what it marks, and several may stand under one line", () => {
  const text = `tool pim {
  owns catalog, stock
  //   ^^^^^^^ the first
  //            ^^^^^ the second
}
outil x
// <outil> at the very beginning
// a comment like any other
//^ too`;
  expect(marksIn(text)).toEqual([
    { line: 2, column: 8, covered: "catalog", message: "the first" },
    { line: 2, column: 17, covered: "stock", message: "the second" },
    { line: 6, column: 1, covered: "outil", message: "at the very beginning" },
    { line: 8, column: 3, covered: " ", message: "too" },
  ]);
});
