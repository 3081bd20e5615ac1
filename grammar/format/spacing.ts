import type { IToken } from "chevrotain";
import {
  BlockComment,
  CloseBracket,
  Colon,
  Comma,
  Doc,
  Dot,
  LineComment,
  OpenBracket,
  OpenComment,
} from "../tokens.ts";

/** How far a block stands in from the statement that it belongs to, and a line that goes on from its first one. */
export const INDENT = 2;

/** A block that is written on one line stays there as long as the line is no longer. */
export const WIDEST = 110;

/** What stands between two words or signs of a statement on one line. */
export function between({ tokenType: before }: IToken, { tokenType: after }: IToken): "" | " " {
  if (before === Dot || before === OpenBracket) return "";
  const isTight =
    after === Comma || after === Dot || after === Colon || after === OpenBracket || after === CloseBracket;
  return isTight ? "" : " ";
}

export function isComment({ tokenType }: IToken): boolean {
  return tokenType === BlockComment || isLineComment(tokenType);
}

/** Whether a comment reaches to the end of its line, so that nothing can stand behind it. */
export function isLineComment(type: IToken["tokenType"]): boolean {
  return type === LineComment || type === Doc || type === OpenComment;
}

export function endOf({ startOffset, image }: IToken): number {
  return startOffset + image.length;
}
