import { describe, expect, test } from "vitest";
import { placeOf } from "../support/verdict.ts";
import { modelOfText } from "./model-of-text.ts";

/** What the language finds in a text, as `line rule "what is covered"`. */
function told(text: string): readonly string[] {
  const model = modelOfText(text);
  return model.findings.map((finding) => {
    const { line, covered } = placeOf(model, finding);
    return `${String(line)} ${finding.rule} ${JSON.stringify(covered)}`;
  });
}

const inDomain = (...lines: readonly string[]): string =>
  [
    "domain d {",
    ...lines.map((line) => `  ${line}`),
    "}",
    "tool t {",
    "  category erp",
    "  owns d.E, d.F",
    "}",
  ].join("\n");

const inEntity = (line: string): string =>
  inDomain("quality clean, current", "entity E {", `  ${line}`, "  b: text key", "}", "entity F");

/** What one slip of the hand leaves, and the one thing that is told of it. */
const slips: readonly (readonly [string, string, string])[] = [
  ["a quote before a type", inEntity('a: "id key'), '4 syntax "\\"id key"'],
  ["a quote before a modifier", inEntity('a: number "for logistics'), '4 syntax "\\"for logistics"'],
  ["a quote after 'for'", inEntity('a: number for "logistics'), '4 syntax "\\"logistics"'],
  ["a quote before a word", 'tool t { category "erp\n}', '1 syntax "\\"erp"'],
  ["a quote within a list", 'domain d { quality clean, "current\n}', '1 syntax "\\"current"'],
  ["a quote before a reference", 'team t { function it; reports-to "board\n}', '1 syntax "\\"board"'],
  ["a comma at the end of an attribute", inEntity("a: text,"), '4 syntax ","'],
  ["a comma at the end of a modifier", inEntity("a: text key,"), '4 syntax ","'],
  ["a sign after 'for'", inEntity("a: text for §"), '4 syntax "§"'],
  ["a brace within an attribute", inEntity("a: id { key"), '4 syntax "{"'],
  ["a brace at the end of an attribute", inEntity("a: id {"), '4 syntax "{"'],
  ["a brace within a list", inDomain("quality clean { , current", "entity E", "entity F"), '2 syntax "{"'],
  ["a brace before a type", inEntity("a: { id key"), '4 syntax "{"'],
  ["a sign for '{'", inDomain("entity E §", "  a: id", "}", "entity F"), '2 syntax "§"'],
  ["a sign for a key", "tool t {\n  § erp\n  lifespan 5y\n}", '2 syntax "§"'],
  ["a quote for a key", 'tool t {\n  "category erp\n  lifespan 5y\n}', '2 syntax "\\"category erp"'],
  ["two quotes before a title", 'domain d ""D" core {\n  lifespan 5y\n}', '1 syntax "\\" core"'],
  ["two quotes before a text", 'goal g {\n  serves m\n  target ""5 days"\n}\nmission m', '3 syntax "\\""'],
  ["a '}' before '{'", 'tool t "T" } {\n  category erp\n}', '1 syntax "}"'],
  [
    "a '}' within an edge",
    'tool a { category erp }\ntool b { category erp }\nflow a } -> b "F" {\n  mode api\n}',
    '3 syntax "}"',
  ],
  [
    "a dot at the end of a reference",
    "domain c\nflow a -> b. \ntool a { category erp }\ntool b { category erp }",
    '2 syntax "."',
  ],
  ["a half-typed reference", "domain c { entity P }\ntool a {\n  category erp\n  owns c.\n}", '4 syntax "."'],
  ["a half-typed type", "domain c { entity P }\ndomain e {\n  entity Q {\n    p: c.\n  }\n}", '4 syntax "."'],
  ["a half-typed end", "tool a { category erp }\nflow a -> x.", '2 syntax "."'],
  ["an entity without '{'", inDomain("entity E", "  a: id", "  b: text", "}", "entity F"), '2 syntax "E"'],
  [
    "a titled entity without '{'",
    inDomain('entity E "e"', "  a: id", "  link: text", "}", "entity F"),
    '2 syntax "\\"e\\""',
  ],
  [
    "a domain without '{'",
    'domain d "D"\n  lifespan 5y\n\n  entity E {\n    a: id\n  }\n  entity F\n}\ntool t { category erp; owns d.E, d.F }',
    '1 syntax "\\"D\\""',
  ],
  ["a '}' behind an attribute", inEntity("a: id }"), '4 syntax "}"'],
  ["a '}' behind a property", "tool t {\n  category erp }\n  lifespan 5y\n}\nmission m", '2 syntax "}"'],
  ["a '}' within a property", inDomain("quality clean, } current", "entity E", "entity F"), '2 syntax "}"'],
  ["a '}' before a name", inDomain("entity } E {", "  a: id", "}", "entity F"), '2 syntax "}"'],
  [
    "a kind that is missing",
    'team a { function it; reports-to b }\nb "The board" {\n  function executive\n}',
    '2 unknown-kind "b"',
  ],
  ["a property that is cut short", "tool t {\n  categ erp\n}", '2 unknown-property "categ"'],
];

test.each(slips)("%s is told once", (_, text, expected) => {
  expect(told(text)).toEqual([expected]);
});

describe("the same name twice", () => {
  test("is told of the outermost that bear it, and not of what is in them", () => {
    const entity = "entity E {\n    a: id\n  }";
    expect(told(`domain d {\n  ${entity}\n  ${entity}\n}`)).toEqual([
      '2 duplicate-name "E"',
      '5 duplicate-name "E"',
    ]);
    const domain = `domain d {\n  ${entity}\n}\n`;
    expect(told(domain + domain)).toEqual(['1 duplicate-name "d"', '6 duplicate-name "d"']);
  });

  test("is told of a name that is there twice in one of them", () => {
    expect(told("domain d { entity E { a: id; a: text } }\ndomain d")).toEqual([
      '1 duplicate-name "a"',
      '1 duplicate-name "a"',
      '1 duplicate-name "d"',
      '2 duplicate-name "d"',
    ]);
  });
});

test("a rule that neither forbids nor requires anything lacks what it is there for", () => {
  expect(told('rule r "Data stays here" {\n  severity error\n}')).toEqual(['1 missing-property "r"']);
  expect(told("rule r")).toEqual(['1 missing-property "r"']);
  expect(told("rule r { require domain accountable team }")).toEqual([]);
  expect(told("rule r { forbit tool owns domain }")).toEqual(['1 unknown-property "forbit"']);
});
