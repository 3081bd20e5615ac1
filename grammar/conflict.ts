import type { IToken } from "chevrotain";
import type { Span } from "./text.ts";
import { Bar, Equal, Greater, Less, Newline } from "./tokens.ts";

/** What git leaves in a file where two sides changed the same lines. */
export interface Conflict {
  /** The line that it begins with, or the one that is left of it. */
  readonly span: Span;
  /** Whether both of its sides are there. */
  readonly whole: boolean;
}

const MARKS = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/** The tokens without the lines that mark a conflict and without all but its first side, as a reader would begin. */
export function withoutConflicts(
  text: string,
  tokens: readonly IToken[],
): { readonly tokens: readonly IToken[]; readonly conflicts: readonly Conflict[] } {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return { tokens, conflicts: [] };
  const marks = marksIn(tokens);
  const kept: (readonly IToken[])[] = [];
  const conflicts: Conflict[] = [];
  let at = 0;
  for (const [index, mark] of marks.entries()) {
    if (mark.first < at) continue;
    const end = mark.sign === "<" ? wholeEnd(marks, index) : undefined;
    // A line of '=' alone may be a heading's, and one of '|' a table's.
    if (!end && (mark.sign === "=" || mark.sign === "|")) continue;
    kept.push(tokens.slice(at, mark.first));
    conflicts.push({ span: spanOf(tokens, mark), whole: end !== undefined });
    if (end) kept.push(tokens.slice(mark.last, end.side));
    at = end ? end.after : mark.last;
  }
  kept.push(tokens.slice(at));
  return { tokens: kept.flat(), conflicts };
}

/** A line that marks a conflict: its sign, its first token, and where the next line's begin. */
interface Mark {
  readonly sign: string;
  readonly first: number;
  readonly last: number;
}

function marksIn(tokens: readonly IToken[]): readonly Mark[] {
  const marks: Mark[] = [];
  for (let first = 0; first < tokens.length; first = nextLine(tokens, first)) {
    if (!SIGNS.some((type) => type === tokens[first]?.tokenType)) continue;
    const run = tokens.slice(first, first + 7);
    const image = run.map((token) => token.image).join("");
    const start = tokens[first]?.startOffset ?? 0;
    const isRun = MARKS.includes(image) && (run.at(-1)?.startOffset ?? 0) === start + 6;
    if (isRun) marks.push({ sign: image.charAt(0), first, last: nextLine(tokens, first) });
  }
  return marks;
}

const SIGNS = [Less, Bar, Equal, Greater];

function nextLine(tokens: readonly IToken[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at]?.tokenType !== Newline) at++;
  return at + 1;
}

/** Where the first side of the conflict ends that begins at a mark, and what comes after it all; undefined for a part. */
function wholeEnd(marks: readonly Mark[], index: number) {
  const rest = marks.slice(index + 1);
  const next = rest.findIndex(({ sign }) => sign === "<");
  const own = next < 0 ? rest : rest.slice(0, next);
  const side = own.find(({ sign }) => sign === "|" || sign === "=");
  const close = own.find(({ sign }) => sign === ">");
  const isOrdered = side && close && side.first < close.first;
  return isOrdered ? { side: side.first, after: close.last } : undefined;
}

function spanOf(tokens: readonly IToken[], { first, last }: Mark): Span {
  const begin = tokens[first];
  const end = tokens[Math.min(last - 2, tokens.length - 1)] ?? begin;
  return { start: begin?.startOffset ?? 0, end: (end?.startOffset ?? 0) + (end?.image.length ?? 0) };
}
