import { formatEdits, harmless, lineEndOf } from "../../grammar/format.ts";
import type { Replacement } from "../../grammar/format/script.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile, Span } from "../../grammar/text.ts";
import type { Statement } from "../../grammar/tree.ts";
import type { Edit } from "../model/edit.ts";
import { lineAround } from "./line-around.ts";

/**
 * Feature: Formatting while typing
 *
 * A line that was left by Enter gets its blanks right, and a statement that was closed by `}` its layout. It is calm: the
 * line of the cursor is never touched behind it, Enter moves no line, and a `;` is nothing to react to, since the next
 * statement may follow on the same line.
 */
export function formatTyped(file: SourceFile, offset: number, typed: string): readonly Edit[] {
  const { path, text } = file;
  if (typed !== "}" && typed !== "\n") return [];
  const isBrace = typed === "}";
  const where = isBrace ? closedAt(file, offset) : lineBefore(text, offset);
  const top = where && topAround(file, where);
  if (!where || !top) return [];
  const slice = text.slice(top.start, top.end);
  const edits = formatEdits(slice, lineEndOf(text)).map((edit) => moved(edit, top.start));
  const wanted = edits.filter(({ span, text: fresh }) => {
    const isInside = where.start <= span.start && span.end <= where.end;
    return isInside && (isBrace || !/[\r\n]/.test(text.slice(span.start, span.end) + fresh));
  });
  const isSafe = dependsOnOthers(file)
    ? harmless(text, wanted).length > 0
    : harmless(
        slice,
        wanted.map((edit) => moved(edit, -top.start)),
      ).length > 0;
  return isSafe ? wanted.map((edit) => ({ path, ...edit })) : [];
}

function moved({ span, text }: Replacement, by: number): Replacement {
  return { span: { start: span.start + by, end: span.end + by }, text };
}

/** Whether something is wrong beyond a single statement, such as a brace: then how one stands may matter to others. */
function dependsOnOthers(file: SourceFile): boolean {
  return syntaxOf(file).findings.some(({ site }) => site.top === undefined);
}

/** The line that Enter left; undefined for one that goes on with the next, which is yet to be written. */
function lineBefore(text: string, offset: number): Span | undefined {
  const { start } = lineAround(text, offset);
  if (start === 0) return undefined;
  const line = lineAround(text, text.startsWith("\r\n", start - 2) ? start - 2 : start - 1);
  const goesOn = /(?:,|->)\s*(?:\/\/.*)?$/.test(text.slice(line.start, line.end));
  return goesOn ? undefined : line;
}

/** The statement that a brace before the offset closes, from where its line begins, up to the brace. */
function closedAt(file: SourceFile, offset: number): Span | undefined {
  const { statements, startOf } = syntaxOf(file);
  const find = (all: readonly Statement[], base: number): number | undefined => {
    for (const { block, span } of all) {
      if (!block || base + block.span.end < offset || offset < base + span.start) continue;
      if (block.closed && base + block.span.end === offset) return base + span.start;
      return find(block.statements, base);
    }
    return undefined;
  };
  for (const statement of statements) {
    const start = find([statement], startOf.get(statement) ?? 0);
    if (start === undefined) continue;
    const line = lineAround(file.text, start).start;
    const isFirst = file.text.slice(line, start).trim() === "";
    return { start: isFirst ? line : start, end: offset - 1 };
  }
  return undefined;
}

/** The whole lines of the top-level statement that touches a stretch; the rest of the file need not be laid out. */
function topAround(file: SourceFile, { start, end }: Span): Span | undefined {
  const { statements, startOf } = syntaxOf(file);
  for (const statement of statements) {
    const base = startOf.get(statement) ?? 0;
    const span = { start: base + statement.span.start, end: base + statement.span.end };
    if (end < span.start || span.end < start) continue;
    return {
      start: Math.min(start, lineAround(file.text, span.start).start),
      end: Math.max(end, lineAround(file.text, span.end).end),
    };
  }
  return undefined;
}
