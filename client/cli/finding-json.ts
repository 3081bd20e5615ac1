import type { Locale } from "../../grammar/finding.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import type { Placed, Range } from "./checked.ts";
import { shown } from "./disk.ts";

const PAGES = "https://github.com/bizarch/bizarch/blob/main/server/rules";

/** A finding as programs read it. */
export function findingJson({ finding, place, related }: Placed, cwd: string, locale: Locale) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message[locale],
    element: finding.element ?? null,
    ...placeJson(place, cwd),
    related: finding.related.flatMap(({ message }, index) => {
      const at = related[index];
      return at ? [{ message: message[locale], ...placeJson(at, cwd) }] : [];
    }),
    docs: docsOf(finding.rule),
  };
}

function placeJson({ file, start, end }: Range, cwd: string) {
  return { file: shown(cwd, file.path), range: { start, end } };
}

/** The page of a rule. */
export function docsOf(rule: string): string {
  const folder = languageRules.some(({ name }) => name === rule) ? `${PAGES}/language` : PAGES;
  return `${folder}/${rule}.md`;
}
