import {
  attributeTypes,
  kinds,
  policyWords,
  relationWords,
  type Kind,
  type Property,
} from "../../grammar/schema.ts";
import { COUNTS, valueText } from "./kind-page.ts";
import { markdownTable } from "./markdown-table.ts";
import { otherSection, otherWords } from "./other-words.ts";
import { categorySection, FAMILIES, familySection } from "./tools.ts";

/** A property of a kind, both as the table of the language has them. */
interface Row {
  readonly kind: Kind;
  readonly property: Property;
}

const rows: readonly Row[] = kinds.flatMap((kind) => kind.properties.map((property) => ({ kind, property })));

/** The page of any other word of the language, in Markdown: where it stands, and what it says there; undefined for a
 * word that the language does not have. */
export function wordPage(word: string): string | undefined {
  const parts = [
    propertySection(word),
    flagSection(word),
    valueSection(word),
    categorySection(word),
    familySection(word),
    typeSection(word),
    policySection(word),
    otherSection(word),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? [`# ${word}`, ...parts].join("\n\n") : undefined;
}

/** The words that have such a page. */
export function words(): readonly string[] {
  return [
    ...new Set([
      ...rows.map(({ property }) => property.name),
      ...kinds.flatMap(({ flags }) => flags.map(({ name }) => name)),
      ...rows.flatMap(({ property }) => (property.value.type === "choice" ? property.value.words : [])),
      ...FAMILIES,
      ...attributeTypes,
      ...policyWords.map(({ name }) => name),
      ...otherWords,
    ]),
  ];
}

function propertySection(word: string): string | undefined {
  const own = rows.filter(({ property }) => property.name === word);
  const [first] = own;
  if (!first) return undefined;
  const isRelation = relationWords.includes(word)
    ? "\n\nIt is a relation: views, rules and comparisons follow it."
    : "";
  if (own.length === kinds.length) {
    const { doc, value, count } = first.property;
    return `## A property of every kind\n\n${doc}\n\nIt takes ${valueText(value)}: ${COUNTS[count]}.`;
  }
  const table = markdownTable(
    ["kind", "what it says", "what it takes", "how many"],
    own.map(({ kind, property }) => [
      `[${kind.name}](${kind.name}.md)`,
      property.doc,
      valueText(property.value),
      COUNTS[property.count],
    ]),
  );
  return `## A property\n\n${table}${isRelation}`;
}

function flagSection(word: string): string | undefined {
  const own = kinds.flatMap((kind) =>
    kind.flags.filter(({ name }) => name === word).map(({ doc }) => [`[${kind.name}](${kind.name}.md)`, doc]),
  );
  if (own.length === 0) return undefined;
  return `## A flag, behind the title\n\n${markdownTable(["kind", "what it says"], own)}`;
}

/** Where it is one of the words that a property may say; a category of tools has a section of its own. */
function valueSection(word: string): string | undefined {
  const own = rows.filter(
    ({ property: { name, value } }) =>
      value.type === "choice" && name !== "category" && value.words.includes(word),
  );
  if (own.length === 0) return undefined;
  const table = markdownTable(
    ["written", "what it says"],
    own.map(({ kind, property }) => [`\`${property.name} ${word}\` (${kind.name})`, property.doc]),
  );
  return `## A word that a property takes\n\n${table}`;
}

function typeSection(word: string): string | undefined {
  if (!attributeTypes.includes(word)) return undefined;
  return `## A type of an attribute\n\nWhat an [attribute](attribute.md) holds: \`name: ${word}\`.`;
}

function policySection(word: string): string | undefined {
  const row = policyWords.find(({ name }) => name === word);
  return row && `## A line of a policy\n\n${row.doc}`;
}
