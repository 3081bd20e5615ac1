import fc from "fast-check";

/**
 * Architectures in an ugly layout, and the same in the one layout. A statement is its words, those behind `,` and `->`
 * being places where it may go on with the next line.
 */
export interface Tidy {
  readonly words: readonly string[];
  readonly doc: readonly string[];
  readonly block: readonly Tidy[] | undefined;
}

const id = fc.constantFrom(
  "a",
  "b",
  "pim",
  "catalog.Product",
  "référentiel-client",
  "tool",
  "owns",
  "𝒳x",
  "_1",
);
const text = fc.constantFrom('"T"', '"a  b"', String.raw`"q \" {x} // y"`, '"é𝒳"', '"""one line"""', '""');
const amount = fc.constantFrom("12", "0.5", "12%", "2027-06-30", "10y");
const value = fc.oneof({ weight: 4, arbitrary: id }, text, amount);

const separated = (items: readonly (readonly string[])[], sign: string): readonly string[] =>
  items.flatMap((item, index) => (index === 0 ? item : [sign, ...item]));

const list = fc
  .array(
    value.map((one) => [one]),
    { minLength: 1, maxLength: 4 },
  )
  .map((items) => separated(items, ","));
const condition = fc
  .tuple(
    fc.constantFrom("status", "hosting", "é"),
    fc.constantFrom("=", "!=", "<", ">"),
    fc.array(id, { minLength: 1, maxLength: 3 }),
  )
  .map(([key, sign, values]) => [
    key,
    sign,
    ...separated(
      values.map((one) => [one]),
      "|",
    ),
  ]);
const selector = fc
  .tuple(id, fc.array(condition, { minLength: 1, maxLength: 2 }))
  .map(([kind, conditions]) => [kind, "[", ...separated(conditions, ","), "]"]);

const property = fc.oneof(
  fc
    .tuple(fc.constantFrom("quality", "serves", "needs", "x-own"), list)
    .map(([key, values]) => [key, ...values]),
  fc.tuple(fc.constantFrom("show", "hide"), selector).map(([key, values]) => [key, ...values]),
  fc.tuple(selector, selector).map(([from, to]) => ["forbid", ...from, "owns", ...to]),
  fc
    .tuple(id, fc.constantFrom("id key", "text list", "Product"))
    .map(([name, type]) => [name.replace(/\W/g, ""), ":", ...type.split(" ")]),
  fc.constant(["cost", "120000", "EUR"]),
  fc.constant(["lifespan", "1y", "6mo"]),
);
const edge = fc
  .array(
    id.map((one) => [one]),
    { minLength: 2, maxLength: 4 },
  )
  .map((ends) => ["flow", ...separated(ends, "->")]);
const head = fc
  .oneof(
    fc.tuple(fc.constantFrom("tool", "domain", "goal"), id, fc.option(text), fc.option(fc.constant("core"))),
    fc.tuple(edge, fc.option(text)),
  )
  .map((parts) => parts.flat().filter((part) => part !== null));

const doc = fc.array(fc.constantFrom("/// What it is.", "///", "///   more"), { maxLength: 2 });
const line = fc.record({ words: property, doc: fc.constant([]), block: fc.constant(undefined) });

/** A statement at the top of a file. */
const statement: fc.Arbitrary<Tidy> = fc.record({
  words: head,
  doc,
  block: fc.option(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: line },
        fc.record({
          words: head,
          doc,
          block: fc.option(fc.array(line, { maxLength: 3 }), { nil: undefined }),
        }),
      ),
      { maxLength: 4 },
    ),
    { nil: undefined },
  ),
});

export const architecture: fc.Arbitrary<readonly Tidy[]> = fc.array(statement, {
  minLength: 1,
  maxLength: 5,
});

