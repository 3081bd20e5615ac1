import type { IToken } from "chevrotain";
import { quantity } from "./quantity.ts";
import { languageWords } from "./schema.ts";
import { readString } from "./strings.ts";
import type { Span } from "./text.ts";
import type { Item, NameValue, PathValue, QuantityValue, StringValue, Value, Word } from "./tree.ts";

/** What one line says, before anybody asks what its words mean. */
export interface Phrase {
  readonly head: Word | undefined;
  readonly colon: Span | undefined;
  readonly items: readonly Item[];
}

/** What tokens are in the tree. `base` is what spans count from: the start of the top-level statement. */

/** From the first of some tokens to the last. */
export function spanOf(base: number, first: IToken, last: IToken = first): Span {
  return { start: first.startOffset - base, end: last.startOffset + last.image.length - base };
}

export function wordOf(base: number, token: IToken): Word {
  return { text: normal(token.image), span: spanOf(base, token) };
}

/** `pim`, or `catalog.Product` of several tokens. */
export function nameOf(base: number, first: IToken, last: IToken, text: string): NameValue {
  return { type: "name", text: normal(text), span: spanOf(base, first, last) };
}

/** `pim -> webshop` */
export function pathOf(names: readonly NameValue[]): PathValue {
  const [start, end] = [names[0]?.span.start ?? 0, names.at(-1)?.span.end ?? 0];
  return { type: "path", names, text: names.map(({ text }) => text).join(" -> "), span: { start, end } };
}

export function stringOf(base: number, token: IToken): StringValue {
  const { image } = token;
  return { type: "string", text: image, value: readString(image).value, span: spanOf(base, token) };
}

/** `12`, `12%`, `2027-06-30`, `1y 6mo`, `120000 EUR`; invalid where it is none of these. */
export function quantityOf(
  base: number,
  tokens: readonly [IToken, ...IToken[]],
  currency: IToken | undefined,
): Value {
  const span = spanOf(base, tokens[0], currency ?? tokens.at(-1));
  const text = [...tokens, ...(currency ? [currency] : [])].map((token) => token.image).join(" ");
  const parts = tokens.map((token) => quantity(token.image));
  const type = currency ? "money" : parts[0]?.type;
  if (type === undefined) return { type: "invalid", text, span };
  const value = parts.reduce((sum, part) => sum + (part?.value ?? 0), 0);
  return { type, text, value, unit: currency?.image, span } satisfies QuantityValue;
}

/** What is missing after a comma. */
export function holeAfter(base: number, comma: IToken): Value {
  const { end } = spanOf(base, comma);
  return { type: "invalid", text: "", span: { start: end, end } };
}

/**
 * A word as others compare it. The words of the language, which fill most of a text, are always the same strings: so they
 * take no memory of their own, and are found equal at a glance. Nearly all others are plain, and need no looking at.
 */
function normal(word: string): string {
  return languageWords.get(word) ?? (FOREIGN.test(word) ? word.normalize() : word);
}

const FOREIGN = /[^\0-\u007f]/;
