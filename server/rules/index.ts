import { marketingToolOwnsCoreData } from "./marketing-tool-owns-core-data.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order of the storeys: one line for each file in this folder. */
export const rules: readonly Rule[] = [marketingToolOwnsCoreData];

/** The rule of a name; undefined for a rule of the language, and for a word that is no rule. */
export function ruleNamed(name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name);
}
