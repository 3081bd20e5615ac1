import { once } from "../../../grammar/once.ts";
import { lineIndex, type Position, type SourceFile } from "../../../grammar/text.ts";

/** A position as a line and a column in bytes of UTF-8, both from 1. */
export function bytePosition(file: SourceFile, { line, character }: Position) {
  const start = linesOf(file)[line] ?? 0;
  return { line: line + 1, column: bytesBefore(file, start + character) - bytesBefore(file, start) + 1 };
}

const linesOf = once((file: SourceFile) => lineIndex(file.text));

/** Bytes are counted up to each of these many units once, so that a long line is not counted for each finding in it. */
const STEP = 1024;

const marksOf = once(({ text }: SourceFile): readonly number[] => {
  const marks = [0];
  for (let at = STEP; at <= text.length; at += STEP)
    marks.push((marks.at(-1) ?? 0) + bytesIn(text, at - STEP, at));
  return marks;
});

function bytesBefore(file: SourceFile, offset: number): number {
  const step = Math.floor(offset / STEP);
  return (marksOf(file)[step] ?? 0) + bytesIn(file.text, step * STEP, offset);
}

function bytesIn(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a pair is two of its four bytes.
    const isHalf = unit >= 0xd800 && unit < 0xe000;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3;
  }
  return bytes;
}
