import { once } from "../../../grammar/once.ts";
import { syntaxOf } from "../../../grammar/parse.ts";
import type { SourceFile, Span } from "../../../grammar/text.ts";
import { BlockComment, Doc, LineComment, Newline, tokenize } from "../../../grammar/tokens.ts";
import type { Block, Statement } from "../../../grammar/tree.ts";
import { fileAt } from "../../model/edit.ts";
import type { Element, Model } from "../../model/model.ts";

/** How much of what stands above a statement belongs to it: what touches it, or all that is said since the one before. */
type Reach = "near" | "section";

/**
 * A statement at the top of a file with its comments: those above it that no blank line parts from it, and one behind it
 * on its line. What it is described by belongs to it in any case.
 */
export function topStretch(file: SourceFile, statement: Statement, reach: Reach = "near"): Span {
  const { statements, starts } = syntaxOf(file);
  const index = indexOf(file, statement);
  const start = starts[index] ?? 0;
  const before = statements[index - 1];
  const from = before ? (starts[index - 1] ?? 0) + before.span.end : 0;
  return widened(file.text, from, { start, end: start + statement.span.end }, reach);
}

/** The same for what declares an element; an empty one where that is in no file. */
export function declaredStretch(model: Model, { path, declaration }: Element): Span {
  const file = fileAt(model, path);
  return file ? topStretch(file, declaration.top) : { start: 0, end: 0 };
}

/** The same with the comments of its section, but for those that a file begins with. */
export function sectionStretch(file: SourceFile, statement: Statement): Span {
  const { statements } = syntaxOf(file);
  const index = indexOf(file, statement);
  const isFirst = index === 0 || (index === 1 && statements[0]?.head.text === "namespace");
  return topStretch(file, statement, isFirst ? "near" : "section");
}

/** A statement in the block of one at the top, with its comments; `base` is where the latter begins. */
export function innerStretch(file: SourceFile, block: Block, statement: Statement, base: number): Span {
  const before = block.statements[block.statements.indexOf(statement) - 1];
  const from = base + (before?.span.end ?? block.span.start + 1);
  const { start, end } = statement.span;
  return widened(file.text, from, { start: base + start, end: base + end }, "near");
}

function indexOf(file: SourceFile, statement: Statement): number {
  return indexes(file).get(statement) ?? -1;
}

const indexes = once((file: SourceFile): ReadonlyMap<Statement, number> => {
  return new Map(syntaxOf(file).statements.map((statement, index) => [statement, index]));
});

/** Whether a statement at the top of a file could be read whole, and reads the same without its neighbours. */
export function isWhole(file: SourceFile, statement: Statement): boolean {
  if (!isComplete(statement)) return false;
  const { findings } = syntaxOf(file);
  if (findings.some(({ site }) => site.top === statement)) return false;
  const { start, end } = topStretch(file, statement);
  const alone = syntaxOf({ path: file.path, text: file.text.slice(start, end) });
  const [only] = alone.statements;
  const isSame = only?.span.end === statement.span.end && only.doc?.text === statement.doc?.text;
  return alone.isPlain && alone.findings.length === 0 && alone.statements.length === 1 && isSame;
}

function isComplete({ lost, block }: Statement): boolean {
  return !lost && (!block || (block.closed && block.statements.every(isComplete)));
}

/** The statement at `span` with its comments; nothing but comments stands between `from` and its start. */
function widened(text: string, from: number, { start, end }: Span, reach: Reach): Span {
  return { start: commentsStart(text, from, start, reach), end: end + tailOf(text, end) };
}

function commentsStart(text: string, from: number, start: number, reach: Reach): number {
  const tokens = tokenize(text.slice(from, start));
  let found = start;
  let lines = 0;
  let isApart = false;
  for (const [index, token] of [...tokens.entries()].toReversed()) {
    const { tokenType, startOffset } = token;
    if (tokenType === Newline) {
      lines += 1;
      continue;
    }
    if (tokenType !== LineComment && tokenType !== BlockComment && tokenType !== Doc) break;
    // What stands behind something else on its line belongs to that.
    const beginsLine =
      index === 0 ? isBlank(lineBefore(text, from)) : tokens[index - 1]?.tokenType === Newline;
    if (!beginsLine) break;
    isApart ||= lines > 1;
    lines = 0;
    if (isApart && tokenType !== Doc && reach === "near") continue;
    found = from + startOffset;
    isApart = false;
  }
  return found;
}

/** How long a `;` and a comment are that stand behind a statement, where nothing else does. */
function tailOf(text: string, end: number): number {
  TAIL.lastIndex = end;
  return TAIL.exec(text)?.[0].trimEnd().length ?? 0;
}

const TAIL = /[ \t]*;?[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/)?[ \t]*(?![^\r\n])/y;

/** What stands before an offset on its line. */
function lineBefore(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return offset === 0 ? "" : text.slice(start, offset);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
