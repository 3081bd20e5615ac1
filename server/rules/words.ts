import type { Locale } from "../../grammar/finding.ts";

/** How messages write the names that go into them. Lists of names travel as `a, b`. */

const SEPARATOR = ", ";
const MOST = 3;

/**
 * The first names of a list, as one argument of a message. By the alphabet: a finding is known by its arguments, and
 * neither the order of a list nor that of the text is a change.
 */
export function namesOf(elements: Iterable<{ readonly name: string }>): string {
  const names = [...new Set([...elements].map(({ name }) => name))].toSorted();
  return [...names.slice(0, MOST), ...(names.length > MOST ? ["…"] : [])].join(SEPARATOR);
}

/** `a, b` → `'a' and 'b'`, or `« a » et « b »`. */
export function quoted(names: string, locale: Locale): string {
  const all = names.split(SEPARATOR).map((name) => quote(name, locale));
  const last = all.length > 1 && all.at(-1) !== "…" ? all.pop() : undefined;
  const and = locale === "en" ? " and " : " et ";
  return all.join(SEPARATOR) + (last === undefined ? "" : and + last);
}

function quote(name: string, locale: Locale): string {
  if (name === "…") return name;
  return locale === "en" ? `'${name}'` : `« ${name} »`;
}
