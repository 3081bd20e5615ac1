import { distance } from "fastest-levenshtein";

/**
 * The candidate that was probably meant; undefined where none is near. Near is a third of the letters, two at least
 * for words of four letters or more; case and accents count for little.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = fold(word);
  const limit = plain.length < 4 ? 1 : Math.max(2, Math.floor(plain.length / 3));
  let best: { readonly candidate: string; readonly far: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - plain.length) > limit) continue;
    const far = distance(plain, fold(candidate));
    if (far <= limit && far < plain.length && (!best || far < best.far)) best = { candidate, far };
  }
  return best?.candidate;
}

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
