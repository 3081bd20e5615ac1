import type { Locale } from "../../grammar/finding.ts";

/** How messages write the names that go into them. Lists of names travel as `a, b`. */

const SEPARATOR = ", ";
const MOST = 3;

/**
 * The first names of a list, as one argument of a message. By the alphabet: a finding is known by its arguments, and
 * neither the order of a list nor that of the text is a change.
 */
export function namesOf(elements: Iterable<{ readonly name: string }>): string {
  let names: readonly string[] = [];
  // Kept short on the way: there may be thousands, and few are told.
  for (const { name } of elements) {
    const last = names[MOST];
    if ((last !== undefined && name >= last) || names.includes(name)) continue;
    names = [...names, name].toSorted().slice(0, MOST + 1);
  }
  return [...names.slice(0, MOST), ...(names.length > MOST ? ["…"] : [])].join(SEPARATOR);
}

/** `a, b` → `'a' and 'b'`, or `« a » et « b »`. */
export function quoted(names: string, locale: Locale, between: "and" | "or" = "and"): string {
  const all = names.split(SEPARATOR).map((name) => quote(name, locale));
  const last = all.length > 1 && all.at(-1) !== "…" ? all.pop() : undefined;
  return all.join(SEPARATOR) + (last === undefined ? "" : ` ${CONJUNCTIONS[between][locale]} ${last}`);
}

const CONJUNCTIONS = { and: { en: "and", fr: "et" }, or: { en: "or", fr: "ou" } } as const;

function quote(name: string, locale: Locale): string {
  if (name === "…") return name;
  return locale === "en" ? `'${name}'` : `« ${name} »`;
}
