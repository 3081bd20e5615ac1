import fc from "fast-check";
import { expect, test } from "vitest";
import { format, formatEdits, layoutEdits, rewritten } from "../../grammar/format.ts";
import { tokenize } from "../../grammar/tokens.ts";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { describe } from "../../server/review/describe.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { FIXTURE_SETTINGS } from "../support/fixture.ts";
import { sampleFiles } from "../support/samples.ts";
import { architecture, tidy, ugly, whims } from "./ugly.ts";

/** What a text means: its elements with what they say, their relations, and all that is found, but for where. */
function meaning(text: string): unknown {
  const [project] = snapshotOf([{ path: "/a.bizarch", text }], [], FIXTURE_SETTINGS).projects.values();
  if (!project) return undefined;
  const model = modelOf(project);
  return {
    elements: describe(model).map(({ element, properties }) => [
      element.kind.name,
      element.name,
      [...properties],
    ]),
    relations: model.relations.map(({ type, from, to }) => `${from.name} ${type} ${to.name}`),
    findings: verdictOf(project).findings.map(({ rule, element, message }) => [rule, element, message.en]),
  };
}

function commentsOf(text: string): readonly string[] {
  const comments = tokenize(text).filter(({ tokenType }) => /Comment|Doc/.test(tokenType.name));
  return comments.map(({ image }) => image.replace(/\r\n|\r/g, "\n").trimEnd());
}

/** The laws that hold for every text. The check that guards the formatter is left out, so that nothing hides behind it. */
function expectLawful(text: string): string {
  const after = rewritten(text, layoutEdits(text));
  expect(rewritten(after, layoutEdits(after))).toBe(after);
  expect(commentsOf(after)).toEqual(commentsOf(text));
  expect(meaning(after)).toEqual(meaning(text));
  expect(format(text)).toBe(after);
  return after;
}

test("an ugly layout becomes the one layout", () => {
  fc.assert(
    fc.property(architecture, whims(false), (statements, how) => {
      const text = ugly(statements, how);
      expect(format(text)).toBe(tidy(statements).replaceAll("\n", how.eol));
    }),
    { numRuns: 200 },
  );
});

test("whatever the author chose, formatting keeps the meaning and the comments, and once is enough", () => {
  fc.assert(
    fc.property(architecture, whims(true), (statements, how) => {
      expectLawful(ugly(statements, how));
    }),
    { numRuns: 100 },
  );
});

const pieces = fc.constantFrom(
  ...'{ } [ ] , ; : . -> = != | " """ \\ /// // /* */ @ é \0 12 10y 2027-06-30 catalog.Product'.split(" "),
  ..."\n|\n|\r\n|\r|\n\n|  |\ufeff|\u00a0|tool a|owns b,|flow a ->|flow a -> b|{\n|}\n|/* c */|// c\n|/// d\n|a b".split(
    "|",
  ),
);

test("no text is harmed", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom("", " "), (parts, glue) => {
      const text = parts.join(glue);
      const after = format(text);
      expect(format(after)).toBe(after);
      expect(commentsOf(after)).toEqual(commentsOf(text));
      expect(meaning(after)).toEqual(meaning(text));
    }),
    { numRuns: 300 },
  );
});

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation = fc.record({ at: place, cut: fc.nat({ max: 40 }), piece: fc.oneof(pieces, fc.constant("")) });

test("a sample with anything cut out or put in keeps what it means, and what it has wrong", () => {
  const changed = fc
    .tuple(fc.constantFrom(...sampleFiles), place, fc.array(mutation, { minLength: 1, maxLength: 5 }))
    .map(([{ text }, from, mutations]) => {
      const start = Math.floor(from * text.length);
      return mutations.reduce(
        (before, { at, cut, piece }) => {
          const offset = Math.floor(at * before.length);
          return before.slice(0, offset) + piece + before.slice(offset + cut);
        },
        text.slice(start, start + 2000),
      );
    });
  fc.assert(
    fc.property(changed, (text) => void expectLawful(text)),
    { numRuns: 40 },
  );
});

test("what has to change lies between the words, in order, and tears no character apart", () => {
  fc.assert(
    fc.property(architecture, whims(true), (statements, how) => {
      const text = ugly(statements, how);
      let at = 0;
      for (const { span, text: fresh } of formatEdits(text)) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expect(text.slice(span.start, span.end)).not.toBe(fresh);
        expect(text.slice(span.start - 1, span.start + 1)).not.toBe("\r\n");
        expect(text.slice(span.end - 1, span.end + 1)).not.toBe("\r\n");
        expect(text.slice(span.start, span.end)).toMatch(/^[\s;{]*$/);
        at = span.end;
      }
    }),
    { numRuns: 100 },
  );
});

test("breaking one statement leaves it as it is, and its neighbours are laid out", () => {
  const broken = fc.constantFrom(
    "tool @  x",
    'tool pim   "Open',
    "flow a   ->",
    "tool a  { owns  , , }",
    "-> ]",
    "owns   b,",
  );
  fc.assert(
    fc.property(architecture, broken, architecture, (before, statement, after) => {
      const text = `${tidy(before).replaceAll(" ", "  ")}\n${statement}\n\n${tidy(after).replaceAll(/^ +/gm, "")}`;
      const result = format(text);
      expect(result).toContain(`\n${statement}\n`);
      expect(result).toBe(expectLawful(text));
    }),
    { numRuns: 40 },
  );
});

test.each(sampleFiles)("$path is in the one layout", ({ text }) => {
  expect(format(text)).toBe(text);
});

const plain = sampleFiles.filter(({ text }) => !text.includes('"""'));

test.each(plain)("$path gets back the layout that it lost", ({ text }) => {
  const lost = text
    .replaceAll(/^ +/gm, "")
    .replaceAll(/ \{$/gm, "\n{")
    .replaceAll("\n", " \r\n")
    .replaceAll(" -> ", "->");
  expect(format(lost)).toBe(text.replaceAll("\n", "\r\n"));
});

test("a long file is laid out in time that grows with its length", () => {
  for (const piece of [
    "tool  a{b c;d e}",
    "{",
    "}",
    "tool a {",
    "tool a,\n",
    "/* c */ ",
    "// c\n\n",
    '"',
    ";",
    "a b,\n}",
    "tool @\n{}",
  ]) {
    const text = piece.repeat(5_000);
    expect(commentsOf(format(text))).toEqual(commentsOf(text));
  }
});
