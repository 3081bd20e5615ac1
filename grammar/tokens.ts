import { createToken, Lexer, type IToken, type TokenType } from "chevrotain";

/**
 * The tokens of the language. No word is reserved, so there is one token for all words, and one for all that
 * begins with a digit (`quantity.ts` says what it is), also where it is nothing that the language has: `30/06/2027`,
 * `€120`, `60 %`, an address without quotes. So it can be told as a value, whole. What no token fits becomes a `Stray`:
 * lexing never fails.
 *
 * The lexer is by hand: it reads most of a text by comparing character codes, several times as fast as one that asks
 * each type of token for its pattern. The types are Chevrotain's, as its parser wants them.
 */

const type = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

export const Newline = type("Newline");
export const Doc = type("Doc");
export const LineComment = type("LineComment");
export const BlockComment = type("BlockComment");
/** A `/*` that is never closed: to the end of its line. */
export const OpenComment = type("OpenComment");
export const TextBlock = type("TextBlock");
export const Quoted = type("Quoted");
/** A string without its closing quote: to the end of its line, but for the braces there, which are the block's. */
export const OpenString = type("OpenString");
export const Numeric = type("Numeric");
export const Name = type("Name");
export const Arrow = type("Arrow");
export const NotEqual = type("NotEqual");
export const Equal = type("Equal");
export const Less = type("Less");
export const Greater = type("Greater");
export const Bar = type("Bar");
export const Colon = type("Colon");
export const Comma = type("Comma");
export const Semicolon = type("Semicolon");
export const Dot = type("Dot");
export const OpenBrace = type("OpenBrace");
export const CloseBrace = type("CloseBrace");
export const OpenBracket = type("OpenBracket");
export const CloseBracket = type("CloseBracket");
const Stray = type("Stray");

/** What one character is by itself, by its code. */
const SINGLE: readonly (TokenType | undefined)[] = bySign({
  "=": Equal,
  "<": Less,
  ">": Greater,
  "|": Bar,
  ":": Colon,
  ",": Comma,
  ";": Semicolon,
  ".": Dot,
  "{": OpenBrace,
  "}": CloseBrace,
  "[": OpenBracket,
  "]": CloseBracket,
});

/** Every token type. */
export const tokenTypes: TokenType[] = [
  Newline,
  Name,
  Doc,
  LineComment,
  BlockComment,
  OpenComment,
  TextBlock,
  Quoted,
  OpenString,
  Numeric,
  Arrow,
  NotEqual,
  ...SINGLE.filter((single) => single !== undefined),
  Stray,
];

function bySign(signs: Readonly<Record<string, TokenType>>): readonly (TokenType | undefined)[] {
  return Array.from({ length: 128 }, (_, code) => signs[String.fromCharCode(code)]);
}

/** Whether a text is a name: one word of the language, and nothing around it. */
export function isName(text: string): boolean {
  const [token, more] = tokenize(text);
  return token?.tokenType === Name && token.image === text && !more;
}

/** All tokens of a text in order, comments and newlines included, blanks left out. Linear in the text's length. */
export function tokenize(text: string): readonly IToken[] {
  const tokens: IToken[] = [];
  const unclosed = new Unclosed(text);
  for (let at = 0; at < text.length;) {
    const end = blanksFrom(text, at);
    if (end > at) at = end;
    else {
      const token = tokenAt(text, at, unclosed);
      tokens.push(token);
      at += token.image.length;
    }
  }
  return tokens;
}

const [TAB, LF, VT, FF, CR, SPACE] = [9, 10, 11, 12, 13, 32];
const [BANG, QUOTE, STAR, MINUS, SLASH, MORE, BACKSLASH] = [33, 34, 42, 45, 47, 62, 92];

function tokenAt(text: string, at: number, unclosed: Unclosed): IToken {
  const code = text.charCodeAt(at);
  if (MAY_BE_NUMERIC.has(code)) {
    const end = endOf(NUMERIC, text, at);
    if (end > at) return instance(Numeric, text, at, end);
  }
  if (IS_FIRST[code] === 1) return named(text, at);
  if (code > 127) return foreign(text, at);
  if (code === LF || code === CR) return newline(text, at);
  if (code === QUOTE) return quoted(text, at, unclosed);
  if (code === SLASH) return commented(text, at, unclosed);
  const next = text.charCodeAt(at + 1);
  if (code === MINUS && next === MORE) return instance(Arrow, text, at, at + 2);
  if (code === BANG && next === 61) return instance(NotEqual, text, at, at + 2);
  return instance(SINGLE[code] ?? Stray, text, at, at + 1);
}

function instance(tokenType: TokenType, text: string, startOffset: number, end: number): IToken {
  const image = text.slice(startOffset, end);
  return { image, startOffset, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0, tokenType };
}

