import type { IToken } from "chevrotain";
import { BlockComment, CloseBrace, Doc, Newline, Semicolon } from "../tokens.ts";
import { Script, type Replacement } from "./script.ts";
import { endOf, INDENT, isComment, isLineComment } from "./spacing.ts";

/** What was written last: nothing yet, `{`, a comment, or anything else. */
type Last = "nothing" | "open" | "comment" | "line comment" | "code";

/**
 * Where the formatter is, in the old text and in the new one: it goes from token to token, keeps count of the line ends
 * between them, and places the comments.
 */
export class Pen {
  readonly script: Script;
  last: Last = "nothing";
  /** How many lines ended since. */
  lineEnds = 0;
  /** Whether a statement ended since, by its line's end, `;` or a brace. */
  ended = true;
  /** Whether the last statement ends in `,` or `->`, so that the next line would go on with it. */
  dangles = false;
  /** The column at which the line of the last statement began in the old text, as `layout.ts` counts. */
  column = 0;
  lineStart: number;
  /** The place of the token that comes next. */
  at = 0;
  /** Whether there is nothing but comments on the line that is being written. */
  private bare = true;
  /** Whether nothing stands in the block yet but a comment behind its `{`. */
  private starts = false;

  constructor(
    text: string,
    readonly tokens: readonly IToken[],
    readonly eol: string,
  ) {
    // The mark that some editors put in front stays, and counts as nothing.
    this.lineStart = text.startsWith("\ufeff") ? 1 : 0;
    this.script = new Script(text, this.lineStart);
  }

  /** What has to be replaced, once all is written. */
  done(): readonly Replacement[] {
    this.comments(undefined, 0);
    if (this.last !== "nothing") this.script.write(this.eol);
    return this.script.done();
  }

  /** The comments up to a token, or to the end of the file. */
  comments(until: IToken | undefined, depth: number): void {
    for (let token = this.peek(); token && token !== until; token = this.peek()) {
      if (isComment(token)) this.comment(token, depth, until);
      const dangled = this.dangles && token.tokenType === Semicolon;
      if (dangled) this.semicolon(token, depth);
      this.next();
    }
  }

  /** A `;` behind a line that would go on without it. */
  private semicolon({ startOffset }: IToken, depth: number): void {
    if (this.lineEnds > 0) this.newLine(depth);
    this.script.keep(startOffset, startOffset + 1);
    this.wrote("code");
  }

  /** A comment: on the line where it was, if there is something on it already, else on its own. */
  comment(token: IToken, depth: number, until?: IToken): void {
    const follows = this.last === "comment" && this.lineEnds === 0;
    const isOwn =
      this.lineEnds > 0 ||
      this.last === "nothing" ||
      this.last === "line comment" ||
      // What describes the next statement stands above it.
      (this.ended && (token.tokenType === Doc || (!follows && this.leads(token, until))));
    if (this.bare && follows) this.script.write(" ");
    else if (isOwn) this.newLine(depth);
    else this.script.write(token.tokenType === BlockComment ? " " : "  ");
    const isBare = this.bare;
    this.commentText(token);
    this.last = isLineComment(token.tokenType) ? "line comment" : "comment";
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

  /** A word or sign as it is to be written, with nothing before it. */
  token(token: IToken, text: string): void {
    if (text === token.image) this.script.keep(token.startOffset, endOf(token));
    else this.script.write(text);
    this.next();
    this.wrote("code");
    this.ended = false;
  }

  wrote(last: Last): void {
    this.last = last;
    this.lineEnds = 0;
    this.bare = false;
    this.dangles = false;
    this.starts = last === "open";
  }

  /** Begins a line, after a blank one where there were some, but for the first of a block. */
  newLine(depth: number): void {
    if (this.last !== "nothing") {
      const isBlank = this.lineEnds > 1 && !this.starts;
      this.script.write((isBlank ? this.eol + this.eol : this.eol) + " ".repeat(depth * INDENT));
    }
    this.bare = true;
    this.starts = false;
  }

  /** Whether the line that is being written ends in a comment that a statement may follow. */
  isLed(): boolean {
    return this.bare && this.last === "comment" && this.lineEnds === 0;
  }

  /** Whether the next token is the first on its line in the old text. */
  beginsLine(): boolean {
    return this.at === 0 || this.tokens[this.at - 1]?.tokenType === Newline;
  }

  peek(): IToken | undefined {
    return this.tokens[this.at];
  }

  /** Goes on to the next token, and keeps count of lines and columns as `layout.ts` does. */
  next(): void {
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
