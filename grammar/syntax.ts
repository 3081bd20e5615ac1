import type { Finding } from "./finding.ts";
import type { SourceFile } from "./text.ts";
import type { Statement } from "./tree.ts";

/**
 * The tree of one file. It knows statements, words and values, and no kinds: what a word means is the schema's.
 *
 * Every span below a top-level statement is relative to that statement's start. So a statement that did not
 * change is equal to itself wherever it moves to, and nothing derived from it holds a position in the file.
 */
export interface Syntax {
  readonly file: SourceFile;
  /** The statements at the top of the file, in order, each with the offset that its spans count from. */
  readonly statements: readonly Statement[];
  /** Where each of the statements begins. */
  readonly starts: readonly number[];
  /** The same by statement. */
  readonly startOf: ReadonlyMap<Statement, number>;
  /** What the text itself has wrong (rule `syntax`). */
  readonly findings: readonly Finding[];
  /** Whether each line says by itself what it is; else a sign that is wrong or missing makes sense of others. */
  readonly isPlain: boolean;
}

/** A tree from its parts. Where a statement begins is looked up by few, and so the map is made for the first who asks. */
export function syntax(
  file: SourceFile,
  statements: readonly Statement[],
  starts: readonly number[],
  findings: readonly Finding[],
  isPlain: boolean,
): Syntax {
  let startOf: ReadonlyMap<Statement, number> | undefined;
  return {
    file,
    statements,
    starts,
    get startOf() {
      startOf ??= new Map(statements.map((statement, index) => [statement, starts[index] ?? 0]));
      return startOf;
    },
    findings,
    isPlain,
  };
}
