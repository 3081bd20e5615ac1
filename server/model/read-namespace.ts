import { syntaxMessages } from "../../grammar/messages.ts";
import type { Statement } from "../../grammar/tree.ts";
import { write } from "../../grammar/mends.ts";
import { languageMessages as say } from "./messages.ts";
import { nearValue } from "./near-value.ts";
import { Notes, type Flaw } from "./reading.ts";

/** Longer names are refused: every reference in the file is looked up in each of its parts. */
const DEEPEST = 100;

/** What a `namespace` statement says, and what it has wrong. The name is undefined where it has none to give. */
export interface Namespace {
  readonly name: string | undefined;
  readonly flaws: readonly Flaw[];
}

/** Reads `namespace retail.fr`, which only the first statement of a file can be; undefined for any other statement. */
export function readNamespace(top: Statement, isFirst: boolean): Namespace | undefined {
  if (top.head.text !== "namespace" || top.colon) return undefined;
  const notes = new Notes(top);
  const { flaws } = notes;
  if (!isFirst) {
    notes.add("misplaced", top.head.span, say.misplacedNamespace());
    return { name: undefined, flaws };
  }
  const [first, second] = top.items;
  const name = first?.value.type === "name" ? first.value : undefined;
  const isTooDeep = name !== undefined && name.text.split(".").length > DEEPEST;
  if (isTooDeep) notes.add("syntax", name.span, say.deepNamespace(DEEPEST));
  else if (!name && !top.lost) {
    const near = first && nearValue({ type: "word" }, first.value.text);
    const mends = first && near !== undefined ? [write(first.value.span, near)] : [];
    notes.add("syntax", first?.value.span ?? top.head.span, say.namelessNamespace(), { mends });
  }
  if (name && second) notes.add("syntax", second.value.span, syntaxMessages.unexpected(second.value.text));
  if (top.block) {
    const { start } = top.block.span;
    notes.add("syntax", { start, end: start + 1 }, say.namespaceBlock());
  }
  return { name: isTooDeep ? undefined : name?.text, flaws };
}
