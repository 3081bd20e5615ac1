import { createToken, Lexer, type IToken, type TokenType } from "chevrotain";

/**
 * The tokens of the language. No word is reserved, so there is one token for all words, and one for all that
 * begins with a digit (`quantity.ts` says what it is). What no token fits becomes a `Stray`: lexing never fails.
 */

const WORD = /[\p{L}_](?:[\p{L}\p{M}\p{N}_]|-(?=[\p{L}\p{N}_]))*/uy;
const NUMERIC = /\d[\p{L}\p{N}_]*(?:[.:-][\p{L}\p{N}_]+)*%?/uy;
const BLANK = /[ \t\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]+/y;

/** Letters of any script may begin a word: at least one character for each bucket by which the lexer looks up tokens. */
const anyLetter = [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_",
  ...Array.from({ length: 0x56 }, (_, index) => String.fromCharCode(0xaa + index)),
  ...Array.from({ length: 0x1fe }, (_, index) => String.fromCharCode(0x100 + index * 0x80)),
];

interface Rule {
  readonly name: string;
  readonly match: (text: string, at: number) => string | undefined;
  readonly first: readonly string[];
  readonly breaks?: boolean;
}

function token({ name, match, first, breaks = false }: Rule): TokenType {
  const exec = (text: string, at: number): [string] | null => {
    const image = match(text, at);
    return image === undefined ? null : [image];
  };
  return createToken({ name, pattern: { exec }, start_chars_hint: [...first], line_breaks: breaks });
}

function matching(pattern: RegExp) {
  return (text: string, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
}

/** From `at` to the end of the line. */
function restOfLine(text: string, at: number): string {
  let end = at;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return text.slice(at, end);
}

/**
 * `open … close` over several lines, escapes skipped. What is never closed is searched for once in a text, not once
 * for each opening, so that lexing stays linear.
 */
function enclosed(open: string, close: string, escapes: boolean) {
  let searched = { text: "", last: -1 };
  return (text: string, at: number): string | undefined => {
    if (!text.startsWith(open, at)) return undefined;
    if (searched.text !== text) searched = { text, last: text.lastIndexOf(close) };
    for (let from = at + open.length; from <= searched.last;) {
      const end = text.indexOf(close, from);
      if (!escapes || !isEscaped(text, end)) return text.slice(at, end + close.length);
      from = end + 1;
    }
    return undefined;
  };
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** `"…"` on one line; undefined where the closing quote is missing. */
function quoted(text: string, at: number): string | undefined {
  // Three quotes that open no text block are one that was never closed, not an empty text and a stray quote.
  if (text[at] !== '"' || text.startsWith('"""', at)) return undefined;
  for (let end = at + 1; end < text.length; end++) {
    const char = text[end];
    if (char === '"') return text.slice(at, end + 1);
    if (char === "\n" || char === "\r") return undefined;
    if (char === "\\") end++;
  }
  return undefined;
}

/** A string without its closing quote: to the end of the line, but for a brace there, which is the block's. */
function unquoted(text: string, at: number): string | undefined {
  if (text[at] !== '"') return undefined;
  return restOfLine(text, at).replace(/\s*[{}]?\s*$/, "");
}

const doc = (text: string, at: number) =>
  text.startsWith("///", at) && text[at + 3] !== "/" ? restOfLine(text, at) : undefined;
const lineComment = (text: string, at: number) =>
  text.startsWith("//", at) ? restOfLine(text, at) : undefined;
const openComment = (text: string, at: number) =>
  text.startsWith("/*", at) ? restOfLine(text, at) : undefined;
const stray = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0);

export const Newline = createToken({ name: "Newline", pattern: /\r\n|\n|\r/, line_breaks: true });
export const Doc = token({ name: "Doc", match: doc, first: ["/"] });
export const LineComment = token({ name: "LineComment", match: lineComment, first: ["/"] });
export const BlockComment = token({
  name: "BlockComment",
  match: enclosed("/*", "*/", false),
  first: ["/"],
  breaks: true,
});
export const OpenComment = token({ name: "OpenComment", match: openComment, first: ["/"] });
export const TextBlock = token({
  name: "TextBlock",
  match: enclosed('"""', '"""', true),
  first: ['"'],
  breaks: true,
});
export const Quoted = token({ name: "Quoted", match: quoted, first: ['"'] });
export const OpenString = token({ name: "OpenString", match: unquoted, first: ['"'] });
export const Numeric = token({ name: "Numeric", match: matching(NUMERIC), first: [..."0123456789"] });
export const Name = token({ name: "Name", match: matching(WORD), first: anyLetter });
export const Arrow = createToken({ name: "Arrow", pattern: "->" });
export const NotEqual = createToken({ name: "NotEqual", pattern: "!=" });
export const Equal = createToken({ name: "Equal", pattern: "=" });
export const Less = createToken({ name: "Less", pattern: "<" });
export const Greater = createToken({ name: "Greater", pattern: ">" });
export const Bar = createToken({ name: "Bar", pattern: "|" });
export const Colon = createToken({ name: "Colon", pattern: ":" });
export const Comma = createToken({ name: "Comma", pattern: "," });
export const Semicolon = createToken({ name: "Semicolon", pattern: ";" });
export const Dot = createToken({ name: "Dot", pattern: "." });
export const OpenBrace = createToken({ name: "OpenBrace", pattern: "{" });
export const CloseBrace = createToken({ name: "CloseBrace", pattern: "}" });
export const OpenBracket = createToken({ name: "OpenBracket", pattern: "[" });
export const CloseBracket = createToken({ name: "CloseBracket", pattern: "]" });

const everyBucket = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).concat(anyLetter);
const Stray = token({ name: "Stray", match: stray, first: everyBucket });
const Blank = createToken({
  name: "Blank",
  pattern: { exec: (text: string, at: number) => blank(text, at) },
  start_chars_hint: [..." \t\f\v\u00a0\u1680\u2000\u202f\u205f\u3000\ufeff"],
  line_breaks: false,
  group: Lexer.SKIPPED,
});

function blank(text: string, at: number): [string] | null {
  BLANK.lastIndex = at;
  const found = BLANK.exec(text);
  return found ? [found[0]] : null;
}

/** Every token type, in the order in which they are tried. */
export const tokenTypes: TokenType[] = [
  Blank,
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
  Equal,
  Less,
  Greater,
  Bar,
  Colon,
  Comma,
  Semicolon,
  Dot,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
  Stray,
];

const lexer = new Lexer(tokenTypes, { positionTracking: "onlyOffset", ensureOptimizations: true });

/** All tokens of a text in order, comments and newlines included, blanks left out. Linear in the text's length. */
export function tokenize(text: string): readonly IToken[] {
  return lexer.tokenize(text).tokens;
}
