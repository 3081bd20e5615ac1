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
  return joined(
    names.split(SEPARATOR).map((name) => quote(name, locale)),
    locale,
  );
}

/** `a, b` → `a and b`, or `a et b`. */
export function listed(words: string, locale: Locale): string {
  return joined(words.split(SEPARATOR), locale);
}

function joined(words: readonly string[], locale: Locale): string {
  const last = words.at(-1);
  if (words.length < 2 || last === undefined || last === "…") return words.join(SEPARATOR);
  return `${words.slice(0, -1).join(SEPARATOR)}${locale === "en" ? " and " : " et "}${last}`;
}

function quote(name: string, locale: Locale): string {
  if (name === "…") return name;
  return locale === "en" ? `'${name}'` : `« ${name} »`;
}
