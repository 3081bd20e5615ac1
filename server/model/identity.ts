import type { Finding } from "../../grammar/finding.ts";

/**
 * By what a finding is known the next time: its rule, its element and what went into its message. Neither lines nor
 * files are part of it, nor the order in which the architecture happens to be written.
 */
export interface Identity {
  readonly rule: string;
  readonly element: string | null;
  readonly args: readonly string[];
}

/** Rules that speak of several elements together, and stand at the one that is written first or last. */
const TOGETHER: ReadonlySet<string> = new Set([
  "no-mission",
  "marketing-gap",
  "one-sided-portfolio",
  "linear-economy",
  "tool-sprawl",
]);

/** Rules that name one of several that make them speak, as an example: the next time it may be another. */
const BY_EXAMPLE: ReadonlySet<string> = new Set(["maturity-overclaimed"]);

export function identityOf({ rule, element, args: [id, ...words] }: Finding): Identity {
  const isTogether = TOGETHER.has(rule);
  const known = words.filter((word) => {
    if (isTogether) return word !== element;
    return word === element || !BY_EXAMPLE.has(rule);
  });
  const args = [...(id === undefined ? [] : [id]), ...known.map(inOneOrder)];
  return { rule, element: isTogether ? null : (element ?? null), args };
}

/** Names that travel as a list, in one order whatever that of the text; of a list that is cut short only that it is. */
function inOneOrder(word: string): string {
  const names = word.split(", ");
  if (names.length === 1 || word.includes("[")) return word;
  return names.at(-1) === "…" ? "…" : names.toSorted((a, b) => (a < b ? -1 : 1)).join(", ");
}
