import type { Span } from "../../grammar/text.ts";
import { Name, tokenize } from "../../grammar/tokens.ts";

/**
 * Where the words of a dotted name stand in it, as it is written: `catalog . Product` has two. What a name is compared by
 * may be shorter or longer than what is written, since accents may be signs of their own.
 */
export function wordsIn(written: string): readonly Span[] {
  if (!/[\s./]/.test(written)) return [{ start: 0, end: written.length }];
  return tokenize(written)
    .filter(({ tokenType }) => tokenType === Name)
    .map(({ startOffset, image }) => ({ start: startOffset, end: startOffset + image.length }));
}
