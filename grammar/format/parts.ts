import type { IToken } from "chevrotain";
import type { Layout, Line } from "../layout.ts";
import { Newline, OpenBrace, Semicolon } from "../tokens.ts";
import { isBroken } from "./broken.ts";
import { hasOpenEnd, isNoProse } from "./prose.ts";
import { endOf, isComment } from "./spacing.ts";
import type { Kept, Part } from "./printer.ts";

interface Item extends Kept {
  /** The statement; undefined for what is left as it is. */
  readonly line: Line | undefined;
}

/**
 * What a file consists of: its statements and, where a brace has no partner, or a text or comment no end, the stretches of
 * lines around those and around statements that cannot be read. In them indentation may carry meaning, or blanks be
 * somebody's prose, so that they stay as they are.
 */
export function partsOf(tokens: readonly IToken[], { lines, troubles }: Layout): readonly Part[] {
  const isOpen = hasOpenEnd(tokens);
  if (troubles.length === 0 && !isOpen) return lines;
  const isSound = isOpen ? (line: Line) => isNoProse(line) : (line: Line) => !isBroken(line);
  const joined: Item[] = [];
  for (const item of itemsOf(tokens, lines, new Set(troubles.map(({ token }) => token)), isSound)) {
    let next = item;
    for (let last = joined.at(-1); last && belongTogether(tokens, last, next); last = joined.at(-1)) {
      joined.pop();
      next = { from: last.from, to: next.to, line: undefined };
    }
    joined.push(next);
  }
  return joined.map((item, index) => item.line ?? wholeLines(tokens, item, joined[index + 1]));
}

/** Statements and what is none, in the order of the text. */
function itemsOf(
  tokens: readonly IToken[],
  lines: readonly Line[],
  troubled: ReadonlySet<IToken>,
  isSound: (line: Line) => boolean,
): Item[] {
  const items: Item[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const line = lines[next];
    if (!token || token.tokenType === Newline || token.tokenType === Semicolon || isComment(token)) continue;
    if (!line || token !== line.tokens[0]) {
      items.push({ from: at, to: at, line: undefined });
      continue;
    }
    const from = at;
    const last = lastOf(line);
    let isWhole = true;
    while (tokens[at] !== last) {
      const inner = tokens[at];
      if (inner && troubled.has(inner)) isWhole = false;
      at++;
    }
    const isLaidOut = isWhole && !troubled.has(last) && isSound(line);
    items.push({ from, to: at, line: isLaidOut ? line : undefined });
    next++;
  }
  return items;
}

function lastOf({ tokens, block }: Line): IToken {
  const inner = block?.lines.at(-1);
  const last = block && (block.close ?? (inner ? lastOf(inner) : block.open));
  const end = last ?? tokens.at(-1);
  if (!end) throw new Error("A statement has at least one token.");
  return end;
}

/** Whether what is left as it is takes its neighbour with it: on the same line, or where only blanks are between. */
function belongTogether(tokens: readonly IToken[], before: Item, after: Item): boolean {
  if (before.line && after.line) return false;
  if (!before.line && !after.line) return true;
  const types = tokens.slice(before.to + 1, after.from).map(({ tokenType }) => tokenType);
  if (!types.includes(Newline)) return true;
  // A block without a statement must not come to stand behind one; a blank line is enough between them.
  const isParted = types.some((type, index) => type === Newline && types[index + 1] === Newline);
  const isStrayBlock = tokens[after.from]?.tokenType === OpenBrace;
  return isStrayBlock && !isParted && before.line?.block === undefined;
}

/** The lines that a stretch stands on, with the comments of a block that is never closed. */
function wholeLines(tokens: readonly IToken[], { from, to }: Kept, next: Kept | undefined): Kept {
  let start = from;
  while (start > 0 && tokens[start - 1]?.tokenType !== Newline) start--;
  let end = lineEnd(tokens, to);
  const indent = columnOf(tokens, start);
  const limit = next?.from ?? tokens.length;
  for (let at = end + 1; at < limit; at++) {
    const token = tokens[at];
    if (!token || token.tokenType === Newline) continue;
    const line = lineEnd(tokens, at);
    if (!isComment(token) || columnOf(tokens, at) <= indent || line >= limit) break;
    end = line;
    at = line;
  }
  return { from: start, to: end };
}

function lineEnd(tokens: readonly IToken[], at: number): number {
  let end = at;
  while (end + 1 < tokens.length && tokens[end + 1]?.tokenType !== Newline) end++;
  return end;
}

function columnOf(tokens: readonly IToken[], at: number): number {
  const before = tokens[at - 1];
  return (tokens[at]?.startOffset ?? 0) - (before ? endOf(before) : 0);
}
