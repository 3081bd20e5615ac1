import { siteIn, type Element, type Model } from "../../model/model.ts";
import { fileAt, locate } from "../../model/edit.ts";

/** A line of a statement, and whether the other side has no such line. */
export interface TextLine {
  readonly text: string;
  readonly isOnlyHere: boolean;
}

/** How an element is written, on lines without the indentation that they share. */
export function writtenLines(model: Model, element: Element): readonly string[] {
  const file = fileAt(model, element.path);
  if (!file) return [];
  const { start, end } = locate(model, siteIn(element, element.declaration.statement));
  const lineStart = file.text.lastIndexOf("\n", start - 1) + 1;
  const lead = file.text.slice(lineStart, start);
  // What stands before it on its line is another statement's.
  const text = (/^\s*$/.test(lead) ? lead : "") + file.text.slice(start, end);
  const lines = text.split(/\r\n|\r|\n/);
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least).trimEnd());
}

/** The lines of one side, with those marked that the other lacks, whatever their order and indentation. */
export function against(lines: readonly string[], others: readonly string[]): readonly TextLine[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  return lines.map((text) => {
    const key = text.trim();
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return { text, isOnlyHere: count === 0 && key !== "" };
  });
}
