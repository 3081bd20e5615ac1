import { distance } from "fastest-levenshtein";
import { alsoWritten } from "./also.ts";

/**
 * The candidate that was probably meant; undefined where none is near. Near is a third of the letters, two at least
 * for words of five letters or more, or two letters that changed places; case and accents count for little.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = fold(word);
  const limit = plain.length < 5 ? 1 : Math.max(2, Math.floor(plain.length / 3));
  let best: { readonly candidate: string; readonly far: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - plain.length) > Math.max(2, limit)) continue;
    const other = fold(candidate);
    const far = distance(plain, other);
    const isNear = far <= limit || (far === 2 && isSwapped(plain, other));
    if (isNear && far < plain.length && (!best || far < best.far)) best = { candidate, far };
  }
  return best?.candidate;
}

/** The word of the language that was meant: one for which people also write this, else the nearest. */
export function meantBy(word: string, candidates: readonly string[]): string | undefined {
  const plain = fold(word);
  return (
    candidates.find((candidate) => fold(candidate) === plain) ??
    candidates.find((candidate) => alsoWritten(candidate).includes(plain)) ??
    nearest(word, candidates) ??
    begunBy(plain, candidates)
  );
}

/** The one candidate that begins with a word of three letters or more, as it does while it is typed. */
function begunBy(plain: string, candidates: readonly string[]): string | undefined {
  const begun = plain.length < 3 ? [] : candidates.filter((candidate) => fold(candidate).startsWith(plain));
  return begun.length === 1 ? begun[0] : undefined;
}

/** A word without accents, capitals and the like: `Équipe_Œuvre` → `equipe-oeuvre`. */
export function fold(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("_", "-");
}

/** Whether two words differ by two letters that changed places. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((char, index) => char !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
