import { currencies } from "../../../grammar/codes.ts";
import { quantity } from "../../../grammar/quantity.ts";
import type { SourceFile } from "../../../grammar/text.ts";
import { Name, Numeric, tokenize } from "../../../grammar/tokens.ts";
import { nearValue } from "../../model/near-value.ts";

export type Token = ReturnType<typeof tokenize>[number];

/** What stands for a token that begins with a digit, beside the one that follows it. */
export type NeutralNumbers = (token: Token, next: Token | undefined) => string;

/**
 * Days, durations, shares and small figures stay: they say nothing about anybody, and rules live by them. Amounts of money
 * and large figures become others in the same order, so that what was more is more. What is none of these keeps its signs
 * and no more: a telephone number, an address, a name that begins with a digit.
 */
export function neutralNumbers(files: readonly SourceFile[]): NeutralNumbers {
  const ranks = ranksIn(files);
  const others = new Map<string, string>();
  const other = (image: string): string => {
    const known = others.get(image) ?? `1x-${others.size + 1}`;
    others.set(image, known);
    return known;
  };
  return (token, next) => {
    const { image } = token;
    if (/^https?:/.test(image)) return `https://example.org/${other(image)}`;
    const amount = amountOf(token, next);
    if (amount !== undefined) return ranked(ranks, amount);
    if (isPlain(image) && !isGroup(token, next)) return image;
    return /\p{L}/u.test(image) && !/^\d+(y|mo|w|d|h|min)$/.test(image) ? other(image) : ones(image);
  };
}

/** The amounts of an architecture from the smallest to the largest, each with a round figure. */
function ranksIn(files: readonly SourceFile[]): ReadonlyMap<number, number> {
  const amounts = new Set<number>();
  for (const { text } of files) {
    const tokens = tokenize(text);
    for (const [index, token] of tokens.entries()) {
      const amount = amountOf(token, tokens[index + 1]);
      if (amount !== undefined) amounts.add(amount);
    }
  }
  const ordered = [...amounts].toSorted((a, b) => a - b);
  return new Map(ordered.map((amount, index) => [amount, (index + 1) * LEAST]));
}

/** What is less is a small figure: a limit, a depth. */
const LEAST = 1_000;

/** What an amount of money says, or a large figure; undefined for any other token. Nothing stays nothing. */
function amountOf({ image, tokenType }: Token, next: Token | undefined): number | undefined {
  const read = tokenType === Numeric ? quantity(image) : undefined;
  if (read?.type !== "number" || typeof read.value !== "number" || read.value === 0) return undefined;
  const isMoney = next?.tokenType === Name && currencies.has(next.image);
  return isMoney || read.value >= LEAST ? read.value : undefined;
}

function ranked(ranks: ReadonlyMap<number, number>, amount: number): string {
  return String(ranks.get(amount) ?? LEAST);
}

/** A figure that may be shown: one of the language, or a day or a duration that somebody writes in another way. */
function isPlain(image: string): boolean {
  const digits = image.replaceAll(/\D/g, "").length;
  const isSmall = digits <= 3;
  const read = quantity(image);
  if (read) return read.type === "date" || isSmall;
  if (DAY.test(image)) return true;
  return (
    isSmall &&
    (!/\p{L}|[€$£]/u.test(image) || nearValue({ type: "duration", unit: undefined }, image) !== undefined)
  );
}

/** A day, whether the calendar has it or not. */
const DAY = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/;

/** `120 437 €`: the thousands of an amount, and what follows them. */
function isGroup({ image, tokenType }: Token, next: Token | undefined): boolean {
  const isFigure = (text: string): boolean => /^[€$£ \u00a0\u202f\d]+$/.test(text);
  return tokenType === Numeric && next?.tokenType === Numeric && isFigure(image) && isFigure(next.image);
}

function ones(image: string): string {
  return image.replaceAll(/\d/g, "1");
}
