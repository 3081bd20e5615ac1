import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { madeFrom } from "../../grammar/once.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import { lineIndex, linesAfter, replacedBetween } from "../../grammar/text.ts";
import { unindent } from "../support/fixture.ts";

const retail = resolve(import.meta.dirname, "../../samples/retail-drift");
const samples = readdirSync(retail)
  .filter((name) => name.endsWith(".bizarch"))
  .map((name) => readFileSync(join(retail, name), "utf8"));

const pieces = fc.constantFrom(
  ...' | \n | \r\n | \r |x|,|;|:|->|{|}|[|]|"|"""|//|///|/*|*/|\n\n|tool a|\ntool a\n|goal g { serves m }|/// said of it\n|owns a, |é|😀|namespace n\n'.split(
    "|",
  ),
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), piece: pieces });

test("after any edits, a file reads as it does afresh", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (text, edits) => {
        let file = { path: "/a.bizarch", text };
        syntaxOf(file);
        for (const { at, cut, piece } of edits) {
          const from = Math.floor(at * file.text.length);
          const next = {
            path: file.path,
            text: file.text.slice(0, from) + piece + file.text.slice(from + cut),
          };
          madeFrom(next, file);
          file = next;
          const { statements, starts, findings } = syntaxOf(file);
          const fresh = syntaxOf({ ...file });
          expect(statements).toEqual(fresh.statements);
          expect(starts).toEqual(fresh.starts);
          const said = (all: typeof findings, begins: typeof fresh.startOf) =>
            all
              .map(({ site, message }) => {
                const base = site.top ? (begins.get(site.top) ?? Number.NaN) : 0;
                return `${String(base + site.span.start)}-${String(base + site.span.end)} ${message.en}`;
              })
              .toSorted();
          expect(said(findings, syntaxOf(file).startOf)).toEqual(said(fresh.findings, fresh.startOf));
        }
      },
    ),
    { numRuns: 400 },
  );
});

/** What of a text is read again when the first `|` in it is typed: the statements that are new objects. */
function rereadIn(text: string, typed: string): readonly string[] {
  const plain = unindent(text);
  const file = { path: "/a.bizarch", text: plain.replace("|", "") };
  const known = new Set(syntaxOf(file).statements);
  const next = { path: file.path, text: plain.replace("|", () => typed) };
  madeFrom(next, file);
  const { statements } = syntaxOf(next);
  return statements.filter((one) => !known.has(one)).map(({ items }) => items[0]?.value.text ?? "-");
}

const THREE = (a: string, b: string, c: string) =>
  `mission zero\ntool a {${a}\n}\n\ntool b {${b}\n}\n${c}\ntool c {\n}\ntool d\ntool e\n`;

test.each([
  ["a title", THREE("", '\n  description "x|"', ""), "y", ["b"]],
  ["a comment", THREE("", "", "// said|"), "!", []],
  ["a comment that becomes of what is below", THREE("", "", "//| said"), "/", ["c"]],
  ["a blank line", THREE("", "", "|"), "\n", []],
  ["a statement between two", THREE("", "", "|"), "goal g", ["g"]],
  ["a brace that makes a block", "tool a\n|\n}\ntool b\ntool c\ntool d", "{", ["a", "b", "c", "d"]],
  ["an arrow that swallows the next line", "tool a\nflow b |\n  c\ntool d\ntool e", "->", ["b -> c"]],
])("%s, and only what it touches is read again", (_, text, typed, expected) => {
  expect(rereadIn(text, typed)).toEqual(expected);
});

const anyText = fc
  .array(fc.constantFrom("a", "bb", "\n", "\r", "\r\n", "é", "😀", " "), { maxLength: 40 })
  .map((parts) => parts.join(""));

test("what is replaced makes one text of the other, and no more than it has to", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, (head, before, after, tail) => {
      const [old, now] = [head + before + tail, head + after + tail];
      const { span, shift } = replacedBetween(old, now);
      const piece = now.slice(span.start, span.end + shift);
      expect(old.slice(0, span.start) + piece + old.slice(span.end)).toBe(now);
      expect(span.end - span.start).toBeLessThanOrEqual(before.length);
    }),
    { numRuns: 500 },
  );
});

test("lines after an edit are the lines of the text", () => {
  fc.assert(
    fc.property(anyText, anyText, (old, now) => {
      expect(linesAfter(lineIndex(old), now, replacedBetween(old, now))).toEqual(lineIndex(now));
    }),
    { numRuns: 1000 },
  );
});
