import type { Span } from "../text.ts";

/** A stretch of text becomes another. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/**
 * Writes a new text over an old one. What is kept of the old text is kept in its order; all that lies between is
 * replaced by what is written between. So only what differs is ever touched, and cursors and marks stay where they are.
 */
export class Script {
  private readonly replacements: Replacement[] = [];
  /** What was written since the last piece that is kept, which ends at `at`. */
  private written = "";
  private length = 0;

  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  /** How many characters stand on the line that is being written. */
  get column(): number {
    return this.length;
  }

  write(text: string): void {
    this.written += text;
    this.measure(text);
  }

  keep(start: number, end: number): void {
    this.replace(start);
    this.at = end;
    this.measure(this.text.slice(start, end));
  }

  /** What has to be replaced, in order, once all is written. */
  done(): readonly Replacement[] {
    this.replace(this.text.length);
    return this.replacements;
  }

  private replace(end: number): void {
    const { at, written } = this;
    this.written = "";
    if (end - at === written.length && this.text.startsWith(written, at)) return;
    const before = this.text.slice(at, end);
    // Most often there is no line end in it.
    if (/[\r\n]/.test(before + written)) this.replacements.push(...difference(before, written, at));
    else this.replacements.push(narrowed(before, written, at));
  }

  private measure(text: string): void {
    const end = text.lastIndexOf("\n") + 1;
    this.length = end === 0 ? this.length + text.length : text.length - end;
  }
}

/** How a text becomes another, line by line where both have as many; `base` is where the old one begins. */
function difference(before: string, after: string, base: number): readonly Replacement[] {
  const old = before.split(LINE_END);
  const fresh = after.split(LINE_END);
  if (old.length !== fresh.length) return [narrowed(before, after, base)];
  let at = base;
  return old.flatMap((part, index) => {
    const start = at;
    at += part.length;
    const other = fresh[index] ?? "";
    return part === other ? [] : narrowed(part, other, start);
  });
}

const LINE_END = /(\r\n|\n|\r)/;

/** The difference without what both begin and end with. */
function narrowed(before: string, after: string, base: number): Replacement {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  if (isTorn(before, head) || isTorn(after, head)) head--;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (isTorn(before, before.length - tail) || isTorn(after, after.length - tail)) tail--;
  return {
    span: { start: base + head, end: base + before.length - tail },
    text: after.slice(head, after.length - tail),
  };
}

/** Whether a place is inside of a line end or a character of two units, where no editor can put a cursor. */
function isTorn(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const isLineEnd = before === 13 && after === 10;
  return isLineEnd || (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
}
