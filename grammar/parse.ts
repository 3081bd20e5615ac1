import { withoutConflicts } from "./conflict.ts";
import { damaged } from "./damage.ts";
import { syntaxMessages as say } from "./messages.ts";
import { onceFrom } from "./once.ts";
import { Reader } from "./reader.ts";
import { reread } from "./reread.ts";
import type { SourceFile } from "./text.ts";
import { tokenize } from "./tokens.ts";
import { syntax } from "./syntax.ts";
import type { Syntax } from "./syntax.ts";

/**
 * The tree of a file, computed once for each text. Every text has one; a bad text has findings too. After an edit only
 * the statements around it are read again; the others are the same objects.
 */
export const syntaxOf: (file: SourceFile) => Syntax = onceFrom(
  (file, before) => (before && reread(before.value, file)) ?? parse(file),
);

function parse(file: SourceFile): Syntax {
  const { tokens, conflicts } = withoutConflicts(file.text, tokenize(file.text));
  const damage = damaged(tokens);
  const reader = new Reader(file, damage);
  for (const line of damage.lines) reader.top(line);
  for (const { span, whole } of conflicts) reader.note(span, whole ? say.conflict() : say.conflictLine());
  for (const comment of damage.comments) reader.openComment(comment);
  for (const trouble of damage.troubles) reader.trouble(trouble);
  return syntax(file, reader.statements, reader.starts, reader.findings, damage.isPlain);
}
