import { ruleNamed } from "./index.ts";
import { languageRules } from "./language/index.ts";

const PAGES = "https://github.com/bizarch/bizarch/blob/main/docs/rules";

/** Where a rule's page is read; undefined for a rule that a project declares itself, which has none. */
export function docsUrl(rule: string): string | undefined {
  const isOurs = ruleNamed(rule) ?? languageRules.some(({ name }) => name === rule);
  return isOurs ? `${PAGES}/${rule}.md` : undefined;
}
