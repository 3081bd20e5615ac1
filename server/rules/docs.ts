import { ruleNamed } from "./index.ts";
import { languageRules } from "./language/index.ts";

const PAGES = "https://github.com/bizarch/bizarch/blob/main/server/rules";

/** Where a rule's page is read; undefined for a rule that a project declares itself, which has none. */
export function docsUrl(rule: string): string | undefined {
  if (languageRules.some(({ name }) => name === rule)) return `${PAGES}/language/${rule}.md`;
  return ruleNamed(rule) ? `${PAGES}/${rule}.md` : undefined;
}
