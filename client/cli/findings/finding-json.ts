import type { Locale } from "../../../grammar/finding.ts";
import { docsUrl } from "../../../server/rules/docs.ts";
import type { Placed, Range } from "../checked.ts";
import { shown } from "../disk.ts";

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
    docs: docsUrl(finding.rule) ?? null,
  };
}

function placeJson({ file, start, end }: Range, cwd: string) {
  return { file: shown(cwd, file.path), range: { start, end } };
}
