import type { Locale, Message } from "../../../grammar/finding.ts";
import type { Element, Model } from "../../model/model.ts";
import { target, valuesOf, wordOf } from "../../model/query.ts";
import { spelled } from "../../views/spelling.ts";
import { spelledTime } from "../../views/words.ts";

/** How sentences about a change write names. */

const MOST = 4;

/** `'a', 'b' and 3 more`, in the order of the alphabet. */
export function listed(all: Iterable<string>, locale: Locale): string {
  const names = [...new Set(all)].toSorted();
  const shown = names.length > MOST + 1 ? names.slice(0, MOST) : names;
  const parts = shown.map((name) => (locale === "en" ? `'${name}'` : `« ${name} »`));
  const rest = names.length - shown.length;
  if (rest > 0) parts.push(locale === "en" ? `${rest} more` : `${rest} de plus`);
  const last = parts.length > 1 ? parts.pop() : undefined;
  return parts.join(", ") + (last === undefined ? "" : `${locale === "en" ? " and " : " et "}${last}`);
}

export function namesOf(elements: Iterable<Element>): readonly string[] {
  return [...elements].map(({ name }) => name);
}

/** A tool with what a reader asks next: its category, and who answers for it. */
export function introduced(model: Model, tool: Element): Message {
  const category = wordOf(tool, "category");
  const team = target(model, tool, "accountable")?.name;
  const said = (locale: Locale): string => {
    const sort = category === undefined ? [] : [spelled(category, locale)];
    const parts = team === undefined ? sort : [...sort, listed([team], locale)];
    return listed([tool.name], locale) + (parts.length > 0 ? ` (${parts.join(", ")})` : "");
  };
  return { en: said("en"), fr: said("fr") };
}

/** What a property that takes a duration says, as people say it. */
export function timeOf(element: Element, property: string, locale: Locale): string {
  return spelledTime(valuesOf(element, property)[0]?.text ?? "", locale);
}
