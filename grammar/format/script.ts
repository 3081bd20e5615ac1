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
    this.replacements.push(...difference(this.text.slice(this.at, end), this.written, this.at));
    this.written = "";
  }

  private measure(text: string): void {
    const end = text.lastIndexOf("\n");
    this.length = end < 0 ? this.length + text.length : text.length - end - 1;
  }
}

/** How a text becomes another, line by line where both have as many; `base` is where the old one begins. */
function difference(before: string, after: string, base: number): readonly Replacement[] {
  if (before === after) return [];
  const old = before.split(LINE_END);
  const fresh = after.split(LINE_END);
  if (old.length !== fresh.length) return narrowed(before, after, base);
  let at = base;
  return old.flatMap((part, index) => {
    const start = at;
    at += part.length;
    return narrowed(part, fresh[index] ?? "", start);
  });
}

const LINE_END = /(\r\n|\n|\r)/;

/** The difference without what both begin and end with; a line end of two characters is never torn apart. */
function narrowed(before: string, after: string, base: number): readonly Replacement[] {
  if (before === after) return [];
  const old = before.match(UNIT) ?? [];
  const fresh = after.match(UNIT) ?? [];
  const least = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < least && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const span = {
    start: base + old.slice(0, head).join("").length,
    end: base + old.slice(0, old.length - tail).join("").length,
  };
  return [{ span, text: fresh.slice(head, fresh.length - tail).join("") }];
}

const UNIT = /\r\n|[^]/gu;
