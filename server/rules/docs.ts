import { ruleNamed } from "./index.ts";
import { languageRules } from "./language/index.ts";

/** Where the documentation is read. */
export const DOCS = "https://github.com/bizarch/bizarch/blob/main/docs";

/** Where a rule's page is read; undefined for a rule that a project declares itself, which has none. */
export function docsUrl(rule: string): string | undefined {
  const isOurs = ruleNamed(rule) ?? languageRules.some(({ name }) => name === rule);
  return isOurs ? `${DOCS}/rules/${rule}.md` : undefined;
}
