import type { Site } from "../../grammar/finding.ts";
import { once } from "../../grammar/once.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile, Span } from "../../grammar/text.ts";
import type { Statement, Value } from "../../grammar/tree.ts";
import type { Element, Model } from "./model.ts";
import type { Project } from "./snapshot.ts";

/** A change of text: what stands in `span` (from the start of the file) is replaced. */
export interface Edit {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

const filesOf = once((project: Project): ReadonlyMap<string, SourceFile> => {
  const config = project.configFile ? [project.configFile] : [];
  return new Map([...project.files, ...config].map((file) => [file.path, file]));
});

/** The file at a path, the project's `bizarch.json` included; undefined where the project has none there. */
export function fileAt(model: Model, path: string): SourceFile | undefined {
  return filesOf(model.project).get(path);
}

/** Where a site is in its file today. */
export function locate(model: Model, { path, top, span }: Site): Span {
  const file = top && fileAt(model, path);
  const start = file && top ? (syntaxOf(file).startOf.get(top) ?? 0) : 0;
  return { start: span.start + start, end: span.end + start };
}

/** The text at a site becomes another. */
export function replace(model: Model, site: Site, text: string): Edit {
  return { path: site.path, span: locate(model, site), text };
}

/**
 * A property is added to an element: the line as it would be written, `accountable data-office`. It goes where the
 * schema lists it among those that are there, and that do not go in the same breath.
 */
export function addProperty(
  model: Model,
  element: Element,
  line: string,
  going: ReadonlySet<string> = NONE,
): Edit {
  const { statement, kind } = element.declaration;
  const order = kind.properties.map(({ name }) => name);
  const rank = order.indexOf(/^\S+/.exec(line)?.[0] ?? "");
  const before = statement.block?.statements.findLastIndex(({ head }) => {
    const other = order.indexOf(head.text);
    return !going.has(head.text) && (rank < 0 || (other >= 0 && other <= rank));
  });
  return addLine(model, element, line, before ?? -1);
}

const NONE: ReadonlySet<string> = new Set();

/** A line is added to an element's block behind the statement of an index, -1 for its start; or a block with it. */
function addLine(model: Model, element: Element, lines: string, index: number): Edit {
  const { path } = element;
  const { statement, top } = element.declaration;
  const text = fileAt(model, path)?.text ?? "";
  const whole = locate(model, { path, top, span: statement.span });
  const base = whole.start - statement.span.start;
  const at = (offset: number) => ({ start: base + offset, end: base + offset });
  const indent = indentAt(text, whole.start);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const { block } = statement;
  const line = lines.replaceAll("\n", `${eol}${indent}  `);
  if (!block) {
    return { path, span: at(headEnd(statement)), text: ` {${eol}${indent}  ${line}${eol}${indent}}` };
  }
  const before = block.statements[index];
  const end = before?.span.end ?? block.span.start + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(base + end))?.[0].trimEnd() ?? "";
  if (block.span.end > end + rest.length && isOnlyComment(rest)) {
    return { path, span: at(end + rest.length), text: `${eol}${indent}  ${line}` };
  }
  const inline = lines.replaceAll("\n", "; ");
  if (before) return { path, span: at(end), text: `; ${inline}` };
  const gap = /^\s/.test(text.slice(base + end)) ? "" : " ";
  return { path, span: at(end), text: ` ${inline}${block.statements.length > 0 ? ";" : ""}${gap}` };
}

/** Whether what follows on a line is nothing or a comment, so that a new line goes behind it. */
function isOnlyComment(rest: string): boolean {
  return /^\s*(;\s*)?(\/\/.*|\/\*[^*]*\*\/)?$/.test(rest);
}

/** Where the part of a statement before its block ends. */
function headEnd({ head, items, colon }: Statement): number {
  return items.at(-1)?.value.span.end ?? colon?.end ?? head.span.end;
}

/** The white space that the line of an offset begins with. */
function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

