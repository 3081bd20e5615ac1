import { format } from "prettier";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { getVSCodeTokens } from "vscode-tmgrammar-test/dist/snapshot/index.js";
import { createRegistryFromGrammars } from "vscode-tmgrammar-test/dist/common/index.js";
import { parseGrammarTestCase, runGrammarTestCase } from "vscode-tmgrammar-test/dist/unit/index.js";
import { attributeTypes, kinds, policyWords, relationWords, type Property } from "../../grammar/schema.ts";
import { textmate } from "../../grammar/textmate.ts";

const scopeName = "source.bizarch";
const path = "grammar/bizarch.tmLanguage.json";
const registry = createRegistryFromGrammars([
  { grammar: { path, scopeName }, content: JSON.stringify(textmate()) },
]);

test("the grammar is the one that the schema makes", async () => {
  const made = await format(JSON.stringify(textmate()), { parser: "json", printWidth: 110 });
  await expect(made).toMatchFileSnapshot(`../../${path}`);
});

describe("every word of the schema has its colour", () => {
  const written = kinds.filter(({ name }) => name !== "attribute");

  test.each(written)("the kind $name", async ({ name, ends }) => {
    expect(await scopeOf(`«${name}» this${ends ? " -> that" : ""}`)).toBe("storage.type.kind");
  });

  test.each(kinds.flatMap(({ name, flags, ends }) => flags.map((flag) => ({ name, ends, flag }))))(
    "the flag $flag.name of $name",
    async ({ name, ends, flag }) => {
      const head = name === "attribute" ? "entity e { this: text" : `${name} this${ends ? " -> that" : ""}`;
      expect(await scopeOf(`${head} «${flag.name}»`)).toBe("storage.modifier.flag");
    },
  );

  test.each(written.flatMap(({ name, properties }) => properties.map((property) => ({ name, property }))))(
    "the property $property.name of $name",
    async ({ name, property }) => {
      expect(await scopeOf(`${name} this {\n  «${property.name}» other`)).toBe("variable.other.property");
      for (const word of choicesOf(property)) {
        const scope = await scopeOf(`${name} this {\n  ${property.name} other, «${word}»`);
        expect(scope).toBe("variable.other.enummember");
      }
    },
  );

  test.each(attributeTypes)("the attribute type %s", async (type) => {
    expect(await scopeOf(`entity e {\n  this: «${type}»`)).toBe("support.type.primitive");
  });

  test.each(policyWords)("the policy word $name", async ({ name }) => {
    expect(await scopeOf(`policy {\n  «${name}» this`)).toBe("keyword.control.policy");
  });

  test.each(relationWords)("the relation %s", async (name) => {
    expect(await scopeOf(`rule r {\n  forbid tool «${name}» entity`)).toBe("variable.other.property");
  });
});

describe("a word that stands elsewhere is only a name", () => {
  test.each(kinds.map(({ name }) => name))("a tool called %s", async (name) => {
    expect(await scopeOf(`tool «${name}» "T"`)).toBe("entity.name.type");
    expect(await scopeOf(`tool t {\n  reads «${name}»`)).toBe("support.class.reference");
    expect(await scopeOf(`entity e {\n  «${name}»: text`)).toBe("variable.other.property");
    expect(await scopeOf(`flow a -> «${name}»`)).toBe("support.class.reference");
  });
});

const folder = "test/grammar/textmate";

describe("what stands in real files", () => {
  test.each(readdirSync(folder))("%s", async (name) => {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    expect(await runGrammarTestCase(registry, parseGrammarTestCase(text))).toEqual([]);
  });
});

function choicesOf({ value }: Property): readonly string[] {
  return value.type === "choice" ? value.words : [];
}

/** The narrowest scope of the word between « and », without the language's ending; undefined where it is no token. */
async function scopeOf(marked: string): Promise<string | undefined> {
  const before = marked.slice(0, marked.indexOf("«"));
  const line = before.split("\n").length - 1;
  const start = before.length - before.lastIndexOf("\n") - 1;
  const end = start + marked.indexOf("»") - marked.indexOf("«") - 1;
  const lines = await getVSCodeTokens(registry, scopeName, marked.replace(/[«»]/g, ""));
  const token = lines[line]?.tokens.find(
    ({ startIndex, endIndex }) => startIndex === start && endIndex === end,
  );
  return token?.scopes.at(-1)?.replace(/\.bizarch$/, "");
}
