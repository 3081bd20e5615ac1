import type { IToken } from "chevrotain";
import type { Braces, Line } from "../layout.ts";
import { indentBlock } from "../strings.ts";
import { BlockComment, CloseBrace, Doc, Newline, OpenBrace, Semicolon, TextBlock } from "../tokens.ts";
import { hasDocBeforeBlock, isBroken } from "./broken.ts";
import { Script, type Replacement } from "./script.ts";
import { between, endOf, INDENT, isComment, isLineComment, WIDEST } from "./spacing.ts";

/** Tokens, by their places in the list, that are left as they are, with the blanks and line ends between them. */
export interface Kept {
  readonly from: number;
  readonly to: number;
}

/** A statement to be laid out, or a stretch of lines at the top of a file that is left alone. */
export type Part = Line | Kept;

/** What was written last: nothing yet, `{`, a comment, or anything else. */
type Last = "nothing" | "open" | "comment" | "code";

/**
 * Lays out statements, one pass over the tokens. It has a place in them, and so it is a class. Words and signs stay in
 * their order; what it decides is what stands between two of them.
 */
export class Printer {
  private readonly script: Script;
  /** The token that comes next. */
  private at = 0;
  private last: Last = "nothing";
  /** How many lines ended since. */
  private lineEnds = 0;
  /** Whether a statement ended since, by its line's end, `;` or a brace. */
  private ended = true;
  /** Whether there is nothing but comments on the line that is being written. */
  private bare = true;
  /** The column at which the line of the last statement began in the old text, as `layout.ts` counts. */
  private column = 0;
  private lineStart: number;
  /** Whether nothing stands in the block yet but a comment behind its `{`. */
  private starts = false;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly IToken[],
    private readonly eol: string,
  ) {
    // The mark that some editors put in front stays, and counts as nothing.
    this.lineStart = text.startsWith("\ufeff") ? 1 : 0;
    this.script = new Script(text, this.lineStart);
  }

  print(parts: readonly Part[]): readonly Replacement[] {
    for (const part of parts) {
      if ("from" in part) this.leave(part);
      else this.statement(part, 0);
    }
    this.comments(undefined, 0);
    if (this.last !== "nothing") this.script.write(this.eol);
    return this.script.done();
  }

  /** Lines at the top of a file that stay, their indentation too. */
  private leave({ from, to }: Kept): void {
    const first = this.tokens[from];
    const last = this.tokens[to];
    if (!first || !last) return;
    this.comments(first, 0);
    this.newLine(0);
    this.script.keep(this.lineStart, endOf(last));
    while (this.at <= to) this.next();
    this.wrote("code");
    this.ended = true;
  }

  private statement(line: Line, depth: number): void {
    const [first, ...rest] = line.tokens;
    if (!first) return;
    this.comments(first, depth);
    if (this.beginsLine()) this.column = first.startOffset - this.lineStart;
    const isLed = this.bare && this.last === "comment" && this.lineEnds === 0;
    // Where a statement that goes on over lines begins is where its line does: no comment may stand before it.
    if (isLed && !spansLines(line, this.text)) this.script.write(" ");
    else this.newLine(depth);
    if (isBroken(line) || this.hasDocBeforeBlock(line)) return this.leaveStatement(line, depth);
    this.token(first, depth);
    let before = first;
    for (const token of rest) {
      this.goOn(before, token, depth);
      before = token;
    }
    if (line.block) this.block(line.block, depth);
  }

  private hasDocBeforeBlock(line: Line): boolean {
    if (!line.block) return false;
    return hasDocBeforeBlock(line, this.tokens, this.at);
  }

  /** The next token of a statement, with the comments before it; on the next line where it was. */
  private goOn(before: IToken, token: IToken, depth: number): void {
    let last = before;
    for (; this.peek() !== token; this.next()) {
      const comment = this.peek();
      if (!comment || !isComment(comment)) continue;
      this.comment(comment, depth + 1);
      last = comment;
    }
    if (this.lineEnds > 0) this.newLine(depth + 1);
    else this.script.write(between(last, token));
    this.token(token, depth);
  }

  /** A block, its `{` on the line of its statement. */
  private block({ open, close, lines }: Braces, depth: number): void {
    this.openBlock(open, depth);
    if (!close) return;
    const isInline = this.fits(close) && !lines.some(hasBroken);
    if (isInline) return this.inline(lines, close);
    for (const line of lines) this.statement(line, depth + 1);
    this.comments(close, depth + 1);
    if (this.last !== "open") this.script.write(this.eol + " ".repeat(depth * INDENT));
    this.token(close, depth);
    this.ended = true;
  }

  private openBlock(open: IToken, depth: number): void {
    const before = this.tokens.slice(this.at, this.tokens.indexOf(open, this.at));
    // Where comments stand between and the brace on a line of its own, it goes up before them.
    const goesUp = before.some(isComment) && before.some(({ tokenType }) => tokenType === Newline);
    if (goesUp) {
      this.script.write(" {");
      this.opened();
    }
    for (; this.peek() !== open; this.next()) {
      const comment = this.peek();
      if (comment && isComment(comment)) this.comment(comment, depth + 1);
    }
    this.next();
    if (goesUp) this.lineEnds = 0;
    else {
      this.script.write(" ");
      this.script.keep(open.startOffset, endOf(open));
      this.opened();
    }
  }

  private opened(): void {
    this.wrote("open");
    this.ended = true;
  }

  /** Whether a block that is written on one line can stay there: it is short, and no comment is in it. */
  private fits(close: IToken): boolean {
    if (this.last !== "open") return false;
    let room = WIDEST - this.script.column - " }".length;
    let before: IToken | undefined;
    let separated = false;
    for (let index = this.at; room >= 0; index++) {
      const token = this.tokens[index];
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

  private inline(lines: readonly Line[], close: IToken): void {
    for (const [index, { tokens, block }] of lines.entries()) {
      this.script.write(index === 0 ? " " : "; ");
      for (const [place, token] of tokens.entries()) {
        const before = tokens[place - 1];
        if (before) this.script.write(between(before, token));
        this.inlineToken(token);
      }
      if (!block?.close) continue;
      this.script.write(" ");
      this.inlineToken(block.open);
      this.inline(block.lines, block.close);
    }
    if (lines.length > 0) this.script.write(" ");
    this.inlineToken(close);
    this.ended = true;
  }

  private inlineToken(token: IToken): void {
    while (this.peek() !== token) this.next();
    this.script.keep(token.startOffset, endOf(token));
    this.next();
    this.wrote("code");
  }

  /** A statement that cannot be read: as it is, its lines moved to where its block stands, together. */
  private leaveStatement(line: Line, depth: number): void {
    const first = line.tokens[0];
    const last = line.block?.close ?? line.tokens.at(-1);
    if (!first || !last) return;
    let shift = depth * INDENT - this.column;
    if (shift < 0 && !this.canMoveLeft(last, -shift)) {
      this.script.write(" ".repeat(-shift));
      shift = 0;
    }
    let from = first.startOffset;
    for (let token = this.peek(); token; token = this.peek()) {
      this.next();
      if (token === last) break;
      if (token.tokenType !== Newline || this.peek()?.tokenType === Newline || shift === 0) continue;
      this.script.keep(from, endOf(token));
      if (shift > 0) this.script.write(" ".repeat(shift));
      from = endOf(token) + Math.max(0, -shift);
    }
    this.script.keep(from, endOf(last));
    this.wrote("code");
    this.ended = line.block !== undefined;
    this.keepSemicolon();
  }

  /** Whether every line of a statement stands far enough to the right, so that its lines can move together. */
  private canMoveLeft(last: IToken, by: number): boolean {
    for (let index = this.at + 1; this.tokens[index - 1] !== last; index++) {
      const before = this.tokens[index - 1];
      const token = this.tokens[index];
      if (!before || !token) break;
      const isFirst = before.tokenType === Newline && token.tokenType !== Newline;
      if (isFirst && token.startOffset - endOf(before) < by) return false;
    }
    return true;
  }

  /** A `;` behind what is half typed keeps the next line from going on with it. */
  private keepSemicolon(): void {
    const token = this.peek();
    if (token?.tokenType !== Semicolon) return;
    this.script.write(this.text.slice(endOf(this.tokens[this.at - 1] ?? token), token.startOffset));
    this.script.keep(token.startOffset, endOf(token));
    this.next();
    this.ended = true;
  }

  /** The comments up to a token, or to the end of the file. */
  private comments(until: IToken | undefined, depth: number): void {
    for (let token = this.peek(); token && token !== until; token = this.peek()) {
      if (isComment(token)) this.comment(token, depth, until);
      this.next();
    }
  }

  /** A comment: on the line where it was, if there is something on it already, else on its own. */
  private comment(token: IToken, depth: number, until?: IToken): void {
    const isOwn =
      this.lineEnds > 0 ||
      this.last === "nothing" ||
      // What describes the next statement stands above it.
      (this.ended && (token.tokenType === Doc || this.leads(token, until)));
    if (this.bare && this.last === "comment" && this.lineEnds === 0) this.script.write(" ");
    else if (isOwn) this.newLine(depth);
    else this.script.write(token.tokenType === BlockComment ? " " : "  ");
    const isBare = this.bare;
    this.commentText(token);
    this.last = "comment";
    this.lineEnds = 0;
    this.bare = isBare;
  }

  /** Whether a comment behind a `;` or a brace stands right before a statement, which it then goes with. */
  private leads(comment: IToken, until: IToken | undefined): boolean {
    if (comment.tokenType !== BlockComment || !until || until.tokenType === CloseBrace) return false;
    for (let index = this.at + 1; ; index++) {
      const token = this.tokens[index];
      if (token === until) return true;
      if (token?.tokenType !== BlockComment && token?.tokenType !== Semicolon) return false;
    }
  }

  private commentText({ startOffset, tokenType, image }: IToken): void {
    const text = isLineComment(tokenType) ? image.trimEnd() : image.replace(/\r\n|\n|\r/g, this.eol);
    if (image.startsWith(text)) this.script.keep(startOffset, startOffset + text.length);
    else this.script.write(text);
  }

  /** A word or sign, with nothing before it. */
  private token(token: IToken, depth: number): void {
    const text = token.tokenType === TextBlock ? this.textBlock(token, depth) : token.image;
    if (text === token.image) this.script.keep(token.startOffset, endOf(token));
    else this.script.write(text);
    this.next();
    this.wrote("code");
    this.ended = false;
  }

  private textBlock({ image }: IToken, depth: number): string {
    return indentBlock(image, " ".repeat((depth + 1) * INDENT), this.eol);
  }

  private wrote(last: Last): void {
    this.last = last;
    this.lineEnds = 0;
    this.bare = false;
    this.starts = last === "open";
  }

  /** Begins a line, after a blank one where there were some, but for the first of a block. */
  private newLine(depth: number): void {
    if (this.last !== "nothing") {
      const isBlank = this.lineEnds > 1 && !this.starts;
      this.script.write((isBlank ? this.eol + this.eol : this.eol) + " ".repeat(depth * INDENT));
    }
    this.bare = true;
    this.starts = false;
  }

  /** Whether the next token is the first on its line in the old text. */
  private beginsLine(): boolean {
    return this.at === 0 || this.tokens[this.at - 1]?.tokenType === Newline;
  }

  private peek(): IToken | undefined {
    return this.tokens[this.at];
  }

  /** Goes on to the next token, and keeps count of lines and columns as `layout.ts` does. */
  private next(): void {
    const token = this.tokens[this.at];
    if (!token) return;
    if (token.tokenType === Semicolon && this.beginsLine()) this.column = token.startOffset - this.lineStart;
    this.at += 1;
    if (token.tokenType === Newline) {
      this.lineEnds += 1;
      this.lineStart = endOf(token);
    }
    if (token.tokenType === Newline || token.tokenType === Semicolon) this.ended = true;
  }
}

/** What stands before a token of a block on one line; `separated` by a `;` from the one before. */
function inlineGap(before: IToken | undefined, token: IToken, separated: boolean): string {
  if (!before) return " ";
  const wasOpened = before.tokenType === OpenBrace;
  if (token.tokenType === CloseBrace) return wasOpened ? "" : " ";
  if (wasOpened || token.tokenType === OpenBrace) return " ";
  return separated || before.tokenType === CloseBrace ? "; " : between(before, token);
}

function hasBroken(line: Line): boolean {
  return isBroken(line) || (line.block?.lines.some(hasBroken) ?? false);
}

function spansLines({ tokens }: Line, text: string): boolean {
  const first = tokens[0];
  const last = tokens.at(-1);
  return (
    first !== undefined && last !== undefined && /[\r\n]/.test(text.slice(first.startOffset, endOf(last)))
  );
}
