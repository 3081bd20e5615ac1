import { syntaxMessages } from "../../grammar/messages.ts";
import type { Property } from "../../grammar/schema.ts";
import type { Item, Statement, Value } from "../../grammar/tree.ts";
import { languageMessages as say } from "./messages.ts";
import { insert, remove, write } from "../../grammar/mends.ts";
import { nearValue } from "./near-value.ts";
import type { Notes } from "./reading.ts";
import { expectation, misfit } from "./values.ts";

/** What people write between two values where the language has a comma. */
export const CONJUNCTIONS: readonly string[] = ["and", "et", "or", "ou", "&", "plus"];

/** What a list is read with: where to note what is wrong, and whether one value of it fits. */
export interface ListReader {
  readonly notes: Notes;
  readonly property: Property;
  readonly element: string;
  /** Whether a word is the key of another property of the element. */
  readonly isKey: (word: string) => boolean;
  readonly fits: (value: Value) => boolean;
}

/** The values of `quality clean, reconciled`; those that do not fit are noted and left out. */
export function readList(reader: ListReader, line: Statement): readonly Value[] {
  const { notes, property, element } = reader;
  const [only, ...others] = line.items;
  if (only && others.length === 0 && !only.comma && !line.lost)
    return reader.fits(only.value) ? [only.value] : [];
  // What hitches in a text that lacks its quotes is told for all of it.
  if (
    line.lost &&
    property.value.type === "string" &&
    line.items.every(({ value }) => value.type !== "string")
  )
    return [];
  const isSingle = property.count === "one" || property.count === "optional";
  if (isSingle && line.items.length > 1) {
    const whole = foreign(property, line.items);
    if (whole) return wrong(reader, line.items, whole);
  }
  const values: Value[] = [];
  for (const [index, part] of parts(line.items).entries()) {
    const [first, ...rest] = part;
    if (!first) continue;
    const { value, comma } = first;
    if (comma && isOtherProperty(reader, part)) {
      const mends = [write(comma, ";")];
      notes.add("syntax", comma, syntaxMessages.commaBeforeKey(value.text), { element, mends });
      break;
    }
    if (isHole(value)) {
      // What hitches behind a comma is told already.
      if (!line.lost && comma)
        notes.add("syntax", comma, syntaxMessages.strayComma(), { element, mends: [remove(comma, ",")] });
    } else if (isSingle && index > 0) {
      const mends = [
        remove(
          {
            start: comma?.start ?? value.span.start,
            end: line.items.at(-1)?.value.span.end ?? value.span.end,
          },
          value.text,
        ),
      ];
      notes.add("invalid-value", value.span, say.tooMany(line.head.text), { element, mends });
      break;
    } else if (rest.length === 0 || property.value.type === "any") {
      values.push(...part.map((item) => item.value).filter((each) => reader.fits(each)));
    } else values.push(...(isSingle ? readOne(reader, line, part) : readSome(reader, part)));
  }
  return values;
}

/** Whether a comma is followed by another property: `kind customer, needs "x"`. */
function isOtherProperty({ notes, element, isKey }: ListReader, part: readonly Item[]): boolean {
  const [first, second] = part;
  if (first?.value.type !== "name" || !second || !isKey(first.value.text)) return false;
  notes.tries(element, first.value.text);
  return true;
}

/** The items between two commas. */
function parts(items: readonly Item[]): readonly (readonly Item[])[] {
  const all: Item[][] = [];
  for (const item of items) {
    const last = all.at(-1);
    if (last && !item.comma) last.push(item);
    else all.push([item]);
  }
  return all;
}

/** What is missing after a comma. */
export function isHole(value: Value): boolean {
  return value.type === "invalid" && value.text === "";
}

/** What several values together were meant to be, where they are one in another way of writing: `10 ans`. */
function foreign(property: Property, items: readonly Item[]): string | undefined {
  const { value: type } = property;
  const values = items.map(({ value }) => value);
  if (values.some((value) => isHole(value))) return undefined;
  if (type.type === "string" && values.some((value) => value.type === "string")) return undefined;
  if (values.some((value) => !misfit(type, value)) && type.type !== "money") return undefined;
  const text = textOf(items);
  return nearValue(type, type.type === "choice" ? text.replaceAll(" ", "-") : text);
}

