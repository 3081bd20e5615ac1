import { formatEdits, lineEndOf, rewritten } from "../../grammar/format.ts";
import { Script, type Replacement } from "../../grammar/format/script.ts";
import { grouped } from "../../grammar/grouped.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile, Span } from "../../grammar/text.ts";
import { fileAt, type Edit } from "./edit.ts";
import type { Model } from "./model.ts";

/**
 * Edits that do the same and leave every statement in the one layout that was in it before. A statement that its author
 * wrote otherwise is none of their business.
 */
export function tidied(model: Model, edits: readonly Edit[]): readonly Edit[] {
  const byPath = grouped(edits, ({ path }) => path);
  return [...byPath].flatMap(([path, own]) => {
    const file = fileAt(model, path);
    return file ? inFile(file, own) : own;
  });
}

function inFile(file: SourceFile, edits: readonly Edit[]): readonly Edit[] {
  const byStatement = grouped(edits, ({ span }) => statementAround(file, span)?.start ?? -1);
  return [...byStatement.values()].flatMap((own) => {
    const slice = own[0] && statementAround(file, own[0].span);
    return slice ? inStatement(file, slice, own) : own;
  });
}

/** The whole lines of the top-level statement that an edit is in, the last line end included. */
function statementAround(file: SourceFile, { start, end }: Span): Span | undefined {
  const { text } = file;
  const { statements, startOf } = syntaxOf(file);
  for (const statement of statements) {
    const base = startOf.get(statement) ?? 0;
    const from = base + statement.span.start;
    const to = base + statement.span.end;
    if (start < from || to < end) continue;
    const lineEnd = text.indexOf("\n", to);
    return {
      start: from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1,
      end: lineEnd < 0 ? text.length : lineEnd + 1,
    };
  }
  return undefined;
}

function inStatement(file: SourceFile, slice: Span, edits: readonly Edit[]): readonly Edit[] {
  const before = file.text.slice(slice.start, slice.end);
  const eol = lineEndOf(file.text);
  if (layoutOf(before, eol).length > 0) return edits;
  const first = edits
    .map(({ span: { start, end }, text }) => ({
      span: { start: start - slice.start, end: end - slice.start },
      text,
    }))
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const middle = rewritten(before, first);
  const layout = layoutOf(middle, eol);
  const second = isFollowed(file.text, slice.end) ? withBlankLine(middle, layout, eol) : layout;
  if (second.length === 0) return edits;
  return composed(before, first, second).map(({ span: { start, end }, text }) => ({
    path: file.path,
    span: { start: start + slice.start, end: end + slice.start },
    text,
  }));
}

/** Whether the line at an offset says something, so that a blank line before it is one that parts two. */
function isFollowed(text: string, offset: number): boolean {
  return /^[ \t]*[^ \t\r\n]/.test(text.slice(offset));
}

/** The layout of a piece that others follow: at the end of a file blank lines go, and between two statements one stays. */
function withBlankLine(text: string, layout: readonly Replacement[], eol: string): readonly Replacement[] {
  const last = layout.at(-1);
  if (!last || last.span.end < text.length || !/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text))
    return layout;
  return [...layout.slice(0, -1), { span: last.span, text: `${last.text}${eol}` }];
}

/** What a piece of a file lacks to be in the one layout; its last line may be the file's, which does not end. */
function layoutOf(text: string, eol: string): readonly Replacement[] {
  const edits = formatEdits(text, eol);
  return /[\r\n]$/.test(text) ? edits : edits.filter(({ span }) => span.end < text.length);
}

/** Two steps in one: what becomes of a text by the first edits, and of that by the second. */
function composed(
  before: string,
  first: readonly Replacement[],
  second: readonly Replacement[],
): readonly Replacement[] {
  const middle = rewritten(before, first);
  const origins = originsOf(before, first);
  const script = new Script(before, 0);
  let at = 0;
  for (const { span, text } of [
    ...second,
    { span: { start: middle.length, end: middle.length }, text: "" },
  ]) {
    for (; at < span.start; at++) {
      const origin = origins[at];
      if (origin === undefined) script.write(middle.charAt(at));
      else script.keep(origin, origin + 1);
    }
    script.write(text);
    at = span.end;
  }
  return script.done();
}

/** For each character of the text after edits, where it was before; undefined for a new one. */
function originsOf(before: string, edits: readonly Replacement[]): readonly (number | undefined)[] {
  const origins: (number | undefined)[] = [];
  let at = 0;
  for (const { span, text } of edits) {
    for (; at < span.start; at++) origins.push(at);
    for (let index = 0; index < text.length; index++) origins.push(undefined);
    at = span.end;
  }
  for (; at < before.length; at++) origins.push(at);
  return origins;
}
