import { exact } from "../../grammar/exact.ts";
import { syntaxMessages } from "../../grammar/messages.ts";
import { nearest } from "../../grammar/near.ts";
import { policyWords, propertyNames, propertyOf, writtenKind, type Kind } from "../../grammar/schema.ts";
import type { Item, NameValue, Statement, StringValue, Value, Word } from "../../grammar/tree.ts";
import { Properties, type Declaration, type Entry } from "./declaration.ts";
import { languageMessages as say } from "./messages.ts";
import { readAttribute } from "./read-attribute.ts";
import { readPolicy } from "./read-policy.ts";
import { nearKind, readProperty, unknownProperty } from "./read-property.ts";
import { Notes, type Reading } from "./reading.ts";

/** What a top-level statement says by the schema, and what it has wrong. */
export function readStatement(top: Statement): Reading {
  const notes = new Notes(top);
  const policy = top.head.text === "policy" && !top.colon ? readPolicy(notes, top) : [];
  const declarations = policy.length > 0 || top.head.text === "policy" ? [] : readTop(notes, top);
  return { top, declarations, policy, flaws: exact(notes.flaws), ghosts: exact(notes.ghosts) };
}

function readTop(notes: Notes, statement: Statement): readonly Declaration[] {
  const { head, colon, block } = statement;
  const kind = writtenKind(head.text);
  if (colon) notes.add("misplaced", head.span, say.misplacedAttribute(head.text));
  else if (kind && !kind.within) return readElement(notes, statement, kind, "");
  else if (kind) misplaced(notes, statement, kind, "");
  else if (!block && isPropertyWord(head.text))
    notes.add("misplaced", head.span, say.misplacedProperty(head.text));
  else unknownKind(notes, statement, "");
  return [];
}

function isPropertyWord(word: string): boolean {
  return propertyNames.has(word) || word.startsWith("x-") || policyWords.some(({ name }) => name === word);
}

function unknownKind(notes: Notes, statement: Statement, path: string): void {
  const { head } = statement;
  const near = nearKind(head.text);
  notes.add("unknown-kind", head.span, say.unknownKind(head.text, near), { suggestion: near });
  haunt(notes, statement, path);
}

function misplaced(notes: Notes, statement: Statement, kind: Kind, path: string): void {
  notes.add("misplaced", statement.head.span, say.misplacedElement(kind.name, kind.within));
  haunt(notes, statement, path);
}

/** Keeps in mind what an unreadable element would have been called, so that nobody is told that it is missing. */
function haunt(notes: Notes, { items, block }: Statement, path: string): void {
  const name = items[0]?.value;
  if (name?.type !== "name") return;
  const full = path + name.text;
  notes.ghosts.push(full, name.text);
  for (const inner of block?.statements ?? []) haunt(notes, inner, `${full}.`);
}

/** The declarations of a statement: one, or several for `flow a -> b -> c`, or none where it has no name. */
function readElement(notes: Notes, statement: Statement, kind: Kind, path: string): readonly Declaration[] {
  const [first, ...rest] = statement.items;
  const ends = kind.ends ? endsOf(first?.value) : [];
  const id = kind.ends ? undefined : idOf(first?.value);
  if (kind.ends ? ends.length === 0 : !id) return nameless(notes, statement, kind, path);
  const local = id ? path + id.text : (ends[0]?.map(({ text }) => text).join(" -> ") ?? "");
  if (first?.comma) notes.add("syntax", first.comma, syntaxMessages.strayComma());
  const header = readHeader(notes, kind, rest, local);
  const body = readBody(notes, statement, kind, local);
  required(
    notes,
    kind,
    id ?? { ...statement.head, span: first?.value.span ?? statement.head.span },
    body,
    local,
  );
  const declared = (id: Word | undefined, ends: Declaration["ends"]): Declaration => ({
    kind,
    top: notes.top,
    statement,
    id,
    ends,
    title: header.title,
    flags: header.flags,
    properties: body.properties,
    members: body.members,
  });
  return id ? [declared(id, undefined)] : ends.map((pair) => declared(undefined, pair));
}

function idOf(value: Value | undefined): Word | undefined {
  return value?.type === "name" && !value.text.includes(".") ? value : undefined;
}

function endsOf(value: Value | undefined): readonly (readonly [NameValue, NameValue])[] {
  if (value?.type !== "path") return [];
  return value.names.slice(1).flatMap((to, index) => {
    const from = value.names[index];
    return from ? [[from, to] as const] : [];
  });
}

function nameless(notes: Notes, statement: Statement, kind: Kind, path: string): readonly Declaration[] {
  const value = statement.items[0]?.value;
  const span = value?.type === "name" ? value.span : statement.head.span;
  if (!statement.cut)
    notes.add("syntax", span, kind.ends ? say.missingEnds(kind.name) : say.missingName(kind.name));
  readBody(notes, statement, kind, path);
  return [];
}

interface Header {
  readonly title: StringValue | undefined;
  readonly flags: readonly Word[];
}

