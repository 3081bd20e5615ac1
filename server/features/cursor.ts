import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile, Span } from "../../grammar/text.ts";
import {
  Arrow,
  BlockComment,
  CloseBrace,
  Comma,
  Doc,
  Dot,
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
  tokenize,
} from "../../grammar/tokens.ts";
import type { Statement } from "../../grammar/tree.ts";
import type { Place } from "../model/place.ts";

export type Token = ReturnType<typeof tokenize>[number];

/** What stands around a cursor in text that is being typed: which blocks, which line, which word. */
export interface Cursor {
  /** The statements in whose blocks it stands, the outermost first. */
  readonly around: readonly Statement[];
  /** The statements of the block that it stands in. */
  readonly siblings: readonly Statement[];
  /** The tokens of its line before the word that it is in; none where a statement begins. */
  readonly before: readonly Token[];
  /** The tokens of its line behind the word that it is in. */
  readonly after: readonly Token[];
  /** The dotted word that it is in, or the empty span where it stands. */
  readonly word: Span;
  /** The part of that word before it. */
  readonly typed: string;
  /** Whether nothing stands before it in its block. */
  readonly isFirst: boolean;
  /** Whether nothing follows on its line. */
  readonly isLast: boolean;
}

/** The cursor at a place; undefined in comments and in texts between quotes, where nothing is to be completed. */
export function cursorAt(file: SourceFile, { offset }: Place): Cursor | undefined {
  const { text } = file;
  const { statements, startOf } = syntaxOf(file);
  const begins = (statement: Statement): number => startOf.get(statement) ?? 0;
  const whole = { around: [], siblings: statements, startOf: begins, from: 0, limit: text.length };
  const level = descend(text, whole, offset);
  const all = tokenize(text.slice(level.from, Math.max(level.limit, offset)));
  const at = offset - level.from;
  if (all.some((token) => hides(token, at))) return undefined;
  const line = lastLine(all.filter((token) => token.startOffset < at));
  if (line.some(({ tokenType }) => tokenType === OpenString)) return undefined;
  const start = wordStart(line, at);
  const first = line[start];
  const from = first?.startOffset ?? at;
  const end = wordEnd(all, from, at);
  const { around, siblings } = level;
  return {
    around,
    siblings,
    before: line.slice(0, start),
    after: restOfLine(all, end),
    word: { start: level.from + from, end: level.from + end },
    typed: text.slice(level.from + from, offset),
    isFirst: level.siblings.every((one) => level.startOf(one) >= level.from + from),
    isLast: /^[ \t]*(?:[\r\n]|$)/.test(text.slice(level.from + end)),
  };
}

interface Level {
  readonly around: readonly Statement[];
  readonly siblings: readonly Statement[];
  /** Where a sibling begins in the file. */
  readonly startOf: (statement: Statement) => number;
  /** Where the text begins that decides about the line of the cursor, and where it ends at the latest. */
  readonly from: number;
  readonly limit: number;
}

/** Goes down into the blocks that a cursor stands in. */
function descend(text: string, level: Level, offset: number): Level {
  const { siblings, startOf, around } = level;
  const index = siblings.findLastIndex((one) => startOf(one) < offset);
  const here = siblings[index];
  const next = siblings[index + 1];
  const limit = next ? startOf(next) : level.limit;
  if (!here) return { ...level, limit };
  const start = startOf(here);
  const { block } = here;
  const base = start - here.span.start;
  const open = block ? base + block.span.start : offset;
  if (!block || offset <= open) return { ...level, from: start, limit };
  const end = base + block.span.end;
  const isWithin = block.closed ? offset < end : isInside(text, start, open, offset);
  if (!isWithin) return { ...level, from: Math.min(end, offset), limit };
  const inner: Level = {
    around: [...around, here],
    siblings: block.statements,
    startOf: (one) => base + one.span.start,
    from: open + 1,
    limit: block.closed ? end - 1 : limit,
  };
  return descend(text, inner, offset);
}

