import { exact } from "../../grammar/exact.ts";
import { syntaxMessages } from "../../grammar/messages.ts";
import { fold, meantBy, nearest } from "../../grammar/near.ts";
import {
  kindOf,
  kinds,
  otherStatements,
  propertyOf,
  relationsOf,
  relationWords,
  writtenKind,
  type Kind,
  type Property,
} from "../../grammar/schema.ts";
import type { Condition, Item, SelectorValue, Statement, Value, Word } from "../../grammar/tree.ts";
import type { Entry } from "./declaration.ts";
import { languageMessages as say } from "./messages.ts";
import { remove } from "../../grammar/mends.ts";
import { isOpenText, readList } from "./read-list.ts";
import type { Notes } from "./reading.ts";
import { expectation, misfit } from "./values.ts";

/** The values of a property; those that do not fit are noted and left out. */
export function readProperty(
  notes: Notes,
  kind: Kind,
  property: Property,
  line: Statement,
  element: string,
): Entry {
  const { head, items, lost, block, span } = line;
  if (block)
    notes.add(
      "syntax",
      { start: block.span.start, end: block.span.start + 1 },
      say.noBlock(head.text, block.closed),
      {
        element,
      },
    );
  if (items.length === 0 && !lost && !block) {
    notes.add("invalid-value", head.span, say.noValue(head.text, expectation(property.value)), { element });
  }
  const isKey = (word: string): boolean => word !== property.name && propertyOf(kind, word) !== undefined;
  const fits = (value: Value): boolean => valueFits(notes, property, value, element);
  const values =
    property.value.type === "clause"
      ? readClause(notes, property, line, element)
      : readList({ notes, property, element, isKey, fits }, line);
  return { property, key: head, values: exact(values), span };
}

function valueFits(notes: Notes, property: Property, value: Value, element: string): boolean {
  const wrong = misfit(property.value, value);
  // A quote that lacks its partner is told already.
  if (wrong && isOpenText(value)) return false;
  if (wrong) {
    const { expected, suggestion } = wrong;
    const message = say.wrongValue(value.text, property.name, expected, suggestion);
    notes.add("invalid-value", value.span, message, { element, suggestion });
    return false;
  }
  if (property.value.type === "selector") return checkSelector(notes, value, element);
  return true;
}

/** `tool[hosting != FR | DE]`: whether the kind is one and its conditions are about what it has. */
function checkSelector(notes: Notes, value: Value, element: string): boolean {
  const word = value.type === "selector" ? value.kind : value;
  const kind = kindOf(word.text);
  if (!kind) {
    const near = nearKind(word.text);
    notes.add("unknown-kind", word.span, say.unknownKind(word.text, near), { element, suggestion: near });
    return false;
  }
  const conditions = value.type === "selector" ? value.conditions : [];
  return conditions.every((condition) => checkCondition(notes, kind, condition, element));
}

function checkCondition(notes: Notes, kind: Kind, condition: Condition, element: string): boolean {
  const { key, operator, values } = condition;
  if (!operator) return checkFlag(notes, kind, key, element);
  const property = propertyOf(kind, key.text);
  if (!property) {
    unknownProperty(notes, kind, key, element);
    return false;
  }
  if ((operator === "<" || operator === ">") && !isComparable(property)) {
    notes.add("invalid-value", key.span, say.incomparable(key.text), { element });
    return false;
  }
  return values.every((value) => valueFits(notes, property, value, element));
}

function checkFlag(notes: Notes, kind: Kind, word: Word, element: string): boolean {
  const flags = kind.flags.map(({ name }) => name);
  if (flags.includes(word.text)) return true;
  const near = meantBy(word.text, flags);
  const message = say.unknownFlag(word.text, kind.name, flags, near);
  notes.add("invalid-value", word.span, message, { element, suggestion: near });
  return false;
}

function isComparable({ value }: Property): boolean {
  return ["number", "duration", "date", "money", "any"].includes(value.type);
}

/** Notes a property that the kind does not have, and returns the one that was probably meant. */
export function unknownProperty(notes: Notes, kind: Kind, word: Word, element: string): string | undefined {
  const names = kind.properties.map(({ name }) => name);
  const near = meantBy(word.text, names);
  const others = kinds.filter((other) => other.properties.some(({ name }) => name === word.text));
  const message = say.unknownProperty(
    word.text,
    kind.name,
    near,
    others.map(({ name }) => name),
  );
  notes.add("unknown-property", word.span, message, { element, suggestion: near });
  return near;
}

/** The kind that a word was probably meant to be: one that goes by that name elsewhere, or a near one. */
export function nearKind(word: string): string | undefined {
  const plain = fold(word);
  const known = kinds.filter(({ name }) => writtenKind(name));
  const one = plain.replace(/s$/, "");
  const alias = known.find(({ also }) => also.includes(plain) || also.includes(one));
  const other = Object.entries(otherStatements).find(([, also]) => also.includes(plain));
  const names = [...known.map(({ name }) => name), ...Object.keys(otherStatements)];
  return alias?.name ?? other?.[0] ?? nearest(word, names) ?? nearest(one, names);
}

/** `forbid <selector> <relation> <selector>`: its three parts, or none where one does not fit. */
function readClause(notes: Notes, property: Property, line: Statement, element: string): readonly Value[] {
  const parts = line.items.map(({ value }) => value);
  const comma = line.items.find((item) => item.comma)?.comma;
  if (comma)
    notes.add("syntax", comma, syntaxMessages.strayComma(), { element, mends: [remove(comma, ",")] });
  if (parts.length === 0 || comma) return [];
  const odd = parts.length < 3 ? line.head : parts[3];
  if (odd) {
    if (!line.lost) notes.add("invalid-value", odd.span, say.threeParts(property.name), { element });
    return [];
  }
  return clauseFits(notes, parts, element) ? parts : [];
}

function clauseFits(notes: Notes, [from, relation, to]: readonly Value[], element: string): boolean {
  if (!from || !relation || !to) return false;
  const ends = [from, to].every((end) => valueFits(notes, SELECTOR, end, element));
  const kind = kindOf(selectorOf(from)?.kind.text ?? "");
  const known = kind ? relationsOf(kind) : relationWords;
  if (relation.type === "name" && known.includes(relation.text)) return ends;
  const near = meantBy(relation.text, known);
  const message = say.wrongRelation(relation.text, kind?.name, known, near);
  notes.add("invalid-value", relation.span, message, { element, suggestion: near });
  return false;
}

const SELECTOR: Property = { name: "selector", doc: "", count: "one", value: { type: "selector" } };

/** A value as a selector, also one that is only a kind (`tool`); undefined where it is none. */
export function selectorOf(value: Value | undefined): SelectorValue | undefined {
  if (value?.type === "selector") return value;
  if (value?.type !== "name") return undefined;
  return { type: "selector", kind: value, conditions: [], text: value.text, span: value.span };
}

/** The values of a line, with the commas where none belong noted. */
export function plainValues(
  notes: Notes,
  items: readonly Item[],
  element: string | undefined,
): readonly Value[] {
  for (const { comma } of items) {
    if (comma)
      notes.add("syntax", comma, syntaxMessages.strayComma(), { element, mends: [remove(comma, ",")] });
  }
  return items.map(({ value }) => value);
}
