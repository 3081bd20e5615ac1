import fc from "fast-check";
import { expect, test } from "vitest";
import { syntaxOf } from "../../grammar/parse.ts";
import { tokenize } from "../../grammar/tokens.ts";
import type { Statement } from "../../grammar/tree.ts";
import { printTree } from "../support/print-tree.ts";

const pieces = fc.constantFrom(
  ...'{ } [ ] , ; : . -> = != < > | " """ \\ /// // /* */ \n \r\n tool flow a catalog.Product 12 10y 2027-06-30 @ é \0'.split(
    " ",
  ),
  " ",
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(" ")),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

test("every text has a tree, and every span lies in the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const syntax = syntaxOf({ path: "a.bizarch", text });
      for (const statement of syntax.statements) {
        inside(statement, 0, text.length - (syntax.startOf.get(statement) ?? 0));
      }
      for (const { site } of syntax.findings) expect(site.span.start).toBeLessThanOrEqual(site.span.end);
    }),
    { numRuns: 500 },
  );
});

function inside({ span, block }: Statement, start: number, end: number): void {
  expect(span.start).toBeGreaterThanOrEqual(start);
  expect(span.end).toBeLessThanOrEqual(end);
  for (const inner of block?.statements ?? []) inside(inner, span.start, span.end);
}

test("tokens, with the blanks between them, are the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const { startOffset, image } of tokenize(text)) {
        expect(text.slice(at, startOffset)).toMatch(/^\s*$/);
        expect(text.startsWith(image, startOffset)).toBe(true);
        at = startOffset + image.length;
      }
      expect(text.slice(at)).toMatch(/^\s*$/);
    }),
    { numRuns: 500 },
  );
});

const line = fc
  .array(fc.constantFrom(...'tool a @ "x" " { } , -> . [ ] 12 ; : /'.split(" ")), { maxLength: 8 })
  .map((parts) => parts.join(" "))
  // A list or an arrow at the end of the line goes on with the next, and an open block goes on to its end.
  .filter((text) => !/[{},]\s*$|->\s*$/.test(text) && !/[{}]/.test(text));

test("a broken line leaves its neighbours alone", () => {
  fc.assert(
    fc.property(line, (text) => {
      const tree = printTree(`goal before { serves m }\n${text}\ngoal after { serves m }`);
      expect(tree.startsWith("goal before {\n  serves m\n}")).toBe(true);
      expect(tree).toContain("goal after {\n  serves m\n}");
    }),
    { numRuns: 500 },
  );
});

test("a file of one kind of sign is read in time that grows with its length", () => {
  for (const piece of [
    '"',
    '"""',
    "/*",
    "{",
    "}",
    "[",
    "a.",
    "a,",
    "->",
    "\\",
    "tool a {",
    'tool a "x',
    "/// x\n",
    "tool[a = ",
  ]) {
    const text = piece.repeat(20_000);
    expect(syntaxOf({ path: "a.bizarch", text }).file.text).toBe(text);
  }
});

test("a very long word, number or text is read whole", () => {
  for (const text of [
    `tool ${"a".repeat(5_000_000)}`,
    `x ${"1".repeat(5_000_000)}`,
    `x "${"é".repeat(5_000_000)}"`,
    `x """${"  é\n".repeat(200_000)}"""`,
  ]) {
    expect(syntaxOf({ path: "a.bizarch", text }).statements).toHaveLength(1);
  }
});
