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

/** Where each line of a text begins. Lines end at LF, CRLF or CR, as in LSP. */
export type LineIndex = readonly number[];

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
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
