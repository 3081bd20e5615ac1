import { onceFrom } from "./once.ts";

/** A stretch of text: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line and a character in it, both from 0, characters in UTF-16 units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One file as it is read: its path (with `/`) and its text. Never changed, only replaced. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What one edit did to a text: what stood in `span` was replaced, and what came after it moved by `shift`. */
export interface Replaced {
  readonly span: Span;
  readonly shift: number;
}

/** The least stretch that has to be replaced to make one text of the other. */
export function replacedBetween(before: string, after: string): Replaced {
  const shorter = Math.min(before.length, after.length);
  const shift = after.length - before.length;
  const start = alike(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = alike(shorter - start, (from, to) => {
    const end = before.length - from;
    return before.slice(before.length - to, end) === after.slice(after.length - to, end + shift);
  });
  return { span: { start, end: before.length - tail }, shift };
}

/** How far a stretch is alike: in large steps, and where one fails in ever smaller ones. Steps compare much at once. */
function alike(length: number, isAlike: (from: number, to: number) => boolean): number {
  let at = 0;
  for (let step = 4096; step >= 1; step = step / 8) {
    while (at < length && isAlike(at, Math.min(at + step, length))) at = Math.min(at + step, length);
  }
  return at;
}

/** Where each line of a text begins. Lines end at LF, CRLF or CR, as in LSP. */
export type LineIndex = readonly number[];

export function lineIndex(text: string): LineIndex {
  const starts: number[] = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Where each line of a file begins. */
export const linesOf: (file: SourceFile) => LineIndex = onceFrom(({ text }, before) =>
  before ? linesAfter(before.value, text, replacedBetween(before.key.text, text)) : lineIndex(text),
);

/** The lines of a text after an edit, from those before it: only what was replaced is looked through. */
export function linesAfter(lines: LineIndex, text: string, { span, shift }: Replaced): LineIndex {
  // A line end of two characters may have been made, or torn, at either end of what was replaced.
  const from = positionAt(lines, Math.max(0, span.start - 1)).line;
  const to = positionAt(lines, span.end + 1).line + 1;
  const start = lines[from] ?? 0;
  const end = to < lines.length ? (lines[to] ?? 0) + shift : text.length;
  const between = lineIndex(text.slice(start, end)).map((line) => line + start);
  // A line that begins where the stretch ends is the first of the rest.
  if (to < lines.length && between.at(-1) === end) between.pop();
  return [...lines.slice(0, from), ...between, ...lines.slice(to).map((line) => line + shift)];
}

/** The position of an offset; an offset beyond the text is taken as its end by the caller's span. */
export function positionAt(lines: LineIndex, offset: number): Position {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (lines[low] ?? 0) };
}

/** The offset of a position. A character beyond its line is taken as the end of the line, as LSP asks. */
export function offsetAt(lines: LineIndex, text: string, position: Position): number {
  const start = lines[position.line];
  if (start === undefined) return text.length;
  const next = lines[position.line + 1] ?? text.length;
  let end = next;
  while (end > start && /[\r\n]/.test(text.charAt(end - 1))) end--;
  return Math.min(start + position.character, end);
}

/** Whether the span holds the offset; its end counts too, since a cursor stands between two characters. */
export function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
