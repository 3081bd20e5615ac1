import { formatEdits, harmless } from "../../grammar/format.ts";
import type { Replacement } from "../../grammar/format/script.ts";
import { once } from "../../grammar/once.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile, Span } from "../../grammar/text.ts";
import type { Statement } from "../../grammar/tree.ts";
import type { Edit } from "../model/edit.ts";
import { lineAround } from "./line-around.ts";

/**
 * Feature: Formatting
 *
 * The one layout of the text: of the file, or of the lines that a stretch of it touches, a statement's head whole. Nothing
 * is edited but what differs, so that cursors and marks stay where they are.
 */
export function format(file: SourceFile, within?: Span): readonly Edit[] {
  const all = editsOf(file);
  const edits = within ? harmless(file.text, all.filter(touching(reach(file, within)))) : all;
  return edits.map((edit) => ({ path: file.path, ...edit }));
}

const editsOf = once((file: SourceFile): readonly Replacement[] => formatEdits(file.text));

function touching({ start, end }: Span) {
  return ({ span }: Replacement): boolean => span.start <= end && start <= span.end;
}

/** The lines of a stretch, and those of the heads of statements that it touches. */
function reach(file: SourceFile, within: Span): Span {
  const { statements, startOf } = syntaxOf(file);
  let lines = linesOf(file.text, within);
  const widen = (statement: Statement, base: number): void => {
    const { span, block } = statement;
    if (base + span.end < lines.start || lines.end < base + span.start) return;
    const head = { start: base + span.start, end: base + (block ? block.span.start + 1 : span.end) };
    if (head.start <= lines.end && lines.start <= head.end) lines = joined(lines, linesOf(file.text, head));
    for (const inner of block?.statements ?? []) widen(inner, base);
  };
  for (const statement of statements) widen(statement, startOf.get(statement) ?? 0);
  return lines;
}

function linesOf(text: string, { start, end }: Span): Span {
  return { start: lineAround(text, start).start, end: lineAround(text, end).end };
}

function joined(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
