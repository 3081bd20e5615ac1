import type { IToken } from "chevrotain";
import {
  Arrow,
  BlockComment,
  CloseBrace,
  Colon,
  Comma,
  Doc,
  LineComment,
  Name,
  Newline,
  Numeric,
  OpenBrace,
  OpenComment,
  OpenString,
  Quoted,
  Semicolon,
  TextBlock,
} from "./tokens.ts";

/**
 * Finds where statements begin and end, from braces and line ends alone. So a statement that cannot be read costs
 * itself alone: its neighbours were cut out before anybody tried to read it.
 */

/** The tokens of one statement up to its block, and the lines of the block. */
export interface Line {
  readonly tokens: IToken[];
  readonly docs: readonly IToken[];
  block: Braces | undefined;
}

export interface Braces {
  readonly open: IToken;
  close: IToken | undefined;
  readonly lines: Line[];
}

export interface Layout {
  readonly lines: readonly Line[];
  readonly troubles: readonly Trouble[];
}

/** A brace that has no partner, or stands too deep. */
export interface Trouble {
  readonly what: "missing-close" | "stray-close" | "stray-open" | "too-deep";
  readonly token: IToken;
  /** The tokens of the statement whose block it is; none where it belongs to none. */
  readonly head: readonly IToken[];
}

/** Deeper blocks are refused: nothing in the language nests by more than three, and recursion has to end. */
const DEEPEST = 100;

/**
 * Cuts tokens into lines. Braces that balance are believed. Where they do not, indentation says which one is
 * missing or stray, as a reader would see it.
 */
export function layout(tokens: readonly IToken[]): Layout {
  const plain = new Cutter(tokens, "braces").cut();
  if (plain.troubles.length === 0) return plain;
  return new Cutter(tokens, "indentation").cut();
}

interface Open {
  readonly block: Braces;
  /** The statement that it belongs to; what is in a stray block, which has none, is passed over. */
  readonly line: Line | undefined;
  /** The column of the line that opened the block. */
  readonly column: number;
}

/** How the next line begins that says something; its column is -1 where there is none. */
interface LineStart {
  /** Where the line above begins. */
  readonly above: number;
  readonly column: number;
  readonly isClose: boolean;
}

const NONE: IToken[] = [];

/** One pass over the tokens. It has a place in them, and so it is a class. */
class Cutter {
  private readonly top: Line[] = [];
  private readonly open: Open[] = [];
  private readonly troubles: Trouble[] = [];
  private current: Line | undefined;
  private docs: IToken[] = NONE;
  /** The column where the line of the current statement begins. */
  private column = 0;
  private lineStart = 0;
  private at = 0;
  private below: LineStart | undefined;

  constructor(
    private readonly tokens: readonly IToken[],
    private readonly trust: "braces" | "indentation",
  ) {}

  cut(): Layout {
    for (; this.at < this.tokens.length; this.at++) {
      const token = this.tokens[this.at];
      if (token) this.take(token);
    }
    this.end();
    while (this.open.length > 0) this.leaveOpen();
    return { lines: this.top, troubles: this.troubles };
  }

  private take(token: IToken): void {
    const isFirst = this.tokens[this.at - 1]?.tokenType === Newline || this.at === 0;
    const column = isFirst ? token.startOffset - this.lineStart : undefined;
    if (column !== undefined) this.indented(token, column);
    switch (token.tokenType) {
      case Newline:
        this.lineStart = token.startOffset + token.image.length;
        if (!this.goesOn()) this.end();
        return;
      case Semicolon:
        return this.end();
      case Doc:
        if (!this.current) this.document(token);
        return;
      case LineComment:
      case BlockComment:
      case OpenComment:
        return;
      case OpenBrace:
        return this.openBlock(token);
      case CloseBrace:
        return this.closeBlock(token, column);
      default:
        this.add(token);
    }
  }

  /** In a file whose braces do not balance: a statement as far left as the line that opened a block ends it. */
  private indented(token: IToken, column: number): void {
    if (this.current || token.tokenType === CloseBrace || isComment(token) || token.tokenType === Newline)
      return;
    this.column = column;
    if (this.trust === "braces") return;
    for (let last = this.open.at(-1); last && column <= last.column; last = this.open.at(-1)) {
      this.leaveOpen();
    }
  }

  /** Gives up the innermost block, which has no `}`. */
  private leaveOpen(): void {
    const last = this.open.pop();
    if (last?.line)
      this.troubles.push({ what: "missing-close", token: last.block.open, head: last.line.tokens });
  }

  /** Takes up a `///` comment; most statements have none, and share the list of nothing. */
  private document(token: IToken): void {
    if (this.docs === NONE) this.docs = [token];
    else this.docs.push(token);
  }

  private add(token: IToken): void {
    if (!this.current) {
      // A literal within a literal takes several times as long to make, and this is made for each line.
      const tokens = [token];
      this.current = { tokens, docs: this.docs, block: undefined };
      this.docs = NONE;
      (this.open.at(-1)?.block.lines ?? this.top).push(this.current);
    } else this.current.tokens.push(token);
  }

