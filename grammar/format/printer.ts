import type { IToken } from "chevrotain";
import type { Braces, Line } from "../layout.ts";
import { kinds } from "../schema.ts";
import { indentBlock } from "../strings.ts";
import { Newline, TextBlock } from "../tokens.ts";
import { goesOnAfter, isLeft } from "./broken.ts";
import { fits } from "./inline.ts";
import { Pen } from "./pen.ts";
import type { Replacement } from "./script.ts";
import { between, endOf, INDENT, isComment } from "./spacing.ts";

const textKeys: ReadonlySet<string> = new Set(
  kinds.flatMap(({ properties }) =>
    properties.filter(({ value }) => value.type === "string").map(({ name }) => name),
  ),
);

/** Tokens, by their places in the list, that are left as they are, with the blanks and line ends between them. */
export interface Kept {
  readonly from: number;
  readonly to: number;
}

/** A statement to be laid out, or a stretch of lines at the top of a file that is left alone. */
export type Part = Line | Kept;

/**
 * Lays out statements, one pass over the tokens. It has a place in them, and so it is a class. Words and signs stay in
 * their order; what it decides is what stands between two of them.
 */
export class Printer {
  private readonly pen: Pen;

  constructor(
    private readonly text: string,
    tokens: readonly IToken[],
    eol: string,
  ) {
    this.pen = new Pen(text, tokens, eol);
  }

  print(parts: readonly Part[]): readonly Replacement[] {
    for (const part of parts) {
      if ("from" in part) this.leave(part);
      else this.statement(part, 0);
    }
    return this.pen.done();
  }

  /** Lines at the top of a file that stay, their indentation too. */
  private leave({ from, to }: Kept): void {
    const first = this.pen.tokens[from];
    const last = this.pen.tokens[to];
    if (!first || !last) return;
    this.pen.comments(first, 0);
    this.pen.newLine(0);
    this.pen.script.keep(this.pen.lineStart, endOf(last));
    while (this.pen.at <= to) this.pen.next();
    this.pen.wrote("code");
    this.pen.ended = true;
  }

  private statement(line: Line, depth: number): void {
    const [first, ...rest] = line.tokens;
    if (!first) return;
    this.pen.comments(first, depth);
    if (this.pen.beginsLine()) this.pen.column = first.startOffset - this.pen.lineStart;
    // Where a statement that goes on over lines begins is where its line does: no comment may stand before it.
    if (this.pen.isLed() && !spansLines(line, this.text)) this.pen.script.write(" ");
    else this.pen.newLine(depth);
    if (isLeft(line, this.pen.tokens, this.pen.at)) return this.leaveStatement(line, depth);
    this.pen.token(first, first.image);
    const isText = saysText(line.tokens);
    let before = first;
    for (const token of rest) {
      const text = isText
        ? indentBlock(token.image, " ".repeat((depth + 1) * INDENT), this.pen.eol)
        : token.image;
      this.goOn(before, token, text, depth);
      before = token;
    }
    if (line.block) this.block(line.block, depth);
  }

  /** The next token of a statement, with the comments before it; on the next line where it was. */
  private goOn(before: IToken, token: IToken, text: string, depth: number): void {
    let last = before;
    for (; this.pen.peek() !== token; this.pen.next()) {
      const comment = this.pen.peek();
      if (!comment || !isComment(comment)) continue;
      this.pen.comment(comment, depth + 1);
      last = comment;
    }
    if (this.pen.lineEnds > 0) this.pen.newLine(depth + 1);
    else this.pen.script.write(between(last, token));
    this.pen.token(token, text);
  }

  /** A block, its `{` on the line of its statement. */
  private block({ open, close, lines }: Braces, depth: number): void {
    this.openBlock(open, depth);
    if (!close) return;
    if (fits(this.pen, close)) return this.inline(lines, close);
    for (const line of lines) this.statement(line, depth + 1);
    this.pen.comments(close, depth + 1);
    if (this.pen.last !== "open") this.pen.script.write(this.pen.eol + " ".repeat(depth * INDENT));
    this.pen.token(close, close.image);
    this.pen.ended = true;
  }

