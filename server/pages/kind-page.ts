import {
  attributeTypes,
  kinds,
  policyWords,
  type Count,
  type Kind,
  type Property,
  type ValueType,
} from "../../grammar/schema.ts";
import { expectation } from "../model/values.ts";
import { rules } from "../rules/index.ts";
import { kindTexts } from "./kinds/index.ts";
import { codes, markdownTable } from "./markdown-table.ts";
import { factsOf } from "./rule-facts.ts";

/** The page of a kind, in Markdown: what the table of the language says, and the text with its examples. */
export function kindPage(kind: Kind): string {
  const { name, doc, flags } = kind;
  const own = kind.properties.filter((property) => !isCommon(property));
  // An attribute has no block: a comment above it is all that it takes of these.
  const shared = kind.properties.filter(
    (property) => isCommon(property) && (kind.name !== "attribute" || property.name === "description"),
  );
  return [
    `# ${name}`,
    doc,
    placeOf(kind),
    `    ${form(kind)}`,
    kindTexts[name].trim(),
    ...(flags.length > 0 ? [`## ${flagsTitle(kind)}\n\n${flagTable(kind)}`] : []),
    ...(own.length > 0
      ? [`## ${name === "attribute" ? "What follows the colon" : "Properties"}\n\n${propertyTable(own)}`]
      : []),
    `## Like every kind\n\n${propertyTable(shared)}`,
    rulesAbout(kind),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The page of `policy`, which is a block of lines and no element. */
export function policyPage(): string {
  return [
    "# policy",
    "What each rule counts for here, and the exceptions that somebody answers for.",
    "Of the storey _meta_: how all of it is looked at and judged.",
    "    policy { … }",
    kindTexts.policy.trim(),
    `## Lines\n\n${markdownTable(
      ["line", "what it says"],
      policyWords.map(({ name, doc }) => [`\`${name}\``, doc]),
    )}`,
  ].join("\n\n");
}

const STOREYS = {
  why: "Of the storey _why_, which lasts longest.",
  what: "Of the storey _what_, which carries the mission out and bears the load.",
  how: "Of the storey _how_: one of the partitions, which come and go between the walls.",
  meta: "Of the storey _meta_: how all of it is looked at and judged.",
} as const;

function placeOf({ storey, within, ends }: Kind): string {
  const place = within
    ? ` It stands in the block of ${a(within)}.`
    : ends
      ? ` It leads from ${ends.map(a).join(" or ")} to another.`
      : "";
  return STOREYS[storey] + place;
}

/** How it is written, with what it cannot do without. */
function form({ name, ends, flags, properties }: Kind): string {
  if (name === "attribute") return "name: text key for logistics";
  const title = `"…"${flags.length > 0 ? ` [${flags.map((flag) => flag.name).join("] [")}]` : ""}`;
  const block = [...properties.filter(isNeeded).map((property) => `${property.name} …`), "…"].join("; ");
  return `${name} ${ends ? "a -> b" : "id"} ${title} { ${block} }`;
}

function isNeeded({ count }: Property): boolean {
  return count === "one" || count === "some";
}

function isCommon({ name }: Property): boolean {
  return kinds.every(({ properties }) => properties.some((property) => property.name === name));
}

function flagsTitle({ name }: Kind): string {
  return name === "attribute" ? "Modifiers" : "Flags, after the title";
}

function flagTable({ flags }: Kind): string {
  return markdownTable(
    ["word", "what it says"],
    flags.map(({ name, doc }) => [`\`${name}\``, doc]),
  );
}

function propertyTable(properties: readonly Property[]): string {
  const rows = properties.map((property) => [
    `\`${property.name}\``,
    property.doc,
    valueText(property.value),
    COUNTS[property.count],
  ]);
  return markdownTable(["property", "what it says", "what it takes", "how many"], rows);
}

export const COUNTS: Readonly<Record<Count, string>> = {
  one: "exactly one",
  some: "one or more",
  optional: "at most one",
  many: "any number",
};

/** What a property takes, in Markdown. */
export function valueText(value: ValueType): string {
  if (value.type === "ref")
    return value.kinds.length > 6 ? "any element" : `the name of ${value.kinds.map(linked).join(" or ")}`;
  if (value.type === "attribute-type")
    return `${codes(attributeTypes)}, or the name of an [entity](entity.md)`;
  if (value.type === "clause") return "`<selector> <relation> <selector>`";
  if (value.type !== "choice") return expectation(value).en;
  return value.words.length > 20 ? "[a category](tools.md)" : codes(value.words);
}

function linked(kind: string): string {
  return a(kind).replace(kind, `[${kind}](${kind}.md)`);
}

function a(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** The rules that speak of elements of a kind in their examples. */
function rulesAbout({ name }: Kind): string {
  const own = rules.filter((rule) => factsOf(rule).kinds.has(name));
  if (own.length === 0) return "";
  const links = own.map((rule) => `[${rule.name}](../rules/${rule.name}.md)`);
  return `## Rules that speak of it\n\n${links.join(", ")}`;
}
