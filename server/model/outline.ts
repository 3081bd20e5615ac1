import type { Finding } from "../../grammar/finding.ts";
import { once } from "../../grammar/once.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile } from "../../grammar/text.ts";
import type { Statement } from "../../grammar/tree.ts";
import { languageMessages as say } from "./messages.ts";
import { readStatement } from "./read-statement.ts";
import { findingOf, type Reading } from "./reading.ts";

/** What one file declares, and what it has wrong by itself. Names, not positions. */
export interface Outline {
  readonly path: string;
  /** The namespace with a dot at its end, or nothing. */
  readonly prefix: string;
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
}

/** Files over this size are refused: nobody writes them by hand, and reading them would hold everybody up. */
export const LARGEST_FILE = 20 * 1024 * 1024;

export const outlineOf: (file: SourceFile) => Outline = once((file) => {
  const { path } = file;
  const syntax = syntaxOf(file);
  const [first] = syntax.statements;
  const namespace = first && namespaceOf(first);
  const prefix = namespace === undefined ? "" : `${namespace}.`;
  const findings: Finding[] = [...syntax.findings];
  const readings: Reading[] = [];
  for (const top of syntax.statements) {
    if (top === first && namespace !== undefined) continue;
    if (namespaceOf(top) !== undefined) findings.push(misplacedNamespace(path, top));
    else readings.push(readStatement(top));
  }
  for (const { top, flaws } of readings) {
    for (const flaw of flaws) findings.push(findingOf(flaw, path, top, prefix));
  }
  return { path, prefix, readings, findings };
});

/** `namespace retail.fr`: its name; undefined for any other statement. */
function namespaceOf({ head, items, colon, block }: Statement): string | undefined {
  const [name, ...rest] = items;
  if (head.text !== "namespace" || colon || block || rest.length > 0) return undefined;
  return name?.value.type === "name" ? name.value.text : undefined;
}

function misplacedNamespace(path: string, top: Statement): Finding {
  const flaw = {
    rule: "misplaced",
    span: top.head.span,
    message: say.misplacedNamespace(),
    element: undefined,
    suggestion: undefined,
    related: [],
  };
  return findingOf(flaw, path, top, "");
}