function textOf(items: readonly Item[]): string {
  return items
    .map(({ value, comma }, index) => `${comma ? "," : index > 0 ? " " : ""}${value.text}`)
    .join("");
}

function spanOf(items: readonly Item[]) {
  return { start: items[0]?.value.span.start ?? 0, end: items.at(-1)?.value.span.end ?? 0 };
}

function wrong(
  { notes, property, element }: ListReader,
  items: readonly Item[],
  suggestion: string | undefined,
): readonly Value[] {
  const message = say.wrongValue(textOf(items), property.name, expectation(property.value), suggestion);
  notes.add("invalid-value", spanOf(items), message, { element, suggestion });
  return [];
}

/** Several words without a comma where one value belongs. */
function readOne(reader: ListReader, line: Statement, part: readonly Item[]): readonly Value[] {
  const { notes, property, element } = reader;
  const [first, second, ...rest] = part;
  if (!first || !second) return [];
  if (isQuoteTold(reader, part)) return [];
  if (property.value.type === "ref" && part.every(({ value }) => value.type === "name")) {
    notes.add("invalid-value", spanOf(part), say.blanksInName(textOf(part), line.head.text), { element });
    return [];
  }
  if (!reader.fits(first.value)) return [];
  const behind = [second, ...rest];
  const near = foreign(property, behind);
  if (near) wrong(reader, behind, near);
  else {
    const mends = [remove({ start: first.value.span.end, end: spanOf(behind).end }, textOf(behind))];
    notes.add("invalid-value", second.value.span, say.tooMany(line.head.text), { element, mends });
  }
  return [first.value];
}

/** Several words without a comma in a list: commas that are missing, or one value in several words. */
function readSome(reader: ListReader, part: readonly Item[]): readonly Value[] {
  const { notes, property, element } = reader;
  if (isQuoteTold(reader, part)) return [];
  const near = foreign(property, part);
  if (near) return wrong(reader, part, near);
  const values: Value[] = [];
  let isJoined = true;
  for (const [index, { value }] of part.entries()) {
    const before = part[index - 1]?.value.span.end;
    if (before !== undefined && CONJUNCTIONS.includes(value.text)) {
      const mends = [write({ start: before, end: value.span.end }, ",")];
      notes.add("syntax", value.span, syntaxMessages.wordForComma(value.text), { element, mends });
      isJoined = true;
      continue;
    }
    if (!isJoined) {
      const mends = before === undefined ? [] : [insert(before, ",")];
      notes.add("syntax", value.span, syntaxMessages.missingComma(value.text), { element, mends });
      values.push(value);
    } else if (reader.fits(value)) values.push(value);
    isJoined = false;
  }
  return values;
}

/** Whether a quote is why there are several values here. One within a text is told now, a stray one is already. */
function isQuoteTold({ notes, element }: ListReader, part: readonly Item[]): boolean {
  if (part.some(({ value }) => isOpenText(value))) return true;
  const inner = innerQuote(part.map(({ value }) => value));
  if (inner) notes.add("syntax", inner.span, say.innerQuote(), { element, mends: [inner.mend] });
  return inner !== undefined;
}

/** A text that lacks one of its quotes. */
export function isOpenText({ type, text }: Value): boolean {
  return type === "string" && (text.length < 2 || !text.endsWith('"'));
}

/** `"Make "fresh" true"`: what stands between two texts and touches one was meant to be in quotes. */
export function innerQuote(values: readonly Value[]) {
  const at = values.findIndex((value, index) => {
    const before = values[index - 1];
    return (
      before && (before.type === "string" || value.type === "string") && before.span.end === value.span.start
    );
  });
  const first = values.findLastIndex((value, index) => index < at && value.type === "string");
  const opening = values[first];
  const closing = values.slice(at).find((value) => value.type === "string");
  if (!opening || !closing) return undefined;
  const escape = (start: number) => ({ span: { start, end: start + 1 }, text: '\\"' });
  const title = { en: "Write the inner quotes as '\\\"'", fr: 'Écrire les guillemets intérieurs « \\" »' };
  return {
    span: { start: opening.span.end - 1, end: closing.span.start + 1 },
    mend: { title, changes: [escape(opening.span.end - 1), escape(closing.span.start)] },
  };
}
