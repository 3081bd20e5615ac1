import { alsoWritten } from "../../grammar/also.ts";
import { write } from "../../grammar/mends.ts";
import { fold, meantBy } from "../../grammar/near.ts";
import { attributeTypes, kindOf, type Kind } from "../../grammar/schema.ts";
import type { Span } from "../../grammar/text.ts";
import type { Statement, Word } from "../../grammar/tree.ts";
import { languageMessages as say } from "./messages.ts";
import { propertyThatSays } from "./read-header.ts";
import { nearKind, unknownProperty } from "./read-property.ts";
import type { Notes } from "./reading.ts";

/** Lines of a block that begin with nothing which may stand there: what was meant, as far as it is plain. */

/** `catégorie: pim` in a tool: no attribute, and perhaps a property after all. */
export function misplacedAttribute(notes: Notes, line: Statement, kind: Kind, local: string): void {
  const { head, colon, items } = line;
  const near = meantBy(
    head.text,
    kind.properties.map(({ name }) => name),
  );
  if (near === undefined || !colon) {
    notes.add("misplaced", head.span, say.misplacedAttribute(head.text), { element: local });
    return;
  }
  notes.tries(local, near);
  const next = items[0]?.value.text ?? "…";
  const mends = [write({ start: head.span.start, end: colon.end }, near, `${near} ${next}`)];
  notes.add("misplaced", head.span, say.colonAfterWord(near, next), { element: local, mends });
}

/** A line in a block that begins with no property: a word of one, a flag, or an attribute half written. */
export function strayLine(notes: Notes, line: Statement, kind: Kind, local: string): void {
  const { head, items, lost } = line;
  const saying = items.length === 0 ? propertyThatSays(kind, head.text) : undefined;
  const names = kind.properties.map(({ name }) => name);
  if (saying !== undefined) {
    notes.tries(local, saying);
    const mends = [write(head.span, `${saying} ${head.text}`)];
    const message = say.wordOfProperty(head.text, kind.name, saying);
    notes.add("unknown-property", head.span, message, { element: local, mends });
  } else if (kind.flags.some(({ name }) => name === head.text)) {
    notes.add("unknown-property", head.span, say.flagInBlock(head.text, kind.name), { element: local });
  } else if (kind.name === "entity" && (items.length === 0 || meantBy(head.text, names) === undefined)) {
    attributeLike(notes, line, lost, local);
  } else if (!keyInTwoWords(notes, kind, line, local) && !kindWithin(notes, kind, line, local)) {
    const near = unknownProperty(notes, kind, head, local);
    if (near !== undefined) notes.tries(local, near);
  }
}

/** `used by marketing`, `group by team`: a key with a blank where it has a dash. */
function keyInTwoWords(
  notes: Notes,
  kind: Kind,
  { head, items: [first] }: Statement,
  element: string,
): boolean {
  if (first?.value.type !== "name" || first.comma) return false;
  const plain = fold(`${head.text}-${first.value.text}`);
  const key = kind.properties.find(({ name }) => name === plain || alsoWritten(name).includes(plain))?.name;
  if (key === undefined) return false;
  notes.tries(element, key);
  const span = { start: head.span.start, end: first.value.span.end };
  const message = say.unknownProperty(`${head.text} ${first.value.text}`, kind.name, key, []);
  notes.add("unknown-property", span, message, { element, suggestion: key });
  return true;
}

/** `entité Produit` in a domain: a kind that stands there, by another name. */
function kindWithin(notes: Notes, kind: Kind, { head, items }: Statement, element: string): boolean {
  const names = kind.properties.map(({ name }) => name);
  const near = meantBy(head.text, names) === undefined ? nearKind(head.text) : undefined;
  if (near === undefined || kindOf(near)?.within !== kind.name || items[0]?.value.type !== "name")
    return false;
  notes.add("unknown-kind", head.span, say.unknownKind(head.text, near), { element, suggestion: near });
  notes.ghosts.push(`${element}.${items[0].value.text}`, items[0].value.text);
  return true;
}

/** `sku`, `sku id key`, `sku -> text` in an entity. */
function attributeLike(
  notes: Notes,
  { head, items }: Statement,
  lost: Word | undefined,
  element: string,
): void {
  const first = items[0]?.value;
  const arrow = /^->\s*(\S+)/.exec(lost?.text ?? "");
  const optional = /^\?\s*(:.+)$/s.exec(lost?.text ?? "")?.[1];
  if (lost && optional !== undefined && !first) {
    const written = `${head.text}${optional} optional`;
    const mends = [write(lost.span, `${optional} optional`, written)];
    notes.add("unknown-property", head.span, say.optionalAttribute(written), { element, mends });
    return;
  }
  const type = first?.type === "name" ? first.text : (arrow?.[1] ?? "text");
  const isKnown = attributeTypes.includes(type) || /^\p{Lu}/u.test(type);
  const message = first ? say.attributeWithoutColon : say.attributeWithoutType;
  const mends = lost
    ? arrow
      ? [write({ start: head.span.end, end: lost.span.start + 2 }, ":", `${head.text}: ${type}`)]
      : []
    : first && !isKnown
      ? []
      : [write(head.span, first ? `${head.text}:` : `${head.text}: text`, `${head.text}: ${type}`)];
  notes.add("unknown-property", head.span, message(head.text, isKnown ? type : "text"), { element, mends });
}

/** `category: crm`, `tool: pim`: what is meant is plain, and so the rest of the line is read. */
export function colonAfterWord(
  notes: Notes,
  { head, items }: Statement,
  colon: Span,
  element: string | undefined,
): void {
  const next = items[0]?.value.text ?? "…";
  const gap = items[0]?.value.span.start === colon.end ? " " : "";
  const mends = [write({ start: head.span.start, end: colon.end }, head.text + gap, `${head.text} ${next}`)];
  notes.add("misplaced", head.span, say.colonAfterWord(head.text, next), { element, mends });
}
