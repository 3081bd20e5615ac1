import type { Finding } from "../../grammar/finding.ts";
import { once } from "../../grammar/once.ts";
import type { KindName } from "../../grammar/schema.ts";
import { languageFixes } from "../features/language-fixes.ts";
import { elementOf } from "../model/query.ts";
import { languageRules, type LanguageRule } from "../rules/language/index.ts";
import type { Rule } from "../rules/rule.ts";
import { examplesOf, judged } from "./example.ts";

/** A rule that has a page: of the architecture, or of the language itself. */
export type PagedRule = Rule | LanguageRule;

/** What the examples of a rule's page show when they are run. */
export interface RuleFacts {
  /** The rules that speak of each wrong example, by its line: the page's own, and those of the language. */
  readonly spoken: ReadonlyMap<number, readonly string[]>;
  /** What its quick fixes do in these examples, each once; empty where it knows none. */
  readonly fixes: readonly string[];
  /** The kinds of elements that it speaks of. */
  readonly kinds: ReadonlySet<KindName>;
  /** The first wrong example, by its number on the page, and what a waiver in it would name. */
  readonly excused: { readonly example: number; readonly element: string } | undefined;
}

export const factsOf: (rule: PagedRule) => RuleFacts = once((rule) => {
  const examples = examplesOf(rule.page);
  const spoken = new Map<number, readonly string[]>();
  const fixes = new Set<string>();
  const kinds = new Set<KindName>();
  let excused: RuleFacts["excused"];
  for (const [index, example] of examples.entries()) {
    if (example.heading !== "Wrong") continue;
    const { model, verdict } = judged(example.text);
    const own = verdict.findings.filter((finding) => finding.rule === rule.name);
    spoken.set(example.line, namesOf(rule, verdict.findings));
    for (const finding of own) {
      const known = "check" in rule ? rule.fixes(finding, model) : languageFixes(model, finding);
      for (const { title } of known) fixes.add(title.en);
      const element = elementOf(model, finding);
      if (element) kinds.add(element.kind.name);
      if (element && "check" in rule) excused ??= { example: index + 1, element: element.name };
    }
  }
  return { spoken, fixes: [...fixes], kinds, excused };
});

function namesOf(rule: PagedRule, findings: readonly Finding[]): readonly string[] {
  const told = new Set([rule.name, ...languageRules.map(({ name }) => name)]);
  const names = findings.map((finding) => finding.rule).filter((name) => told.has(name));
  return [...new Set(names)].toSorted();
}
