import type { IToken } from "chevrotain";
import { layout, type Layout, type Line, type Trouble } from "./layout.ts";
import { nearest } from "./near.ts";
import { isHead, propertyNames, writtenKind, kinds } from "./schema.ts";
import {
  CloseBrace,
  CloseBracket,
  Colon,
  Name,
  Newline,
  OpenBrace,
  OpenBracket,
  OpenComment,
  OpenString,
} from "./tokens.ts";

/**
 * Where one sign is wrong or missing, a reader sees at once what the lines after it belong to. What is found here is
 * told once, at that sign, and not again at each of those lines.
 */

/** A file cut into lines, and which of them have lost the sign that makes sense of others. */
export interface Damaged extends Layout {
  /** Lines whose block lacks its `{`; what was to be in it is left out. */
  readonly unopened: ReadonlySet<Line>;
  /** The comments that are never closed. */
  readonly comments: readonly IToken[];
  /** Texts that go on in the next line, which is left out, by their opening token: the token that ends them. */
  readonly overLines: ReadonlyMap<IToken, IToken>;
  /** The last token of what is the rest of a text block or a comment that is never closed, by their opening token. */
  readonly prose: ReadonlyMap<IToken, IToken>;
  /** Whether nothing of the sort was found: each line says by itself what it is. */
  readonly isPlain: boolean;
}

/** Cuts tokens into lines, and takes out the lines that only an error before them has made statements. */
export function damaged(tokens: readonly IToken[]): Damaged {
  const plain = layout(tokens);
  const bracketed = plain.lines.some(endsInBracket) ? layout(withBraces(tokens)) : plain;
  const cut = withoutUnopened(bracketed);
  const overLines = new Map<IToken, IToken>();
  const prose = new Map<IToken, IToken>();
  const open = tokens.filter(({ tokenType }) => tokenType === OpenComment || tokenType === OpenString);
  const comments = open.filter(({ tokenType }) => tokenType === OpenComment);
  const isCut = bracketed === plain && cut.troubles.length === 0 && cut.unopened.size === 0;
  if (open.length === 0) return { ...cut, comments, overLines, prose, isPlain: isCut };
  const lines = withoutProse(cut.lines, { comments, passed: 0, overLines, prose });
  const isPlain = isCut && overLines.size + prose.size === 0;
  return { ...cut, lines, comments, overLines, prose, isPlain };
}

/** `tool pim (` at the end of a line. */
function endsInBracket({ tokens, block }: Line): boolean {
  return !block && tokens.length > 1 && isOpening(tokens.at(-1));
}

function isOpening(token: IToken | undefined): boolean {
  return token?.tokenType === OpenBracket || token?.image === "(";
}

/** Brackets at the end of a line, and those that close them at the start of one, as the braces they were meant to be. */
function withBraces(tokens: readonly IToken[]): readonly IToken[] {
  const isLast = (index: number): boolean => {
    const next = tokens[index + 1];
    return next === undefined || next.tokenType === Newline;
  };
  const isFirst = (index: number): boolean => index === 0 || tokens[index - 1]?.tokenType === Newline;
  const closes = (token: IToken): boolean => token.tokenType === CloseBracket || token.image === ")";
  if (!tokens.some((token, index) => closes(token) && isFirst(index))) return tokens;
  return tokens.map((token, index) => {
    if (isOpening(token) && isLast(index)) return { ...token, tokenType: OpenBrace };
    return closes(token) && isFirst(index) ? { ...token, tokenType: CloseBrace } : token;
  });
}

type Unopened = Pick<Damaged, "lines" | "troubles" | "unopened">;

/**
 * A `}` that closes nothing, after lines that stand in no block, or in a block that they do not belong in: the line
 * before them has lost its `{`.
 */
function withoutUnopened({ lines, troubles }: Layout): Unopened {
  const strays = troubles.filter(({ what }) => what === "stray-close");
  const found: Found = { unopened: new Set(), told: new Set() };
  const kept = strays.length === 0 ? lines : opened(lines, strays, found, true);
  if (found.unopened.size === 0) return { lines, troubles, unopened: found.unopened };
  return {
    lines: kept,
    troubles: troubles.filter((trouble) => !found.told.has(trouble)),
    unopened: found.unopened,
  };
}

interface Found {
  readonly unopened: Set<Line>;
  /** The troubles that this explains. */
  readonly told: Set<Trouble>;
}

