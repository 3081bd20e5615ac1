import type { IToken } from "chevrotain";
import type { Braces, Layout, Line } from "../layout.ts";
import { readString } from "../strings.ts";
import { Newline, Semicolon, TextBlock } from "../tokens.ts";
import { isComment } from "./spacing.ts";

/** A text as it was cut into statements. */
export interface Cut {
  readonly tokens: readonly IToken[];
  readonly layout: Layout;
}

/** Whether two texts say the same: the same statements, in the same blocks, with the same descriptions and comments. */
export function saysTheSame(before: Cut, after: Cut): boolean {
  return (
    areSame(before.layout.lines, after.layout.lines, isSameLine) &&
    areSame(before.layout.troubles, after.layout.troubles, (a, b) => a.what === b.what) &&
    // Everything in its order, what belongs to no statement too; and the comments in theirs.
    areSameAmong(before.tokens, after.tokens, isWord) &&
    areSameAmong(before.tokens, after.tokens, isComment)
  );
}

function areSame<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (before: Item, after: Item) => boolean,
): boolean {
  if (before.length !== after.length) return false;
  return before.every((item, index) => {
    const other = after[index];
    return other !== undefined && isSame(item, other);
  });
}

function isSameLine(before: Line, after: Line): boolean {
  return (
    areSame(before.tokens, after.tokens, isSameToken) &&
    areSame(before.docs, after.docs, isSameToken) &&
    isSameBlock(before.block, after.block)
  );
}

function isSameBlock(before: Braces | undefined, after: Braces | undefined): boolean {
  if (!before || !after) return before === after;
  return Boolean(before.close) === Boolean(after.close) && areSame(before.lines, after.lines, isSameLine);
}

function isSameToken(before: IToken, after: IToken): boolean {
  return before.image === after.image || said(before) === said(after);
}

function said({ tokenType, image }: IToken): string {
  if (tokenType === TextBlock) return `"""${readString(image).value}`;
  return image.replace(/\r\n|\r/g, "\n").trimEnd();
}

function isWord(token: IToken): boolean {
  return token.tokenType !== Newline && token.tokenType !== Semicolon && !isComment(token);
}

/** The same for those of two lists that count, without a list of them: there are very many. */
function areSameAmong(
  before: readonly IToken[],
  after: readonly IToken[],
  counts: (token: IToken) => boolean,
): boolean {
  let other = 0;
  const skip = (): void => {
    for (let token = after[other]; token && !counts(token); token = after[other]) other++;
  };
  for (const token of before) {
    if (!counts(token)) continue;
    skip();
    const found = after[other++];
    if (!found || !isSameToken(token, found)) return false;
  }
  skip();
  return other >= after.length;
}