/** A value is added to a property of an element, or the property with that value. */
export function addValue(model: Model, element: Element, property: string, value: string): Edit {
  const entry = element.declaration.properties.get(property);
  const last = entry?.values.at(-1);
  if (!last) return addProperty(model, element, `${property} ${value}`);
  const { start, end } = last.span;
  const site = {
    path: element.path,
    top: element.declaration.top,
    span: { start: end, end: Math.max(start, end) },
  };
  return replace(model, site, `, ${value}`);
}

/** A flag is added behind an element's title. */
export function addFlag(model: Model, element: Element, flag: string): Edit {
  const { statement, top } = element.declaration;
  const end = headEnd(statement);
  return replace(model, { path: element.path, top, span: { start: end, end } }, ` ${flag}`);
}

/** A value is taken out of a property of an element; with the last one goes the property's whole line. */
export function removeValue(
  model: Model,
  element: Element,
  property: string,
  value: Value,
): Edit | undefined {
  const entry = element.declaration.properties.get(property);
  const line = entry && lineOf(element.declaration.statement, entry.span);
  const index = line?.items.findIndex((item) => item.value === value) ?? -1;
  if (!line || index < 0) return undefined;
  const site = { path: element.path, top: element.declaration.top };
  if (line.items.length === 1) return removeLine(model, { ...site, span: line.span });
  const before = line.items[index - 1]?.value.span.end;
  const next = line.items[index + 1]?.value.span.start;
  const span =
    before === undefined
      ? { start: value.span.start, end: next ?? value.span.end }
      : { start: before, end: value.span.end };
  return replace(model, { ...site, span }, "");
}

function lineOf({ block }: Statement, span: Span): Statement | undefined {
  return block?.statements.find((line) => line.span.start === span.start);
}

/** A statement is taken out, with the line that it leaves empty, or the `;` that parted it from its neighbour. */
export function removeLine(model: Model, site: Site): Edit {
  const text = fileAt(model, site.path)?.text ?? "";
  const { start, end } = locate(model, site);
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[ \t]*(;[ \t]*)?(\r\n|\n|\r)?/.exec(text.slice(end)) ?? [""];
  const beginsLine = start - before === 0 || /[\r\n]/.test(text.charAt(start - before - 1));
  const endsLine = after[2] !== undefined || end + after[0].length === text.length;
  if (beginsLine && endsLine) {
    const lines = { start: start - before, end: end + after[0].length };
    return { path: site.path, span: withBlankLine(text, lines), text: "" };
  }
  const parted = after[1] === undefined ? /;[ \t]*$/.exec(text.slice(0, start))?.[0].length : undefined;
  const span = { start: start - (parted ?? 0), end: end + (after[1]?.length ?? 0) };
  return { path: site.path, span, text: "" };
}

/** Whole lines, with one of the blank lines around them where two would be left, or one at an end of the file. */
function withBlankLine(text: string, { start, end }: Span): Span {
  const above = blankAbove(text, start);
  const below = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0] ?? "";
  if ((above !== "" || start === 0) && below !== "") return { start, end: end + below.length };
  return end === text.length ? { start: start - above.length, end } : { start, end };
}

/** The end of the blank line that is above an offset; empty where there is none. */
export function blankAbove(text: string, offset: number): string {
  const lineEnds = /(?:\r\n|\n|\r(?!\n))(\r\n|\n|\r)$/.exec(text.slice(Math.max(0, offset - 4), offset));
  return lineEnds?.[1] ?? "";
}

/** A new statement at the end of a file, a blank line before it. */
export function appendStatement(model: Model, path: string, statement: string): Edit {
  const text = fileAt(model, path)?.text ?? "";
  const gap = text === "" ? "" : /[\r\n]$/.test(text) ? "\n" : "\n\n";
  const added = `${gap}${statement}\n`;
  const span = { start: text.length, end: text.length };
  return { path, span, text: text.includes("\r\n") ? added.replaceAll("\n", "\r\n") : added };
}

/** A text after edits that do not overlap. Insertions at one place keep their order, as in LSP. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .toReversed()
    .toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return ordered.reduce(
    (result, { span, text: inserted }) => result.slice(0, span.start) + inserted + result.slice(span.end),
    text,
  );
}
