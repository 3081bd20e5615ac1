import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format as formatText } from "../../grammar/format.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { format } from "../../server/features/format.ts";
import { formatTyped } from "../../server/features/format-typed.ts";
import { applyEdits, type Edit } from "../../server/model/edit.ts";
import { architecture, ugly, whims } from "../grammar/ugly.ts";
import { unindent } from "../support/fixture.ts";
import { printTree } from "../support/print-tree.ts";

const file = (text: string): SourceFile => ({ path: "/a.bizarch", text });

/** What is left of a text when what stands between `«` and `»` is formatted. */
function checkRange(marked: string, expected: string): void {
  const text = unindent(marked);
  const source = file(text.replace(/[«»]/g, ""));
  const within = { start: text.indexOf("«"), end: text.indexOf("»") - 1 };
  expect(applyEdits(source.text, format(source, within))).toBe(unindent(expected));
}

/** What is left of a text when the sign before `$0` was typed, and where the cursor is then. */
function checkTyped(marked: string, expected: string): void {
  const text = unindent(marked);
  const offset = text.indexOf("$0");
  const source = file(text.replace("$0", ""));
  const typed = source.text[offset - 1] === "}" ? "}" : "\n";
  const edits = formatTyped(source, offset, typed);
  const cursor = edits.reduce(
    (at, { span, text: fresh }) => at + moved(span.end <= offset, span, fresh),
    offset,
  );
  const after = applyEdits(source.text, edits);
  expect(`${after.slice(0, cursor)}$0${after.slice(cursor)}`).toBe(unindent(expected));
}

function moved(isBefore: boolean, { start, end }: Edit["span"], fresh: string): number {
  return isBefore ? fresh.length - (end - start) : 0;
}

describe("a stretch", () => {
  test("is formatted by lines, and the others stay as they are", () =>
    checkRange(
      `
      tool   a{category   pim}
      tool   b {
         category   pim
         o«wns   a ,b
           accountable»   c
         writes   d
          }
      tool   c
      `,
      `
      tool   a{category   pim}
      tool   b {
         category   pim
        owns a, b
        accountable c
         writes   d
          }
      tool   c
      `,
    ));

  test("takes the head of a statement whole", () =>
    checkRange(
      `
      flow   a   ->
                «b   ->»
         c // to c
      {
           carries   d
      }
      `,
      `
      flow a ->
        b ->
        c {  // to c
        carries   d
      }
      `,
    ));

  test("that is nothing but a cursor is its line", () =>
    checkRange("tool  a\ntool  «»b\ntool  c\n", "tool  a\ntool b\ntool  c\n"));

  test("that would change what is said without its neighbours is left", () =>
    checkRange("tool t {\n owns a,\n «category   pim»\n}\n", "tool t {\n owns a,\n category   pim\n}\n"));

  test("of everything is everything", () =>
    fc.assert(
      fc.property(architecture, whims(true), (statements, how) => {
        const text = ugly(statements, how);
        const all = format(file(text), { start: 0, end: text.length });
        expect(applyEdits(text, all)).toBe(formatText(text));
      }),
      { numRuns: 30 },
    ));

  test("of anything leaves what the text says", () =>
    fc.assert(
      fc.property(architecture, whims(true), fc.nat(), fc.nat(), (statements, how, from, length) => {
        const text = ugly(statements, how);
        const start = from % text.length;
        const edits = format(file(text), { start, end: Math.min(text.length, start + (length % 80)) });
        expect(printTree(applyEdits(text, edits))).toBe(printTree(text));
      }),
      { numRuns: 60 },
    ));
});

describe("Enter", () => {
  test("puts the line that it left right, and no other", () =>
    checkTyped(
      `
      tool   a{
         category  pim
           owns   b ,c  // and more
         $0
      writes   d
      }
      `,
      `
      tool   a{
         category  pim
        owns b, c  // and more
         $0
      writes   d
      }
      `,
    ));

  test("behind a brace", () => checkTyped("tool   a{\n  $0\n}\n", "tool a {\n  $0\n}\n"));
  test("in a file with CRLF", () => checkTyped("tool   a\r\n$0", "tool a\r\n$0"));
  test("leaves a line half typed", () =>
    checkTyped("tool t {\n   owns   a,\n  $0\n}\n", "tool t {\n   owns   a,\n  $0\n}\n"));
  test("leaves a line that was torn apart where it is", () =>
    checkTyped("tool  a\n$0{ category   pim }\n", "tool a\n$0{ category   pim }\n"));
  test("neither opens a block nor closes one", () =>
    checkTyped("tool a { category pim; owns b\n$0}", "tool a { category pim; owns b\n$0}"));
  test("on an empty line, or the first", () => {
    checkTyped("tool   a\n\n$0", "tool   a\n\n$0");
    expect(formatTyped(file("tool   a"), 0, "\n")).toEqual([]);
  });
});

describe("a closing brace", () => {
  test("lays out what it closes", () =>
    checkTyped(
      `
      tool   before
      domain   d {
        entity   E{
      sku :id   key
           }$0
          entity   F
      }
      `,
      `
      tool   before
      domain   d {
        entity E {
          sku: id key
        }$0
          entity   F
      }
      `,
    ));

  test("on one line", () =>
    checkTyped("tool  a{category pim}$0  // why", "tool a { category pim }$0  // why"));
  test("behind another statement", () => checkTyped("tool  a; tool  b{}$0", "tool  a; tool b {}$0"));
  test("that closes nothing changes nothing", () => checkTyped("tool   a\n}$0\n", "tool   a\n}$0\n"));
  test("in a text changes nothing", () => checkTyped('tool   a "}$0"\n', 'tool   a "}$0"\n'));
  test("of a statement that cannot be read changes nothing", () =>
    checkTyped("tool  @ {\n     }$0\n", "tool  @ {\n     }$0\n"));
});

test("where a brace has no partner, how a line stands decides where it belongs, and stays", () => {
  const text = `
    // domain d {
      entity   Product {
      $0
        sku: id key
      }
      entity Price
    }
    `;
  checkTyped(text, text);
});

test("any other sign is nothing to react to", () => {
  expect(formatTyped(file("tool   a;"), 9, ";")).toEqual([]);
});

test("while typing, only the text before the cursor is touched, and the meaning kept", () =>
  fc.assert(
    fc.property(architecture, whims(true), fc.nat(), (statements, how, seed) => {
      const text = ugly(statements, how);
      const places = [...text.matchAll(/\n|\}/g)].map(({ index }) => index + 1);
      const offset = places[seed % places.length] ?? 0;
      const edits = formatTyped(file(text), offset, text.charAt(offset - 1));
      expect(edits.every(({ span }) => span.end < offset)).toBe(true);
      expect(printTree(applyEdits(text, edits))).toBe(printTree(text));
    }),
    { numRuns: 80 },
  ));