/** What a numeric token may begin with: digits, signs of money, and the `h` of `https`. */
const MAY_BE_NUMERIC: ReadonlySet<number> = new Set([..."0123456789€$£h"].map((char) => char.charCodeAt(0)));

/** Whether an ASCII character begins a word, or goes on with one. */
const IS_FIRST = flags(/[A-Za-z_]/);
const IS_PART = flags(/[A-Za-z0-9_]/);

function flags(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
}

const WORD = /[\p{L}_](?:[\p{L}\p{M}\p{N}_]|-(?=[\p{L}\p{N}_]))*/uy;
const NUMERIC =
  /https?:\/\/[^\s"{};,]+|(?:[€$£][ \u00a0\u202f]?)?\d[\p{L}\p{N}_]*(?:[.:/-][\p{L}\p{N}_]+)*(?:[ \u00a0\u202f]?[%€$£])?/uy;
const BLANK = /[ \t\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]+/y;

/** Where what a sticky pattern finds ends; `at` itself where it finds nothing. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** A word that begins in ASCII; where it goes on in other letters, the pattern reads it. */
function named(text: string, at: number): IToken {
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code > 127) return instance(Name, text, at, endOf(WORD, text, at));
    if (IS_PART[code] === 1) continue;
    if (code !== MINUS) break;
    const next = text.charCodeAt(end + 1);
    if (next > 127) return instance(Name, text, at, endOf(WORD, text, at));
    if (IS_PART[next] !== 1) break;
  }
  return instance(Name, text, at, end);
}

function foreign(text: string, at: number): IToken {
  const end = endOf(WORD, text, at);
  if (end > at) return instance(Name, text, at, end);
  return instance(Stray, text, at, at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
}

function blanksFrom(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code > 127) return endOf(BLANK, text, at);
    if (code !== SPACE && code !== TAB && code !== VT && code !== FF) break;
  }
  return end;
}

function newline(text: string, at: number): IToken {
  const isPair = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF;
  return instance(Newline, text, at, at + (isPair ? 2 : 1));
}

function commented(text: string, at: number, unclosed: Unclosed): IToken {
  const next = text.charCodeAt(at + 1);
  if (next === SLASH) {
    const isDoc = text.charCodeAt(at + 2) === SLASH && text.charCodeAt(at + 3) !== SLASH;
    return instance(isDoc ? Doc : LineComment, text, at, lineEnd(text, at));
  }
  if (next !== STAR) return instance(Stray, text, at, at + 1);
  const close = unclosed.find("*/", at + 2);
  if (close < 0) return instance(OpenComment, text, at, lineEnd(text, at));
  return instance(BlockComment, text, at, close + 2);
}

/** `"…"` on one line, or `"""…"""` over several, escapes skipped. */
function quoted(text: string, at: number, unclosed: Unclosed): IToken {
  // Three quotes that open no text block are one that was never closed, not an empty text and a stray quote.
  const isBlock = text.startsWith('"""', at);
  const end = isBlock ? blockEnd(text, at, unclosed) : stringEnd(text, at);
  if (end !== undefined) return instance(isBlock ? TextBlock : Quoted, text, at, end);
  return instance(OpenString, text, at, at + unquoted(text.slice(at, lineEnd(text, at)).trimEnd()));
}

/** How much of the rest of a line is a string without its closing quote. */
function unquoted(rest: string): number {
  const open = rest.indexOf("{");
  if (open > 0 && /[{}]$/.test(rest)) return rest.slice(0, open).trimEnd().length;
  let end = rest.length;
  while (rest[end - 1] === "}" || (end < rest.length && /\s/.test(rest[end - 1] ?? ""))) end--;
  return end;
}

function stringEnd(text: string, at: number): number | undefined {
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return end + 1;
    if (code === LF || code === CR) return undefined;
    if (code === BACKSLASH) end++;
  }
  return undefined;
}

function blockEnd(text: string, at: number, unclosed: Unclosed): number | undefined {
  for (let from = at + 3; ;) {
    const end = unclosed.find('"""', from);
    if (end < 0) return undefined;
    if (!isEscaped(text, end)) return end + 3;
    from = end + 1;
  }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

/** The end of the line that `at` is in. */
function lineEnd(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === LF || code === CR) break;
  }
  return end;
}

/** Finds what closes. What is not there any more is searched for once in a text, not once for each opening. */
class Unclosed {
  private readonly last = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** Where `close` stands next, from `from` on; -1 where it does not. */
  find(close: string, from: number): number {
    let last = this.last.get(close);
    if (last === undefined) this.last.set(close, (last = this.text.lastIndexOf(close)));
    return from > last ? -1 : this.text.indexOf(close, from);
  }
}
