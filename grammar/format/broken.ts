import type { IToken } from "chevrotain";
import type { Braces, Line } from "../layout.ts";
import { once } from "../once.ts";
import { readPhrase } from "../parser.ts";
import { readString } from "../strings.ts";
import { Arrow, Comma, Doc, Name, Newline, Numeric, OpenString, Quoted, TextBlock } from "../tokens.ts";

/**
 * Whether a statement is left exactly as it is, with its block: where it cannot be read to its end, nobody knows what
 * was meant by its blanks and line ends. Its block's statements are not asked.
 */
export const isBroken: (line: Line) => boolean = once(({ tokens }) => {
  const last = tokens.at(-1);
  if (!last || goesOnAfter(last) || tokens.some(isBadText) || hasInnerQuote(tokens)) return true;
  return readPhrase(tokens, tokens[0]?.startOffset ?? 0).hitch !== undefined;
});

/** Whether a line that ends in this goes on with the next. */
export function goesOnAfter({ tokenType }: IToken): boolean {
  return tokenType === Comma || tokenType === Arrow;
}

/** Whether a quote within a text has ended it too early, so that what follows touches it: `"the "best" one"`. */
function hasInnerQuote(tokens: readonly IToken[]): boolean {
  const at = tokens.findIndex(isGlued);
  return at > 0 && tokens.slice(0, at).some(isText) && tokens.slice(at).some(isText);
}

/** A text that touches the value before it, or is touched by the one behind. */
function isGlued(token: IToken, index: number, tokens: readonly IToken[]): boolean {
  const before = tokens[index - 1];
  if (!before || before.startOffset + before.image.length !== token.startOffset) return false;
  return isValue(before) && isValue(token) && (isText(before) || isText(token));
}

function isValue(token: IToken): boolean {
  return isText(token) || token.tokenType === Name || token.tokenType === Numeric;
}

function isText({ tokenType }: IToken): boolean {
  return tokenType === Quoted || tokenType === TextBlock;
}

function isBadText(token: IToken): boolean {
  const { tokenType, image } = token;
  if (tokenType === OpenString) return true;
  return isText(token) && image.includes("\\") && readString(image).bad.length > 0;
}

/**
 * Whether a statement, whose first token is at a place in the list, is left as it is: it is broken; or it stands on one line
 * with one that is, which somebody is about to write; or a `///` stands before its `{`. Behind the brace that would
 * describe what comes next, so the brace cannot be put up.
 */
export function isLeft(line: Line, tokens: readonly IToken[], at: number): boolean {
  if (isBroken(line)) return true;
  if (!line.block) return false;
  return hasDocBefore(line.block.open, tokens, at) || isBrokenInline(line.block, tokens, at);
}

function hasDocBefore(open: IToken, tokens: readonly IToken[], at: number): boolean {
  for (let index = at; index < tokens.length && tokens[index] !== open; index++) {
    if (tokens[index]?.tokenType === Doc) return true;
  }
  return false;
}

function isBrokenInline({ close, lines }: Braces, tokens: readonly IToken[], at: number): boolean {
  for (let index = at; index < tokens.length && tokens[index] !== close; index++) {
    if (tokens[index]?.tokenType === Newline) return false;
  }
  return lines.some(hasBroken);
}

function hasBroken(line: Line): boolean {
  return isBroken(line) || (line.block?.lines.some(hasBroken) ?? false);
}