  private openBlock(token: IToken): void {
    const line = this.current;
    if (!line) this.troubles.push({ what: "stray-open", token, head: [] });
    if (this.open.length >= DEEPEST) {
      this.troubles.push({ what: "too-deep", token, head: [] });
      this.skipBlock();
      return this.end();
    }
    const block: Braces = { open: token, close: undefined, lines: [] };
    if (line) line.block = block;
    this.open.push({ block, line, column: this.column });
    this.docs = NONE;
    this.end();
  }

  private closeBlock(token: IToken, column: number | undefined): void {
    const isLoose = this.open.length === 0 && this.current !== undefined;
    if (column === undefined && (isLoose || this.isAmidst())) {
      this.troubles.push({ what: "stray-close", token, head: [] });
      return;
    }
    this.end();
    this.docs = NONE;
    const outdent = this.trust === "indentation" ? column : undefined;
    while (outdent !== undefined && this.open.length > 1 && outdent < (this.open.at(-1)?.column ?? 0)) {
      this.leaveOpen();
    }
    const last = this.open.at(-1);
    const tooFarRight = last !== undefined && outdent !== undefined && outdent > last.column;
    if (!last || tooFarRight) {
      this.troubles.push({ what: "stray-close", token, head: [] });
      return;
    }
    last.block.close = token;
    this.open.pop();
  }

  private end(): void {
    this.current = undefined;
  }

  /**
   * In a file whose braces do not balance: whether a `}` behind other signs stands in the midst of a block, since the
   * next line is in it too, or closes it.
   */
  private isAmidst(): boolean {
    const last = this.open.at(-1);
    if (this.trust === "braces" || !last || last.block.open.startOffset >= this.lineStart) return false;
    const below = this.lineBelow();
    return below.column > last.column || (below.isClose && below.column === last.column);
  }

  private lineBelow(): LineStart {
    if (this.below && this.below.above === this.lineStart) return this.below;
    let end = this.newlineFrom(this.at);
    while (this.tokens[end + 1]?.tokenType === Newline || isComment(this.tokens[end + 1]))
      end = this.newlineFrom(end + 1);
    const first = this.tokens[end + 1];
    const start = (this.tokens[end]?.startOffset ?? 0) + (this.tokens[end]?.image.length ?? 0);
    const column = first ? first.startOffset - start : -1;
    this.below = { above: this.lineStart, column, isClose: first?.tokenType === CloseBrace };
    return this.below;
  }

  private newlineFrom(index: number): number {
    let at = index;
    while (at < this.tokens.length && this.tokens[at]?.tokenType !== Newline) at++;
    return at;
  }

  /** Whether the statement goes on after this line end: after `,` or `->`, or where `{` opens the next line. */
  private goesOn(): boolean {
    const last = this.current?.tokens.at(-1)?.tokenType;
    if (last === undefined) return false;
    const next = this.tokens[this.at + 1]?.tokenType;
    if (last !== Comma && last !== Arrow) return this.nextIsBrace();
    return next !== undefined && next !== Newline && !this.nextIsStatement(last === Comma);
  }

  /**
   * Whether the next line, no further right than this one, reads like a statement (`tool pim`, `owns a`, `policy {`)
   * and not like one more value. Then the comma or arrow is a line half typed, and must not swallow its neighbour.
   */
  private nextIsStatement(isAfterComma: boolean): boolean {
    const [first, second] = this.tokens.slice(this.at + 1, this.at + 3);
    const starts = isAfterComma ? AFTER_HEAD : AFTER_HEAD.slice(0, 1);
    const isPolicy = first?.image === "policy" && second?.tokenType === OpenBrace;
    if (!isPolicy && (first?.tokenType !== Name || !starts.some((type) => type === second?.tokenType)))
      return false;
    return first.startOffset - this.lineStart <= this.column;
  }

  private nextIsBrace(): boolean {
    let next = this.at + 1;
    while (isComment(this.tokens[next]) && this.tokens[next + 1]?.tokenType === Newline) next += 2;
    return this.tokens[next]?.tokenType === OpenBrace;
  }

  /** Passes over a block that is too deep to be read, without recursion. */
  private skipBlock(): void {
    let depth = 1;
    while (depth > 0 && this.at + 1 < this.tokens.length) {
      const type = this.tokens[++this.at]?.tokenType;
      if (type === OpenBrace) depth++;
      if (type === CloseBrace) depth--;
    }
  }
}

/** What stands behind the first word of a statement, and not behind one more value; behind an arrow only a word tells. */
const AFTER_HEAD = [Name, Numeric, Quoted, TextBlock, OpenString, Colon];

function isComment(token: IToken | undefined): boolean {
  const type = token?.tokenType;
  return type === LineComment || type === BlockComment || type === OpenComment || type === Doc;
}
