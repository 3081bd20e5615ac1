import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { syntaxOf } from "../../grammar/parse.ts";
import { tokenize } from "../../grammar/tokens.ts";
import type { Span } from "../../grammar/text.ts";
import type { Declaration } from "../../server/model/declaration.ts";
import { outlineOf } from "../../server/model/outline.ts";

/**
 * A broken statement costs itself alone. Any statement of any sample is broken at random, its own text only, and all
 * that the other statements of the file declare is asked to be what it was.
 */

const samples = resolve(import.meta.dirname, "../../samples");
const whole = readdirSync(samples, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".bizarch"))
  .map((path) => readFileSync(join(samples, path), "utf8"))
  .map((text) => ({ text, spans: statementsIn(text), declared: declaredIn(text) }));

/**
 * What each top-level statement of a text declares, without its place, and without its description: a `///` comment
 * is that of the next statement that is left.
 */
function declaredIn(text: string): readonly string[] {
  const { readings } = outlineOf({ path: "a.bizarch", text });
  return readings.map(({ declarations, policy }) =>
    JSON.stringify([
      declarations.map(written),
      policy.map(({ type, rule, span }) => [type, rule.text, span.end - span.start]),
    ]),
  );
}

function written({ kind, id, ends, title, flags, properties, members }: Declaration): unknown {
  return [
    kind.name,
    id?.text ?? ends?.map((end) => end.text),
    title?.value,
    flags.map((flag) => flag.text),
    [...properties].flatMap(([name, { values }]) =>
      name === "description" ? [] : [[name, values.map((value) => value.text)]],
    ),
    members.map(written),
  ];
}

/** Where the statements of a text stand that declare something, from the first letter to the last brace. */
function statementsIn(text: string): readonly Span[] {
  const file = { path: "a.bizarch", text };
  const { startOf } = syntaxOf(file);
  return outlineOf(file).readings.map(({ top }) => {
    const start = startOf.get(top) ?? 0;
    return { start, end: start + top.span.end };
  });
}

const SIGNS = [
  ..."{}[]()\"'“”«»,;:.=<>|#@\\-&%",
  "->",
  "=>",
  "//",
  "///",
  '"""',
  "/*",
  "\n",
  "\n\n",
  "\r\n",
  "  ",
];
const WORDS = ["tool", "entity", "owns", "flow", "a -> b", "12", "10y", '"text"', "é", "outil", "x: text"];

/** One way to break a text: at a share of its length something is put in, or a stretch or a token taken out. */
const blow = fc.oneof(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), put: fc.constantFrom(...SIGNS, ...WORDS) }),
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ token: fc.nat(), put: fc.constantFrom("", "", ...SIGNS, ...WORDS) }),
);
type Blow = typeof blow extends fc.Arbitrary<infer Value> ? Value : never;

function broken(text: string, how: Blow): string {
  if ("token" in how) {
    const tokens = tokenize(text);
    const token = tokens[how.token % Math.max(tokens.length, 1)];
    if (!token) return text;
    return text.slice(0, token.startOffset) + how.put + text.slice(token.startOffset + token.image.length);
  }
  const at = Math.floor(how.at * text.length);
  if ("put" in how) return text.slice(0, at) + how.put + text.slice(at);
  return text.slice(0, at) + text.slice(at + how.cut);
}

const damage = fc.record({
  of: fc.nat({ max: whole.length - 1 }),
  statement: fc.nat(),
  blows: fc.array(blow, { minLength: 1, maxLength: 3 }),
});

/** Whether what a stretch opens is closed behind it: then it is a text or a comment, whatever it holds. */
function isClosedBehind(hurt: string, behind: string): boolean {
  return (hurt.includes('"""') && behind.includes('"""')) || (hurt.includes("/*") && behind.includes("*/"));
}

test("breaking one statement leaves what the others declare as it is", () => {
  fc.assert(
    fc.property(damage, ({ of, statement, blows }) => {
      const { text, spans, declared } = whole[of] ?? { text: "", spans: [], declared: [] };
      const index = statement % spans.length;
      const { start, end } = spans[index] ?? { start: 0, end: 0 };
      const hurt = blows.reduce(broken, text.slice(start, end));
      const behind = text.slice(end);
      fc.pre(!isClosedBehind(hurt, behind));
      const found = declaredIn(text.slice(0, start) + hurt + behind);
      for (const [at, other] of declared.entries()) if (at !== index) expect(found).toContain(other);
    }),
    { numRuns: 1000 },
  );
});