/** The lines of a block, or of a file, without those that belong to a line which has lost its `{`. */
function opened(
  lines: readonly Line[],
  strays: readonly Trouble[],
  found: Found,
  isTop: boolean,
): readonly Line[] {
  const gone = new Set<Line>();
  let end = -1;
  for (const stray of strays) {
    const before = end;
    while (startOf(lines[end + 1]) < stray.token.startOffset) end++;
    let at = end;
    while (at > before && (isProperty(lines[at]) || (isTop && isInner(lines[at])))) at--;
    const head = lines[at];
    if (
      found.told.has(stray) ||
      !head ||
      at === before ||
      at === end ||
      head.block ||
      !writtenKind(head.tokens[0]?.image ?? "")
    )
      continue;
    found.unopened.add(head);
    found.told.add(stray);
    for (const line of lines.slice(at + 1, end + 1)) gone.add(line);
  }
  return lines.filter((line) => !gone.has(line)).map((line) => openedWithin(line, strays, found));
}

/** A line with the same done to its block. */
function openedWithin(line: Line, strays: readonly Trouble[], found: Found): Line {
  const { block } = line;
  if (!block?.close) return line;
  const { open, close } = block;
  const inside = strays.slice(indexFrom(strays, open.startOffset), indexFrom(strays, close.startOffset));
  if (inside.length === 0) return line;
  return { ...line, block: { ...block, lines: [...opened(block.lines, inside, found, false)] } };
}

/** The index of the first that stands at an offset or behind it; they are in the order of the text. */
function indexFrom(strays: readonly Trouble[], offset: number): number {
  let from = 0;
  let to = strays.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((strays[middle]?.token.startOffset ?? 0) < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

function startOf(line: Line | undefined): number {
  return line?.tokens[0]?.startOffset ?? Infinity;
}

/** An entity, which stands in a domain. */
function isInner(line: Line | undefined): boolean {
  return writtenKind(line?.tokens[0]?.image ?? "")?.within !== undefined;
}

function isProperty(line: Line | undefined): boolean {
  const [first, second] = line?.tokens ?? [];
  if (first?.tokenType !== Name) return false;
  return (
    second?.tokenType === Colon ||
    (propertyNames.has(first.image) && !(line?.block && writtenKind(first.image)))
  );
}

/** What is never closed, and how many of the comments were passed. */
interface Openings {
  readonly comments: readonly IToken[];
  passed: number;
  readonly overLines: Map<IToken, IToken>;
  readonly prose: Map<IToken, IToken>;
}

/**
 * The lines without those that are the rest of a text or a comment which is never closed: after it, what does not
 * begin with a word of the language, or with one that is nearly one.
 */
function withoutProse(lines: readonly Line[], openings: Openings): Line[] {
  const kept: Line[] = [];
  let prose: IToken | undefined;
  for (const line of lines) {
    const last = kept.at(-1);
    prose = commentBefore(line, last, openings) ?? prose;
    const opening = last?.block || prose ? undefined : last?.tokens.at(-1);
    const closing = opening && endOfText(opening, line);
    if (opening && closing) {
      openings.overLines.set(opening, closing);
      continue;
    }
    if (prose && !isStatement(line)) {
      const end = line.block?.close ?? line.tokens.at(-1);
      if (end) openings.prose.set(prose, end);
      continue;
    }
    prose = line.tokens.find(({ tokenType, image }) => tokenType === OpenString && image.startsWith('"""'));
    const { block } = line;
    kept.push(block ? { ...line, block: { ...block, lines: withoutProse(block.lines, openings) } } : line);
  }
  return kept;
}

/** The comment that is never closed between a line and the one before it; undefined where there is none. */
function commentBefore(line: Line, last: Line | undefined, openings: Openings): IToken | undefined {
  const start = line.tokens[0]?.startOffset ?? 0;
  const from = last?.tokens.at(-1)?.startOffset ?? -1;
  let found: IToken | undefined;
  for (let at = openings.comments[openings.passed]; at && at.startOffset < start;) {
    if (at.startOffset > from) found = at;
    at = openings.comments[++openings.passed];
  }
  return found;
}

/** The quote in a line that ends a text which was opened in the line before; undefined where there is none. */
function endOfText(opening: IToken, { tokens }: Line): IToken | undefined {
  if (opening.tokenType !== OpenString || opening.image.startsWith('"""') || opening.image === '"')
    return undefined;
  const [first] = tokens;
  if (!first || (first.tokenType === Name && isHead(first.image))) return undefined;
  return tokens.find(({ tokenType, image }) => tokenType === OpenString && image === '"');
}

function isStatement({ tokens: [first, second] }: Line): boolean {
  if (first?.tokenType !== Name) return false;
  if (isHead(first.image) || second?.tokenType === Colon) return true;
  return nearest(first.image, KINDS) !== undefined;
}

const KINDS = kinds.map(({ name }) => name);
