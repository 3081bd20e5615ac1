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
    const { pen } = this;
    const first = pen.tokens[from];
    const last = pen.tokens[to];
    if (!first || !last) return;
    pen.comments(first, 0);
    pen.newLine(0);
    pen.script.keep(pen.lineStart, endOf(last));
    while (pen.at <= to) pen.next();
    pen.wrote("code");
    pen.ended = true;
  }

  private statement(line: Line, depth: number): void {
    const { pen } = this;
    const [first, ...rest] = line.tokens;
    if (!first) return;
    pen.comments(first, depth);
    if (pen.beginsLine()) pen.column = first.startOffset - pen.lineStart;
    // Where a statement that goes on over lines begins is where its line does: no comment may stand before it.
    if (pen.isLed() && !spansLines(line, this.text)) pen.script.write(" ");
    else pen.newLine(depth);
    if (isLeft(line, pen.tokens, pen.at)) return this.leaveStatement(line, depth);
    pen.token(first, first.image);
    const isText = saysText(line.tokens);
    let before = first;
    for (const token of rest) {
      const text = isText ? indentBlock(token.image, " ".repeat((depth + 1) * INDENT), pen.eol) : token.image;
      this.goOn(before, token, text, depth);
      before = token;
    }
    if (line.block) this.block(line.block, depth);
  }

  /** The next token of a statement, with the comments before it; on the next line where it was. */
  private goOn(before: IToken, token: IToken, text: string, depth: number): void {
    const { pen } = this;
    let last = before;
    for (; pen.peek() !== token; pen.next()) {
      const comment = pen.peek();
      if (!comment || !isComment(comment)) continue;
      pen.comment(comment, depth + 1);
      last = comment;
    }
    if (pen.lineEnds > 0) pen.newLine(depth + 1);
    else pen.script.write(between(last, token));
    pen.token(token, text);
  }

  /** A block, its `{` on the line of its statement. */
  private block({ open, close, lines }: Braces, depth: number): void {
    const { pen } = this;
    this.openBlock(open, depth);
    if (!close) return;
    if (fits(pen, close)) return this.inline(lines, close);
    for (const line of lines) this.statement(line, depth + 1);
    pen.comments(close, depth + 1);
    if (pen.last !== "open") pen.script.write(pen.eol + " ".repeat(depth * INDENT));
    pen.token(close, close.image);
    pen.ended = true;
  }

  private openBlock(open: IToken, depth: number): void {
    const { pen } = this;
    const before = pen.tokens.slice(pen.at, pen.tokens.indexOf(open, pen.at));
    // Where comments stand between and the brace on a line of its own, it goes up before them.
    const goesUp = before.some(isComment) && before.some(({ tokenType }) => tokenType === Newline);
    if (goesUp) {
      pen.script.write(" {");
      this.opened();
    }
    for (; pen.peek() !== open; pen.next()) {
      const comment = pen.peek();
      if (comment && isComment(comment)) pen.comment(comment, depth + 1);
    }
    pen.next();
    if (goesUp) pen.lineEnds = 0;
    else {
      pen.script.write(" ");
      pen.script.keep(open.startOffset, endOf(open));
      this.opened();
    }
  }

  private opened(): void {
    this.pen.wrote("open");
    this.pen.ended = true;
  }

  private inline(lines: readonly Line[], close: IToken): void {
    const { pen } = this;
    for (const [index, { tokens, block }] of lines.entries()) {
      pen.script.write(index === 0 ? " " : "; ");
      for (const [place, token] of tokens.entries()) {
        const before = tokens[place - 1];
        if (before) pen.script.write(between(before, token));
        this.inlineToken(token);
      }
      if (!block?.close) continue;
      pen.script.write(" ");
      this.inlineToken(block.open);
      this.inline(block.lines, block.close);
    }
    if (lines.length > 0) pen.script.write(" ");
    this.inlineToken(close);
    pen.ended = true;
  }

  private inlineToken(token: IToken): void {
    const { pen } = this;
    while (pen.peek() !== token) pen.next();
    pen.script.keep(token.startOffset, endOf(token));
    pen.next();
    pen.wrote("code");
  }

  /** A statement that cannot be read: as it is, its lines moved to where its block stands, together. */
  private leaveStatement(line: Line, depth: number): void {
    const { pen } = this;
    const first = line.tokens[0];
    const last = line.block?.close ?? line.tokens.at(-1);
    if (!first || !last) return;
    let shift = depth * INDENT - pen.column;
    if (shift < 0 && !this.canMoveLeft(last, -shift)) {
      pen.script.write(" ".repeat(-shift));
      shift = 0;
    }
    let from = first.startOffset;
    for (let token = pen.peek(); token; token = pen.peek()) {
      pen.next();
      if (token === last) break;
      if (token.tokenType !== Newline || pen.peek()?.tokenType === Newline || shift === 0) continue;
      pen.script.keep(from, endOf(token));
      if (shift > 0) pen.script.write(" ".repeat(shift));
      from = endOf(token) + Math.max(0, -shift);
    }
    pen.script.keep(from, endOf(last));
    pen.wrote("code");
    pen.ended = line.block !== undefined;
    pen.dangles = !line.block && goesOnAfter(last);
  }

  /** Whether every line of a statement stands far enough to the right, so that its lines can move together. */
  private canMoveLeft(last: IToken, by: number): boolean {
    const { pen } = this;
    for (let index = pen.at + 1; pen.tokens[index - 1] !== last; index++) {
      const before = pen.tokens[index - 1];
      const token = pen.tokens[index];
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
