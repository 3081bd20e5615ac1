import fc from "fast-check";
import { expect, test } from "vitest";
import { format } from "../../grammar/format.ts";
import { applyEdits, type Edit } from "../../server/model/edit.ts";
import { tidied } from "../../server/model/tidy.ts";
import { architecture, tidy } from "../grammar/ugly.ts";
import { modelIn, ROOT, fixture } from "../support/fixture.ts";
import { printTree } from "../support/print-tree.ts";

const path = `${ROOT}/main.bizarch`;

/** The text after edits that replace, each for the first time, one piece by another. */
function after(text: string, pieces: readonly (readonly [string, string])[]): string {
  const edits = pieces.map(([old, fresh]) => {
    const start = text.indexOf(old);
    return { path, span: { start, end: start + old.length }, text: fresh };
  });
  return applied(text, edits);
}

function applied(text: string, edits: readonly Edit[]): string {
  return applyEdits(text, tidied(modelIn(fixture(`//- main.bizarch\n${text}`)), edits));
}

test("what was in the one layout still is", () => {
  expect(after("tool a {\n  owns b  // c\n}", [["owns b  ", "owns  b,c;"]])).toBe(
    "tool a {\n  owns b, c  // c\n}",
  );
  expect(
    after("tool a { owns b; reads c }\n", [
      ["owns b; ", ""],
      [" reads c", "  reads c; "],
    ]),
  ).toBe("tool a { reads c }\n");
  const long = `tool a { exit "${"x".repeat(83)}"; owns b }\n`;
  expect(after(long, [["owns b", "owns b, c, d"]])).toBe(format(long.replace("owns b", "owns b, c, d")));
});

test("what its author wrote otherwise stays so, and so does what is near", () => {
  expect(after("tool   a\ntool b\n", [["a", "{x"]])).toBe("tool   {x\ntool b\n");
  expect(after("tool a\ntool   b\n", [["tool a", "tool   c"]])).toBe("tool c\ntool   b\n");
});

test("edits of several statements, and between them", () => {
  const text = "tool a {}\n\ntool b {}\n";
  expect(
    after(text, [
      ["a {}", "a {x }"],
      ["b {}", "b {y}"],
    ]),
  ).toBe("tool a { x }\n\ntool b { y }\n");
});

test("a blank line that an edit puts behind a statement stays, where there is none yet", () => {
  expect(after("tool a\ntool b\n", [["tool a", "tool a\n  x y\n"]])).toBe("tool a\nx y\n\ntool b\n");
  expect(after("tool a\n\ntool b\n", [["tool a", "tool a\n  x y\n"]])).toBe("tool a\nx y\n\ntool b\n");
  expect(after("tool a\n", [["tool a", "tool a\n  x y\n"]])).toBe("tool a\nx y\n");
});

test("whatever is replaced, the text says what the edit makes it say, in the one layout", () => {
  fc.assert(
    fc.property(
      architecture,
      fc.nat(),
      fc.constantFrom("x", " x ", "; x y", "\n  x y\n", ", x", "{ x }"),
      (statements, seed, fresh) => {
        const text = tidy(statements);
        const places = [...text.matchAll(/(?<=\w)(?=[\s,])/g)].map(({ index }) => index);
        const start = places[seed % places.length] ?? 0;
        const edit = { path, span: { start, end: start }, text: fresh };
        const plain = applyEdits(text, [edit]);
        const result = applied(text, [edit]);
        expect(printTree(result)).toBe(printTree(plain));
        expect(format(result)).toBe(format(plain));
      },
    ),
    { numRuns: 80 },
  );
});
