import { attributeTypes, kinds } from "../../grammar/schema.ts";
import { codes, markdownTable } from "./markdown-table.ts";

/** The page of all words that stand in a statement: which property, flag or type, and of which kinds. */
export function wordsPage(): string {
  return [
    "# Words",
    "Every word that may stand in a statement, and the kinds that take it.",
    `## Properties\n\n${markdownTable(["property", "of"], properties())}`,
    `## Flags and modifiers\n\n${markdownTable(["word", "of", "what it says"], flags())}`,
    `## Types of attributes\n\n${codes(attributeTypes)}, or an [entity](entity.md).`,
    '## Words of your own\n\nA property that begins with `x-` takes any values, in every kind: `x-inventory "A-117"`.',
  ].join("\n\n");
}

function properties(): readonly (readonly string[])[] {
  const names = [...new Set(kinds.flatMap(({ properties }) => properties.map(({ name }) => name)))];
  return names.toSorted().map((word) => {
    const own = kinds.filter(({ properties }) => properties.some(({ name }) => name === word));
    const of =
      own.length === kinds.length ? "every kind" : own.map(({ name }) => `[${name}](${name}.md)`).join(", ");
    return [`\`${word}\``, of];
  });
}

function flags(): readonly (readonly string[])[] {
  return kinds.flatMap(({ name, flags }) =>
    flags.map((flag) => [`\`${flag.name}\``, `[${name}](${name}.md)`, flag.doc]),
  );
}
