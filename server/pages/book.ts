import { kinds, writtenKind, type Kind, type Storey } from "../../grammar/schema.ts";
import { summaryOf } from "../features/hover-schema.ts";
import { chapters, rules } from "../rules/index.ts";
import { languageRules } from "../rules/language/index.ts";
import { kindPage, policyPage } from "./kind-page.ts";
import language from "./language.md";
import { markdownTable } from "./markdown-table.ts";
import { factsOf, type PagedRule } from "./rule-facts.ts";
import { rulePage } from "./rule-page.ts";
import rulesText from "./rules.md";
import { toolsPage } from "./tools.ts";
import { wordsPage } from "./words-page.ts";

/**
 * The documentation that is made from the schema, the rules and their pages: each file of `docs/` by its path in that
 * folder, in Markdown.
 */
export function book(): ReadonlyMap<string, string> {
  return new Map([
    ["language/README.md", languagePage()],
    ...kinds.map((kind) => within("language", kind.name, kindPage(kind))),
    within("language", "policy", policyPage()),
    within("language", "tools", toolsPage()),
    within("language", "words", wordsPage()),
    ["rules/README.md", rulesPage()],
    ...[...rules, ...languageRules].map((rule) => within("rules", rule.name, rulePage(rule))),
  ]);
}

const BACK = { language: "The language", rules: "All rules" } as const;

/** A page of a folder, with the way back to its first. */
function within(folder: keyof typeof BACK, name: string, page: string): readonly [string, string] {
  return [`${folder}/${name}.md`, `${page}\n\n[${BACK[folder]}](README.md)`];
}

const STOREYS: readonly (readonly [Storey, string])[] = [
  ["why", "Why: what lasts longest"],
  ["what", "What: the walls, which bear the load"],
  ["how", "How: the partitions between the walls, which come and go"],
  ["meta", "Meta: how all of it is looked at and judged"],
];

function languagePage(): string {
  const tables = STOREYS.map(([storey, title]) => {
    const own = kinds.filter((kind) => kind.storey === storey).map(kindRow);
    const policy = [["[policy](policy.md)", "What each rule counts for here, and the exceptions."]];
    const table = markdownTable(["kind", "what it is"], storey === "meta" ? [...own, ...policy] : own);
    return `### ${title}\n\n${table}`;
  });
  const settings = markdownTable(["setting", "what it says"], SETTINGS);
  return language
    .replace("<!-- kinds -->", tables.join("\n\n"))
    .replace("<!-- settings -->", settings)
    .trim();
}

function kindRow({ name, doc, within }: Kind): readonly string[] {
  const place = within ? ` In the block of ${within === "entity" ? "an entity" : `a ${within}`}.` : "";
  const written = writtenKind(name) ? "" : " Written `name: type`.";
  return [`[${name}](${name}.md)`, `${doc}${place}${written}`];
}

const SETTINGS: readonly (readonly string[])[] = [
  ["`name`", "What the architecture is called."],
  [
    "`include`",
    "The files that belong to it, as globs within the folder; all of them where nothing is said.",
  ],
  ["`exclude`", "The files that do not."],
  [
    "`profile`",
    "`starter`, `recommended` (unless it says so) or `strict`: see [the rules](../rules/README.md).",
  ],
  ["`locale`", "The language of the messages: `en` or `fr`."],
];

function rulesPage(): string {
  const parts = chapters.map(
    ({ title, about, rules }) => `## ${title}\n\n${about}\n\n${ruleTable(rules, "recommended")}`,
  );
  const own = ruleTable(languageRules, "severity");
  return rulesText.replace("<!-- chapters -->", parts.join("\n\n")).replace("<!-- language -->", own).trim();
}

function ruleTable(rows: readonly PagedRule[], severity: string): string {
  return markdownTable(
    ["rule", "why it is there", severity, "quick fix"],
    rows.map((rule) => [
      `[${rule.name}](${rule.name}.md)${"check" in rule && rule.starter ? " ★" : ""}`,
      summaryOf(rule.page),
      rule.severity,
      factsOf(rule).fixes.length > 0 ? "yes" : "",
    ]),
  );
}
