import { partsOf } from "./format/parts.ts";
import { Printer } from "./format/printer.ts";
import { saysTheSame, type Cut } from "./format/same.ts";
import type { Replacement } from "./format/script.ts";
import { withoutConflicts } from "./conflict.ts";
import { damaged } from "./damage.ts";
import { layout } from "./layout.ts";
import { tokenize } from "./tokens.ts";

/**
 * The one layout of the text.
 *
 * A statement a line, two spaces further in for each block, one space between two words; `a, b`, `a -> b`, `key: type`,
 * `tool[hosting != FR | DE]`. A line that goes on stands two spaces further in than its statement; where to go on is the
 * author's choice, and so are comments and blank lines, of which one at a time is kept, and none at the ends of a block.
 * A block that is written on one line stays there if it is short and holds no comment; `{` stands on the line of its
 * statement. A comment behind a statement stands two spaces off. All lines end as the last one does, and it ends.
 *
 * A statement that cannot be read stays exactly as it is, and so do the lines around a brace without a partner; where a
 * text block or a comment has no end, so does all that may be prose.
 */
export function format(text: string): string {
  return rewritten(text, formatEdits(text));
}

/**
 * What has to change in a text for it to be in the one layout, in order: blanks, line ends and `;`, and nothing else. None
 * where it is, and none where the text would come to say something else. Lines end in `eol`.
 */
export function formatEdits(text: string, eol = lineEndOf(text)): readonly Replacement[] {
  const before = cut(text);
  const edits = layoutEdits(text, before, eol);
  return edits.length === 0 || isReadTheSame(text, rewritten(text, edits)) ? edits : [];
}

/** The same, unchecked. */
export function layoutEdits(
  text: string,
  { tokens, layout }: Cut = cut(text),
  eol = lineEndOf(text),
): readonly Replacement[] {
  return new Printer(text, tokens, eol).print(partsOf(tokens, layout));
}

/** Some of the edits of a text, or none where without the others they would change what it says. */
export function harmless(text: string, edits: readonly Replacement[]): readonly Replacement[] {
  return edits.length === 0 || isReadTheSame(text, rewritten(text, edits)) ? edits : [];
}

function cut(text: string): Cut {
  const tokens = tokenize(text);
  return { tokens, layout: layout(tokens) };
}

/** Whether two texts are read as the same, what a wrong sign does to the lines around it included. */
function isReadTheSame(before: string, after: string): boolean {
  const [was, now] = [cut(before), cut(after)];
  if (!saysTheSame(was, now)) return false;
  const [read, again] = [asRead(before, was), asRead(after, now)];
  return (read === was && again === now) || saysTheSame(read, again);
}

function asRead(text: string, whole: Cut): Cut {
  const { tokens, conflicts } = withoutConflicts(text, whole.tokens);
  const damage = damaged(tokens);
  return damage.isPlain && conflicts.length === 0 ? whole : { tokens: whole.tokens, layout: damage };
}

/** What a text's lines end in: as the last one does, since that one is there in whatever is laid out. */
export function lineEndOf(text: string): string {
  return text[text.lastIndexOf("\n") - 1] === "\r" ? "\r\n" : "\n";
}

/** A text after replacements in their order. */
export function rewritten(text: string, edits: readonly Replacement[]): string {
  let at = 0;
  let result = "";
  for (const { span, text: fresh } of edits) {
    result += text.slice(at, span.start) + fresh;
    at = span.end;
  }
  return result + text.slice(at);
}