/** What stands between the name and the block: a title, then flags. */
function readHeader(notes: Notes, kind: Kind, items: readonly Item[], element: string): Header {
  let title: StringValue | undefined;
  const flags: Word[] = [];
  let index = -1;
  for (const { value, comma } of items) {
    index++;
    if (comma) notes.add("syntax", comma, syntaxMessages.strayComma(), { element });
    if (value.type === "string" && index === 0) title = value;
    else if (value.type === "name") readFlag(notes, kind, value, flags, element);
    else if (value.text !== "")
      notes.add("syntax", value.span, syntaxMessages.unexpected(value.text), { element });
  }
  return { title, flags: exact(flags) };
}

function readFlag(notes: Notes, kind: Kind, word: NameValue, flags: Word[], element: string): void {
  const row = kind.flags.find(({ name }) => name === word.text);
  if (!row) {
    const names = kind.flags.map(({ name }) => name);
    const near = nearest(word.text, names);
    const message = say.unknownFlag(word.text, kind.name, names, near);
    notes.add("invalid-value", word.span, message, { element, suggestion: near });
    return;
  }
  const other = flags.find(({ text }) => {
    const group = kind.flags.find(({ name }) => name === text)?.group;
    return text === word.text || (group !== undefined && group === row.group);
  });
  if (other)
    notes.add("invalid-value", word.span, say.contradictoryFlags(word.text, other.text), { element });
  else flags.push(word);
}

interface Body {
  readonly properties: Properties;
  readonly members: readonly Declaration[];
}

function readBody(notes: Notes, { block, doc }: Statement, kind: Kind, local: string): Body {
  const entries: Entry[] = [];
  const members: Declaration[] = [];
  const described = doc && propertyOf(kind, "description");
  if (described) {
    const value = { type: "string", text: doc.text, value: doc.text, span: doc.span } as const;
    entries.push({ property: described, key: doc, values: [value], span: doc.span });
  }
  for (const line of block?.statements ?? []) {
    const property = line.colon ? undefined : propertyOf(kind, line.head.text);
    if (property && !(line.block && writtenKind(line.head.text))) {
      const entry = readProperty(notes, property, line, local);
      const known = entries.findIndex((before) => before.property.name === property.name);
      const before = entries[known];
      if (!before) entries.push(entry);
      else if (isRepeatable(entry)) entries[known] = merged(before, entry);
      else duplicate(notes, before, entry, local);
    } else members.push(...readMember(notes, line, kind, local));
  }
  const properties = new Properties(entries);
  quality(notes, properties.get("quality"), local);
  return { properties, members: exact(members) };
}

/** A rule may forbid several things, a line each. */
function isRepeatable({ property }: Entry): boolean {
  return property.value.type === "clause";
}

function merged(before: Entry, entry: Entry): Entry {
  return { ...before, values: [...before.values, ...entry.values] };
}

function duplicate(notes: Notes, first: Entry, entry: Entry, element: string): void {
  const isDoc = first.key.text !== entry.key.text;
  const message = isDoc ? say.duplicateDescription() : say.duplicateProperty(entry.key.text);
  const related = [{ message, span: first.key.span }];
  notes.add("duplicate-property", entry.key.span, message, { element, related });
}

function readMember(notes: Notes, line: Statement, kind: Kind, local: string): readonly Declaration[] {
  const { head, colon, block } = line;
  const inner = writtenKind(head.text);
  if (colon && kind.name === "entity") return readAttribute(notes, line, `${local}.`);
  if (colon) notes.add("misplaced", head.span, say.misplacedAttribute(head.text), { element: local });
  else if (inner && inner.within === kind.name) return readElement(notes, line, inner, `${local}.`);
  else if (inner || head.text === "namespace" || head.text === "policy") {
    const message = inner
      ? say.misplacedElement(inner.name, inner.within)
      : say.misplacedElement(head.text, undefined);
    notes.add("misplaced", head.span, message, { element: local });
    haunt(notes, line, `${local}.`);
  } else if (block) unknownKind(notes, line, `${local}.`);
  else if (kind.name === "entity" && line.items.length === 0) {
    notes.add("unknown-property", head.span, say.attributeWithoutType(head.text), { element: local });
  } else unknownProperty(notes, kind, head, local);
  return [];
}

function required(notes: Notes, kind: Kind, at: Word, { properties }: Body, element: string): void {
  for (const { name, doc } of kind.required) {
    if (properties.has(name)) continue;
    notes.add("missing-property", at.span, say.missingProperty(kind.name, name, doc), {
      element,
      suggestion: name,
    });
  }
}

const CONTRADICTIONS: readonly (readonly [string, readonly string[]])[] = [
  ["clean", ["heterogeneous", "partial"]],
  ["reconciled", ["siloed", "scattered"]],
];

/** `contradictory-quality`: a quality claimed together with what rules it out. */
function quality(notes: Notes, entry: Entry | undefined, element: string): void {
  for (const [claim, flaws] of CONTRADICTIONS) {
    const claimed = entry?.values.find(({ text }) => text === claim);
    const flaw = entry?.values.find(({ text }) => flaws.includes(text));
    if (!claimed || !flaw) continue;
    const message = say.contradictoryQuality(claim, flaw.text);
    notes.add("contradictory-quality", claimed.span, message, {
      element,
      related: [{ message, span: flaw.span }],
    });
  }
}
