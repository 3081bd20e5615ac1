import { kinds } from "../../grammar/schema.ts";
import { ruleNamed, rules } from "../rules/index.ts";
import { languageRules } from "../rules/language/index.ts";
import { kindPage, policyPage } from "./kind-page.ts";
import { rulePage } from "./rule-page.ts";
import { wordPage, words } from "./word-page.ts";

/** The page of a rule, a kind, or any other word of the language, in Markdown; undefined where there is none. */
export function pageOf(name: string): string | undefined {
  const rule = ruleNamed(name) ?? languageRules.find((candidate) => candidate.name === name);
  if (rule) return rulePage(rule);
  if (name === "policy") return policyPage();
  const kind = kinds.find((row) => row.name === name);
  return kind ? kindPage(kind) : wordPage(name);
}

/** Everything that has a page: rules and kinds first, which most people ask for. */
export function pageNames(): readonly string[] {
  const first = [...rules, ...languageRules, ...kinds].map(({ name }) => name).concat("policy");
  return [...new Set([...first, ...words()])];
}
