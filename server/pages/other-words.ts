import { kinds, storeys, type Storey } from "../../grammar/schema.ts";
import { rules } from "../rules/index.ts";
import { markdownTable } from "./markdown-table.ts";

/** Words that stand in no row of the table of the language, and what a page says of them. */
const SECTIONS: ReadonlyMap<string, () => string> = new Map([
  ["namespace", namespaceSection],
  ...storeys.map((storey) => [storey, () => storeySection(storey)] as const),
  [
    "starter",
    () =>
      profileSection(
        "starter",
        "asks the first questions only, for an architecture of a few lines",
        starters(),
      ),
  ],
  [
    "recommended",
    () =>
      profileSection(
        "recommended",
        "is what holds where nobody says",
        `All ${String(rules.length)} rules are asked.`,
      ),
  ],
  [
    "strict",
    () =>
      profileSection(
        "strict",
        "is for an architecture that is whole",
        "A warning is an error, and what is for information a warning.",
      ),
  ],
]);

export const otherWords: readonly string[] = [...SECTIONS.keys()];

/** A part of a page about a word of the language that is no kind, property, flag or value; undefined for any other. */
export function otherSection(word: string): string | undefined {
  return SECTIONS.get(word)?.() ?? ownPropertySection(word);
}

function namespaceSection(): string {
  return [
    "## The first line of a file",
    "What every name in the file begins with, so that two parts of a company may use the same names.",
    '```bizarch\nnamespace retail.fr\n\ntool till "Tills in France" { category pos }\n```',
    "From elsewhere this tool is `retail.fr.till`, and `fr.till` for a file whose namespace is `retail`.",
  ].join("\n\n");
}

function storeySection(storey: Storey): string {
  const own = kinds.filter((kind) => kind.storey === storey);
  const rows = own.map(({ name, doc }) => [`[${name}](${name}.md)`, doc]);
  const policy = ["[policy](policy.md)", "What each rule counts for here, and the exceptions."];
  const table = markdownTable(["kind", "what it is"], storey === "meta" ? [...rows, policy] : rows);
  return `## A storey\n\n${table}`;
}

function profileSection(name: string, is: string, more: string): string {
  return `## A profile\n\nA profile says how severe the rules are; this one ${is}.\n\n${more}\n\nIt is set in \`bizarch.json\`: \`"profile": "${name}"\`.`;
}

function starters(): string {
  const rows = rules.filter(({ starter }) => starter).map(({ name, severity }) => [`\`${name}\``, severity]);
  return markdownTable(["rule", "severity"], rows);
}

function ownPropertySection(word: string): string | undefined {
  if (!/^x-[\p{L}\p{N}_-]+$/u.test(word)) return undefined;
  return [
    "## A property of your own",
    "A property that begins with `x-` is the project's: any kind takes it, with any values.",
    `\`\`\`bizarch\ntool till { category pos; ${word} "A-117" }\n\nview these { show tool[${word} = "A-117"] }\n\`\`\``,
  ].join("\n\n");
}
