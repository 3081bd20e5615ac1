import { kinds, storeys } from "../../grammar/schema.ts";
import { summaryOf } from "../features/hover-schema.ts";
import { chapters } from "../rules/index.ts";
import { languageRules } from "../rules/language/index.ts";
import { markdownTable } from "./markdown-table.ts";
import type { PagedRule } from "./rule-facts.ts";

/** Everything that most people ask for, with a line on each, in Markdown. */
export function contentsPage(): string {
  return [
    ...chapters.map(({ title, rules }) => `# Rules: ${lower(title)}\n\n${ruleTable(rules)}`),
    `# Rules: the language itself\n\n${ruleTable(languageRules)}`,
    ...storeys.map((storey) => {
      const own = kinds.filter((kind) => kind.storey === storey).map(({ name, doc }) => [name, doc]);
      const policy = [["policy", "What each rule counts for here, and the exceptions."]];
      return `# Kinds: ${storey}\n\n${markdownTable(["kind", "what it is"], storey === "meta" ? [...own, ...policy] : own)}`;
    }),
    "`bizarch explain NAME` shows the page of one of them, and of any other word of the language: `owns`, `core`, `crm`, `allow`.",
  ].join("\n\n");
}

function ruleTable(rules: readonly PagedRule[]): string {
  return markdownTable(
    ["rule", "why it is there"],
    rules.map(({ name, page }) => [name, summaryOf(page)]),
  );
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
