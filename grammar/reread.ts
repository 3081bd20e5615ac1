import type { IToken } from "chevrotain";
import { common } from "./common.ts";
import { withoutConflicts } from "./conflict.ts";
import { damaged } from "./damage.ts";
import { Reader } from "./reader.ts";
import { stretchAround } from "./stretch.ts";
import type { SourceFile } from "./text.ts";
import { OpenComment, OpenString, tokenize } from "./tokens.ts";
import { syntax } from "./syntax.ts";
import type { Statement } from "./tree.ts";
import type { Syntax } from "./syntax.ts";

/**
 * The tree after an edit, from the one before it: a stretch is read again, and of its statements those that say the same
 * in the same words are the same objects. Undefined where the edit is felt beyond the stretch.
 */
export function reread(before: Syntax, file: SourceFile): Syntax | undefined {
  const stretch = stretchAround(before, file.text);
  if (!stretch) return undefined;
  const { span, first, rest, shift } = stretch;
  const piece = { path: file.path, text: file.text.slice(span.start, span.end) };
  const { tokens, conflicts } = withoutConflicts(piece.text, tokenize(piece.text));
  const damage = damaged(tokens);
  if (!damage.isPlain || conflicts.length > 0 || tokens.some(isNeverClosed)) return undefined;
  const reader = new Reader(piece, damage, span.start);
  for (const line of damage.lines) reader.top(line);
  if (reader.findings.some(({ site }) => site.top === undefined)) return undefined;
  const known = before.statements.slice(first, rest);
  const now = withKnown(
    reader.statements.map((statement, index) => written(statement, reader.starts[index], file.text)),
    known.map((statement, index) => written(statement, before.starts[first + index], before.file.text)),
  );
  if (rest < before.statements.length && now.at(-1) !== known.at(-1)) return undefined;
  const gone = new Set(known.filter((statement) => !now.includes(statement)));
  const stays = before.findings.filter(({ site }) => !site.top || !gone.has(site.top));
  const came = reader.findings.filter(({ site }) => site.top && now.includes(site.top));
  return syntax(
    file,
    [...before.statements.slice(0, first), ...now, ...before.statements.slice(rest)],
    [
      ...before.starts.slice(0, first),
      ...reader.starts,
      ...before.starts.slice(rest).map((start) => start + shift),
    ],
    [...stays, ...came],
    true,
  );
}

function isNeverClosed({ tokenType, image }: IToken): boolean {
  return tokenType === OpenComment || (tokenType === OpenString && image.startsWith('"""'));
}

interface Written {
  readonly statement: Statement;
  readonly text: string;
}

function written(statement: Statement, start = 0, text: string): Written {
  return { statement, text: text.slice(start, start + statement.span.end) };
}

/** The statements; those at the beginning and at the end that are as they were are what they were. */
function withKnown(now: readonly Written[], before: readonly Written[]): readonly Statement[] {
  const { head, tail } = common(before, now, isAlike);
  return now.map(({ statement }, index) => {
    if (index < head) return before[index]?.statement ?? statement;
    const fromEnd = index - now.length;
    return (fromEnd >= -tail ? before.at(fromEnd)?.statement : undefined) ?? statement;
  });
}

function isAlike(before: Written, now: Written): boolean {
  if (now.text !== before.text) return false;
  const [was, doc] = [before.statement.doc, now.statement.doc];
  return doc?.text === was?.text && doc?.span.start === was?.span.start && doc?.span.end === was?.span.end;
}