  private openBlock(open: IToken, depth: number): void {
    const before = this.pen.tokens.slice(this.pen.at, this.pen.tokens.indexOf(open, this.pen.at));
    // Where comments stand between and the brace on a line of its own, it goes up before them.
    const goesUp = before.some(isComment) && before.some(({ tokenType }) => tokenType === Newline);
    if (goesUp) {
      this.pen.script.write(" {");
      this.opened();
    }
    for (; this.pen.peek() !== open; this.pen.next()) {
      const comment = this.pen.peek();
      if (comment && isComment(comment)) this.pen.comment(comment, depth + 1);
    }
    this.pen.next();
    if (goesUp) this.pen.lineEnds = 0;
    else {
      this.pen.script.write(" ");
      this.pen.script.keep(open.startOffset, endOf(open));
      this.opened();
    }
  }

  private opened(): void {
    this.pen.wrote("open");
    this.pen.ended = true;
  }

  private inline(lines: readonly Line[], close: IToken): void {
    for (const [index, { tokens, block }] of lines.entries()) {
      this.pen.script.write(index === 0 ? " " : "; ");
      for (const [place, token] of tokens.entries()) {
        const before = tokens[place - 1];
        if (before) this.pen.script.write(between(before, token));
        this.inlineToken(token);
      }
      if (!block?.close) continue;
      this.pen.script.write(" ");
      this.inlineToken(block.open);
      this.inline(block.lines, block.close);
    }
    if (lines.length > 0) this.pen.script.write(" ");
    this.inlineToken(close);
    this.pen.ended = true;
  }

  private inlineToken(token: IToken): void {
    while (this.pen.peek() !== token) this.pen.next();
    this.pen.script.keep(token.startOffset, endOf(token));
    this.pen.next();
    this.pen.wrote("code");
  }

  /** A statement that cannot be read: as it is, its lines moved to where its block stands, together. */
  private leaveStatement(line: Line, depth: number): void {
    const first = line.tokens[0];
    const last = line.block?.close ?? line.tokens.at(-1);
    if (!first || !last) return;
    let shift = depth * INDENT - this.pen.column;
    if (shift < 0 && !this.canMoveLeft(last, -shift)) {
      this.pen.script.write(" ".repeat(-shift));
      shift = 0;
    }
    let from = first.startOffset;
    for (let token = this.pen.peek(); token; token = this.pen.peek()) {
      this.pen.next();
      if (token === last) break;
      if (token.tokenType !== Newline || this.pen.peek()?.tokenType === Newline || shift === 0) continue;
      this.pen.script.keep(from, endOf(token));
      if (shift > 0) this.pen.script.write(" ".repeat(shift));
      from = endOf(token) + Math.max(0, -shift);
    }
    this.pen.script.keep(from, endOf(last));
    this.pen.wrote("code");
    this.pen.ended = line.block !== undefined;
    this.pen.dangles = !line.block && goesOnAfter(last);
  }

  /** Whether every line of a statement stands far enough to the right, so that its lines can move together. */
  private canMoveLeft(last: IToken, by: number): boolean {
    for (let index = this.pen.at + 1; this.pen.tokens[index - 1] !== last; index++) {
      const before = this.pen.tokens[index - 1];
      const token = this.pen.tokens[index];
      if (!before || !token) break;
      const isFirst = before.tokenType === Newline && token.tokenType !== Newline;
      if (isFirst && token.startOffset - endOf(before) < by) return false;
    }
    return true;
  }
}

/**
 * Whether a statement is a text block under a key that takes one, which then says the same at any indentation. Elsewhere
 * it may be shown as it is written, in a finding, and stays so.
 */
function saysText([key, text, ...others]: readonly IToken[]): boolean {
  if (!key || text?.tokenType !== TextBlock || others.length > 0) return false;
  return textKeys.has(key.image) || key.image.startsWith("x-");
}

function spansLines({ tokens }: Line, text: string): boolean {
  const first = tokens[0];
  const last = tokens.at(-1);
  return (
    first !== undefined && last !== undefined && /[\r\n]/.test(text.slice(first.startOffset, endOf(last)))
  );
}
