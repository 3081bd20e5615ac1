import { syntaxOf } from "../../grammar/parse.ts";
import { covers, type SourceFile, type Span } from "../../grammar/text.ts";
import type { Statement } from "../../grammar/tree.ts";
import { fileAt } from "./edit.ts";
import type { Element, Model } from "./model.ts";

/** Where a cursor stands: a file, and an offset in its text in UTF-16 units. */
export interface Place {
  readonly path: string;
  readonly offset: number;
}

/** A top-level statement, and the offset that its spans count from. */
export interface Top {
  readonly file: SourceFile;
  readonly statement: Statement;
  readonly start: number;
}

/** The top-level statement that a place is in or at the end of; undefined between two. */
export function topAt(model: Model, { path, offset }: Place): Top | undefined {
  const file = fileAt(model, path);
  if (!file) return undefined;
  const { statements, startOf } = syntaxOf(file);
  const begins = (statement: Statement): number => startOf.get(statement) ?? 0;
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const statement = statements[middle];
    if (statement && begins(statement) <= offset) low = middle + 1;
    else high = middle;
  }
  // Where one statement ends as the next begins (`a;b`), the next is meant.
  const statement = statements[low - 1];
  if (!statement) return undefined;
  const start = begins(statement);
  return offset <= start + statement.span.end ? { file, statement, start } : undefined;
}

/** The elements that a top-level statement declares, an element before those in it. */
export function elementsOf(model: Model, { statement }: Top): readonly Element[] {
  return model.elements.filter(({ declaration }) => declaration.top === statement);
}

/** The element in whose text a place is, the innermost of them; undefined where it is in none. */
export function elementAt(model: Model, place: Place): Element | undefined {
  const top = topAt(model, place);
  if (!top) return undefined;
  const at = place.offset - top.start;
  const around = elementsOf(model, top).filter(({ declaration }) => covers(declaration.statement.span, at));
  const innermost = around.at(-1)?.declaration.statement;
  const candidates = around.filter(({ declaration }) => declaration.statement === innermost);
  // `a -> b -> c` is two elements: the first of them that has the cursor before its end.
  return candidates.find(({ declaration }) => at <= (declaration.ends?.[1].span.end ?? at)) ?? candidates[0];
}

/** A span that counts from a top-level statement, counted from the start of the file. */
export function inFile({ start: base }: Top, { start, end }: Span): Span {
  return { start: start + base, end: end + base };
}
