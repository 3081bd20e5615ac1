import type { Finding } from "../../grammar/finding.ts";
import { madeFrom, once, onceFrom } from "../../grammar/once.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile } from "../../grammar/text.ts";
import type { Statement } from "../../grammar/tree.ts";
import type { PolicyLine } from "./declaration.ts";
import { readNamespace } from "./read-namespace.ts";
import { readStatement } from "./read-statement.ts";
import { findingOf, type Reading } from "./reading.ts";

/** What one file declares, and what it has wrong by itself. Names, not positions. */
export interface Outline {
  readonly path: string;
  /** The namespace with a dot at its end, or nothing. */
  readonly prefix: string;
  readonly readings: readonly Reading[];
  /** The lines of its policies. */
  readonly policy: readonly PolicyLine[];
  readonly findings: readonly Finding[];
}

/** Files over this size are refused: nobody writes them by hand, and reading them would hold everybody up. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** What a statement says is the same wherever it stands, and as long as it is not touched. */
const readingOf: (top: Statement) => Reading = once(readStatement);

export const outlineOf: (file: SourceFile) => Outline = onceFrom((file, before) => {
  const { path } = file;
  const syntax = syntaxOf(file);
  const findings: Finding[] = [...syntax.findings];
  const readings: Reading[] = [];
  const policy: PolicyLine[] = [];
  const [first] = syntax.statements;
  let prefix = "";
  for (const top of syntax.statements) {
    const namespace = readNamespace(top, top === first);
    if (namespace?.name !== undefined) prefix = `${namespace.name}.`;
    for (const flaw of namespace?.flaws ?? []) findings.push(findingOf(flaw, path, top, ""));
    if (!namespace) readings.push(readingOf(top));
  }
  for (const { top, flaws, policy: lines } of readings) {
    for (const flaw of flaws) findings.push(findingOf(flaw, path, top, prefix));
    for (const line of lines) policy.push(line);
  }
  const outline = { path, prefix, readings, policy, findings };
  if (before) madeFrom(outline, before.value);
  return outline;
});
