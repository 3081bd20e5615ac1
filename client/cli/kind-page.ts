import { policyWords, type Count, type Kind, type Property, type ValueType } from "../../grammar/schema.ts";
import { wrapped } from "../../server/review/terminal.ts";
import { table, type PageLook } from "./page.ts";

/** The page of a kind, from the table that is the language. */
export function kindPage(kind: Kind, look: PageLook): string {
  const { paint } = look;
  const { name, storey, doc, flags, properties } = kind;
  const rows = properties.map((property) => [property.name, propertyText(property)] as const);
  return [
    `${paint.bold(name)} ${paint.dim(`· ${storey}`)}`,
    "",
    doc,
    ...standsIn(kind),
    "",
    `    ${paint.cyan(form(kind))}`,
    "",
    ...(flags.length > 0
      ? [
          paint.bold(name === "attribute" ? "Modifiers" : "Flags, after the title"),
          ...table(
            flags.map((flag) => [flag.name, flag.doc]),
            look,
          ),
          "",
        ]
      : []),
    paint.bold(name === "attribute" ? "What it says" : "Properties"),
    ...table(rows, look),
    "",
  ].join("\n");
}

/** The page of `policy`, which is a block of lines and no element. */
export function policyPage(look: PageLook): string {
  const { paint, columns } = look;
  return [
    `${paint.bold("policy")} ${paint.dim("· meta")}`,
    "",
    ...wrapped(
      "How the architecture is held to account: what each rule counts for here, and the exceptions.",
      columns,
    ),
    "",
    `    ${paint.cyan("policy { … }")}`,
    "",
    paint.bold("Lines"),
    ...table(
      policyWords.map(({ name, doc }) => [name, doc.replaceAll("`", "")]),
      look,
    ),
    "",
  ].join("\n");
}

function standsIn({ within, ends }: Kind): readonly string[] {
  if (ends) return [`It leads from a ${ends.join(" or ")} to another.`];
  return within ? [`It stands in the block of a ${within}.`] : [];
}

/** How it is written, with what it cannot do without. */
function form({ name, ends, flags, properties }: Kind): string {
  if (name === "attribute") return "name: text key for logistics";
  const title = `"…"${flags.length > 0 ? ` [${flags.map((flag) => flag.name).join("] [")}]` : ""}`;
  const required = properties.filter(({ count }) => count === "one" || count === "some");
  const block = [...required.map((property) => `${property.name} …`), "…"].join("; ");
  return `${name} ${ends ? "a -> b" : "id"} ${title} { ${block} }`;
}

const COUNTS: Readonly<Record<Count, string>> = {
  one: "required",
  some: "required, one or more",
  optional: "",
  many: "any number",
};

function propertyText({ doc, count, value }: Property): string {
  const facts = [typeText(value), COUNTS[count]].filter((fact) => fact !== "");
  return `${doc.replaceAll("`", "'")} (${facts.join("; ")})`;
}

const TYPES: Readonly<Record<Exclude<ValueType["type"], "ref" | "choice">, string>> = {
  word: "a word",
  string: 'a text: "…"',
  url: 'a web address: "https://…"',
  number: "a number: 3",
  duration: "a duration: 10y, 6mo, 2w",
  date: "a date: 2027-06-30",
  money: "an amount: 120000 EUR",
  country: "a country: FR",
  selector: "a kind, or some of it: tool[status = legacy]",
  "attribute-type": "a type such as text, or an entity",
  clause: "a clause: tool owns entity[personal]",
  any: "any value",
};

function typeText(value: ValueType): string {
  if (value.type === "ref") return value.kinds.length > 8 ? "any element" : value.kinds.join(" or ");
  return value.type === "choice" ? value.words.join(" | ") : TYPES[value.type];
}
