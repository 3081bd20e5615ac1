import type { IToken } from "chevrotain";
import { CloseBrace, Newline, OpenBrace, Semicolon, TextBlock } from "../tokens.ts";
import type { Pen } from "./pen.ts";
import { between, isComment, WIDEST } from "./spacing.ts";

/** Whether a block, its `{` just written, is on one line and can stay there: it is short, and no comment is in it. */
export function fits({ last, script, tokens, at }: Pen, close: IToken): boolean {
  if (last !== "open") return false;
  let room = WIDEST - script.column - " }".length;
  let before: IToken | undefined;
  let separated = false;
  for (let index = at; room >= 0; index++) {
    const token = tokens[index];
    if (token === close) return true;
    if (!token || token.tokenType === Newline || isComment(token)) return false;
    if (token.tokenType === TextBlock && /[\r\n]/.test(token.image)) return false;
    const isSemicolon = token.tokenType === Semicolon;
    if (!isSemicolon) {
      room -= inlineGap(before, token, separated).length + token.image.length;
      before = token;
    }
    separated = isSemicolon;
  }
  return false;
}

/** What stands before a token of a block on one line; `separated` by a `;` from the one before. */
function inlineGap(before: IToken | undefined, token: IToken, separated: boolean): string {
  if (!before) return " ";
  const wasOpened = before.tokenType === OpenBrace;
  if (token.tokenType === CloseBrace) return wasOpened ? "" : " ";
  if (wasOpened || token.tokenType === OpenBrace) return " ";
  return separated || before.tokenType === CloseBrace ? "; " : between(before, token);
}
