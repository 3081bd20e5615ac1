import type { IToken } from "chevrotain";
import { exact } from "./exact.ts";
import { nameOf, pathOf, quantityOf, spanOf, stringOf, wordOf, type Phrase } from "./phrase.ts";
import { Arrow, Colon, Comma, Dot, Name, Numeric, Quoted, TextBlock } from "./tokens.ts";
import type { Item, NameValue, Value } from "./tree.ts";

/**
 * Reads a line that is plain, as nearly all lines are: a word, perhaps a colon, then names, paths, texts and amounts of one
 * token, with or without commas. Undefined for every other line, right or wrong: the grammar of `parser.ts` reads those.
 * It says the same of plain lines, which a test holds, and takes ten times as long.
 */
export function plainPhrase(tokens: readonly IToken[], base: number): Phrase | undefined {
  const head = tokens[0];
  if (head?.tokenType !== Name) return undefined;
  const colon = tokens[1]?.tokenType === Colon ? tokens[1] : undefined;
  let items: Item[] | undefined;
  let comma: IToken | undefined;
  for (let at = colon ? 2 : 1; at < tokens.length;) {
    const read = plainValue(tokens, at, base);
    if (!read) return undefined;
    const item = { value: read.value, comma: comma && spanOf(base, comma) };
    // Most have one: a list that begins with it takes room for no more.
    if (items) items.push(item);
    else items = [item];
    at = read.next;
    comma = tokens[at]?.tokenType === Comma ? tokens[at] : undefined;
    if (comma) at++;
  }
  if (comma) return undefined;
  return {
    head: wordOf(base, head),
    colon: colon && spanOf(base, colon),
    items: items?.length === 1 ? items : exact(items ?? []),
  };
}

/** A value, and where the next one begins. */
interface Read<Kind extends Value> {
  readonly value: Kind;
  readonly next: number;
}

function plainValue(tokens: readonly IToken[], at: number, base: number): Read<Value> | undefined {
  const token = tokens[at];
  const next = tokens[at + 1]?.tokenType;
  switch (token?.tokenType) {
    case Name:
      return plainPath(tokens, at, base);
    case Quoted:
    case TextBlock:
      return { value: stringOf(base, token), next: at + 1 };
    case Numeric:
      // It may have a currency behind it, or go on with the next.
      if (next === Name || next === Numeric) return undefined;
      return { value: quantityOf(base, [token], undefined), next: at + 1 };
    default:
      return undefined;
  }
}

function plainPath(tokens: readonly IToken[], at: number, base: number): Read<Value> | undefined {
  const first = plainName(tokens, at, base);
  if (!first || tokens[first.next]?.tokenType !== Arrow) return first;
  const names = [first.value];
  let { next } = first;
  while (tokens[next]?.tokenType === Arrow) {
    const read = plainName(tokens, next + 1, base);
    if (!read) return undefined;
    names.push(read.value);
    next = read.next;
  }
  return { value: pathOf(names), next };
}

function plainName(tokens: readonly IToken[], at: number, base: number): Read<NameValue> | undefined {
  const first = tokens[at];
  if (first?.tokenType !== Name) return undefined;
  let last = first;
  let text = first.image;
  let next = at + 1;
  for (; tokens[next]?.tokenType === Dot; next += 2) {
    const part = tokens[next + 1];
    if (part?.tokenType !== Name) return undefined;
    last = part;
    text += `.${part.image}`;
  }
  return { value: nameOf(base, first, last, text), next };
}