/** Whether a cursor stands in a block that is never closed: on its line, or further right than where it begins. */
function isInside(text: string, start: number, open: number, offset: number): boolean {
  const lineStart = (at: number): number =>
    Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  if (lineStart(offset) <= open) return true;
  const written = /^[ \t]*/.exec(text.slice(lineStart(offset), offset))?.[0].length ?? 0;
  const opening = /^[ \t]*/.exec(text.slice(lineStart(start), start))?.[0].length ?? 0;
  return written > opening;
}

const COMMENTS: ReadonlySet<Token["tokenType"]> = new Set([LineComment, Doc, BlockComment, OpenComment]);

/** Whether a token is a comment or a text that the cursor stands in. */
function hides({ tokenType, startOffset, image }: Token, at: number): boolean {
  if (startOffset >= at) return false;
  const end = startOffset + image.length;
  if ([Quoted, TextBlock, BlockComment].some((type) => type === tokenType)) return at < end;
  return [LineComment, Doc, OpenComment, OpenString].some((type) => type === tokenType) && at <= end;
}

/** The tokens of the line that the last of them belongs to, as the layout cuts lines, without comments. */
function lastLine(tokens: readonly Token[]): readonly Token[] {
  let line: Token[] = [];
  let breaks = 0;
  for (const token of tokens) {
    const { tokenType } = token;
    if (COMMENTS.has(tokenType)) continue;
    if (tokenType === Newline) {
      const last = line.at(-1)?.tokenType;
      const goesOn = (last === Comma || last === Arrow) && breaks === 0;
      if (!goesOn) line = [];
      breaks += 1;
    } else if (tokenType === Semicolon || tokenType === OpenBrace || tokenType === CloseBrace) {
      line = [];
    } else {
      line.push(token);
      breaks = 0;
    }
  }
  return line;
}

/** What a word is made of: a dotted name, or what begins with a digit, such as a date. */
const WORDS: ReadonlySet<Token["tokenType"]> = new Set([Name, Dot, Numeric]);

/** Where in a line the dotted word begins that touches the cursor; the line's length where none does. */
function wordStart(line: readonly Token[], at: number): number {
  let index = line.length;
  let edge = at;
  for (let token = line[index - 1]; token && isWordPart(token, edge, at); token = line[index - 1]) {
    edge = token.startOffset;
    index -= 1;
  }
  return index;
}

/** A hyphen at the end of what is being typed will be part of the word. */
function isWordPart({ tokenType, startOffset, image }: Token, edge: number, at: number): boolean {
  const end = startOffset + image.length;
  const touches = end === edge || (edge === at && startOffset < at && at <= end);
  return touches && (WORDS.has(tokenType) || image === "-");
}

/** Where the dotted word ends that the cursor stands in. */
function wordEnd(tokens: readonly Token[], from: number, at: number): number {
  let end = at;
  for (const { tokenType, startOffset, image } of tokens) {
    const goesOn = startOffset <= end && startOffset + image.length > end && from < at;
    if (goesOn && WORDS.has(tokenType)) end = startOffset + image.length;
  }
  return end;
}

/** What stands on the rest of the line, which goes on behind a comma or an arrow. */
function restOfLine(tokens: readonly Token[], end: number): readonly Token[] {
  const rest: Token[] = [];
  for (const token of tokens) {
    const { tokenType, startOffset } = token;
    if (startOffset < end || COMMENTS.has(tokenType)) continue;
    const last = rest.at(-1)?.tokenType;
    if (tokenType === Newline && (last === Comma || last === Arrow)) continue;
    if ([Newline, Semicolon, OpenBrace, CloseBrace].some((type) => type === tokenType)) break;
    rest.push(token);
  }
  return rest;
}

/** The dotted names among tokens. */
export function namesAmong(tokens: readonly Token[]): readonly string[] {
  const names: string[] = [];
  let last: Token | undefined;
  for (const token of tokens) {
    const isJoined = last?.tokenType === Dot && names.length > 0;
    if (token.tokenType === Name && isJoined) names.push(`${names.pop() ?? ""}.${token.image}`);
    else if (token.tokenType === Name) names.push(token.image);
    last = token;
  }
  return names;
}
