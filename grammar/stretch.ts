import { replacedBetween, type Span } from "./text.ts";
import type { Syntax } from "./syntax.ts";

/** What of a file has to be read again after an edit. */
export interface Stretch {
  /** Where it lies in the new text. It begins at the start of a line, and so does what follows it. */
  readonly span: Span;
  /** The statements that it replaces: those before `first` and from `rest` on stay as they are. */
  readonly first: number;
  readonly rest: number;
  /** How far what follows it has moved. */
  readonly shift: number;
}

/** How many statements are tried for a clean line end behind them, before the whole file is read. */
const TRIES = 8;

/**
 * The stretch around an edit, with two statements before it and two behind. The nearest on either side may come to belong
 * to what was edited; the last has to turn out to be what it was, else more has changed than can be seen from here.
 * Undefined where the file has to be read whole: something in it belongs to no statement, or is not what it seems.
 */
export function stretchAround(before: Syntax, text: string): Stretch | undefined {
  const { file, statements, starts, findings, isPlain } = before;
  if (!isPlain || findings.some(({ site }) => site.top === undefined)) return undefined;
  const { span: edit, shift } = replacedBetween(file.text, text);
  const startAt = (index: number): number => starts[index] ?? file.text.length;
  const endAt = (index: number): number => startAt(index) + (statements[index]?.span.end ?? 0);
  const past = count(statements.length, (index) => endAt(index) < edit.start);
  const head = lineFrom(past - 3, -1, (index) => lineAfter(file.text, endAt(index)));
  const behind = count(statements.length, (index) => startAt(index) <= edit.end);
  const tail = lineFrom(behind + 1, 1, (index) =>
    index >= statements.length - 1 ? file.text.length : lineAfter(file.text, endAt(index)),
  );
  if (!tail) return undefined;
  const start = head?.at ?? 0;
  return {
    span: { start, end: tail.at + shift },
    first: head ? head.index + 1 : 0,
    rest: Math.min(tail.index + 1, statements.length),
    shift,
  };
}

/** How many of the first so many hold, where those that hold come first. */
function count(size: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest statement, in a direction, with nothing but its line end behind it. */
function lineFrom(
  from: number,
  step: 1 | -1,
  lineBehind: (index: number) => number | undefined,
): { readonly index: number; readonly at: number } | undefined {
  for (let tries = 0; tries < TRIES; tries++) {
    const index = from + tries * step;
    if (index < 0) return undefined;
    const at = lineBehind(index);
    if (at !== undefined) return { index, at };
  }
  return undefined;
}

/** Behind a statement: blanks, `;` and perhaps a comment, but none that could belong to the next statement. */
const REST_OF_LINE = /[ \t;]*(?:\/\/(?!\/)[^\n\r]*)?(?:\r\n|\n|\r)/y;

function lineAfter(text: string, end: number): number | undefined {
  REST_OF_LINE.lastIndex = end;
  return REST_OF_LINE.test(text) ? REST_OF_LINE.lastIndex : undefined;
}