/** In the one layout, every block opened. */
export function tidy(statements: readonly Tidy[], indent = ""): string {
  return statements
    .map(({ words, doc, block }) => {
      const docs = doc.map((line) => `${indent}${line}\n`).join("");
      const inner = block && (block.length === 0 ? " {}" : ` {\n${tidy(block, `${indent}  `)}${indent}}`);
      return `${docs}${indent}${words.map(spaced).join("")}${inner ?? ""}\n`;
    })
    .join("");
}

function spaced(word: string, index: number, words: readonly string[]): string {
  const before = words[index - 1];
  if (before === undefined || before === "[" || /^[,:\][]$/.test(word)) return word;
  return ` ${word}`;
}

/** How ugly to be: chances that are drawn one after the other, the first again after the last. */
export interface Whims {
  readonly draws: readonly number[];
  readonly eol: "\n" | "\r\n";
  /** Whether to write what the layout leaves to the author as well: comments, lines that go on, short blocks, blank lines. */
  readonly free: boolean;
}

export const whims = (free: boolean): fc.Arbitrary<Whims> =>
  fc.record({
    draws: fc.array(fc.nat({ max: 999 }), { minLength: 20, maxLength: 60 }),
    eol: fc.constantFrom("\n" as const, "\r\n" as const),
    free: fc.constant(free),
  });

/** The same statements as somebody in a hurry writes them. */
export function ugly(statements: readonly Tidy[], { draws, eol, free }: Whims): string {
  let at = 0;
  const draw = <Choice>(...choices: readonly [Choice, ...Choice[]]): Choice =>
    choices[(draws[at++ % draws.length] ?? 0) % choices.length] ?? choices[0];
  const blanks = () => draw(" ", "  ", "\t", "\u00a0", " \u3000", "\ufeff ", "\f");
  const comment = () => (free ? draw("", "", "", "/* c */", "/* two\n lines */") : "");
  const lineComment = () => (free ? draw("", "", "// c", "//c   ", "//// x", "/* c */ // d") : "");
  const newLine = () =>
    `${draw("", " ", "\t")}${lineComment()}${eol}${free ? draw("", "", eol, ` ${eol}${eol}`) : ""}`;
  const words = (all: readonly string[]): string =>
    all
      .map((word, index) => {
        const before = all[index - 1];
        if (before === undefined) return word;
        const mayGoOn = free && (before === "," || before === "->");
        if (mayGoOn && draw(true, false, false)) {
          const end = `${lineComment()}${eol}`;
          const between = draw("", "", `   // c${eol}`, `/// no doc${eol}`);
          return `${draw("", " ")}${end}${between}${" ".repeat(draw(1, 9, 30))}${word}`;
        }
        const isTight = [before, word].some((sign) => /^(?:[,:|[\]=<>]|!=|->)$/.test(sign));
        const inner = draw(false, false, true) ? `${blanks()}${comment()}${blanks()}` : blanks();
        return `${isTight && draw(true, false) ? "" : inner}${word}`;
      })
      .join("");
  const write = (all: readonly Tidy[]): string =>
    all
      .map((one, index) => {
        const docs = one.doc.map((line) => `${draw("", "   ")}${line}${draw("", "  ")}${eol}`).join("");
        const isLast = index === all.length - 1;
        const open = draw(" ", "", eol, free ? ` // c${eol}` : "  ", free ? `${eol}// c${eol}` : "");
        const inside = free ? draw(newLine(), " ", "") : newLine();
        const block = one.block && `${open}{${inside}${write(one.block)}}`;
        const end = draw(
          newLine(),
          newLine(),
          one.block && !one.block.some(hasDoc) ? " " : ";",
          ` ; ${draw(";", "")}`,
        );
        const mustBreak = free && isLast ? draw(newLine(), " ") : newLine();
        return `${docs}${draw("", " ", "     ")}${words(one.words)}${block ?? ""}${isLast && !one.block ? mustBreak : end}`;
      })
      .join("");
  return write(statements);
}

function hasDoc({ doc }: Tidy): boolean {
  return doc.length > 0;
}
