import type { IToken } from "chevrotain";
import type { Braces, Line } from "../layout.ts";
import { once } from "../once.ts";
import { readPhrase } from "../parser.ts";
import { readString } from "../strings.ts";
import { Arrow, Comma, Doc, Newline, OpenString, Quoted, TextBlock } from "../tokens.ts";

/**
 * Whether a statement is left exactly as it is, with its block: where it cannot be read to its end, nobody knows what
 * was meant by its blanks and line ends. Its block's statements are not asked.
 */
export const isBroken: (line: Line) => boolean = once(({ tokens }) => {
  const last = tokens.at(-1);
  if (!last || goesOnAfter(last) || tokens.some(isBadText)) return true;
  return readPhrase(tokens, tokens[0]?.startOffset ?? 0).hitch !== undefined;
});

/** Whether a line that ends in this goes on with the next. */
export function goesOnAfter({ tokenType }: IToken): boolean {
  return tokenType === Comma || tokenType === Arrow;
}

function isBadText({ tokenType, image }: IToken): boolean {
  if (tokenType === OpenString) return true;
  const isText = tokenType === Quoted || tokenType === TextBlock;
  return isText && image.includes("\\") && readString(image).bad.length > 0;
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
