import { exact } from "../../grammar/exact.ts";
import { insert, remove, write } from "../../grammar/mends.ts";
import { syntaxMessages } from "../../grammar/messages.ts";
import { fold } from "../../grammar/near.ts";
import {
  kinds,
  policyWords,
  propertyNames,
  propertyOf,
  writtenKind,
  type Kind,
  type Property,
} from "../../grammar/schema.ts";
import type { NameValue, Statement, Value, Word } from "../../grammar/tree.ts";
import { Properties, type Declaration, type Entry } from "./declaration.ts";
import { languageMessages as say } from "./messages.ts";
import { readAttribute } from "./read-attribute.ts";
import { readHeader, slug } from "./read-header.ts";
import { readPolicy } from "./read-policy.ts";
import { nearKind, readProperty } from "./read-property.ts";
import { Notes, type Reading } from "./reading.ts";
import { colonAfterWord, misplacedAttribute, strayLine } from "./stray-line.ts";
import { expectation } from "./values.ts";

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
  if (kind && !kind.within) {
    // Where no name follows, that is what is told.
    if (colon && statement.items[0]?.value.type === "name")
      colonAfterWord(notes, statement, colon, undefined);
    return readElement(notes, statement, kind, "");
  }
  const joined = colon ? undefined : kindInTwoWords(statement);
  if (joined)
    notes.add("unknown-kind", joined.span, say.unknownKind(joined.text, joined.kind), {
      suggestion: joined.kind,
    });
  else if (kind && !colon) misplaced(notes, statement, kind, "");
  else if (!block && isPropertyWord(head.text))
    notes.add("misplaced", head.span, say.misplacedProperty(head.text));
  else if (colon) notes.add("misplaced", head.span, say.misplacedAttribute(head.text));
  else unknownKind(notes, statement, "");
  return [];
}

/** `modèle économique vente`, `business model retail`: a kind with a blank where it has a dash. */
function kindInTwoWords({ head, items: [first, second] }: Statement) {
  if (first?.value.type !== "name" || first.comma || second?.value.type !== "name") return undefined;
  const plain = fold(`${head.text}-${first.value.text}`);
  const kind = kinds.find(({ name, also }) => writtenKind(name) && (name === plain || also.includes(plain)));
  const span = { start: head.span.start, end: first.value.span.end };
  return kind && { text: `${head.text} ${first.value.text}`, kind: kind.name, span };
}

function isPropertyWord(word: string): boolean {
  return propertyNames.has(word) || word.startsWith("x-") || policyWords.some(({ name }) => name === word);
}

function unknownKind(notes: Notes, statement: Statement, path: string, within?: Kind): void {
  const { head, lost, block, span } = statement;
  const near = nearKind(head.text);
  const holdsAttributes = block?.statements.some(({ colon }) => colon !== undefined);
  if (near === undefined && within?.name === "domain" && holdsAttributes) {
    notes.add("unknown-kind", head.span, say.entityWithoutKind(head.text), {
      mends: [insert(head.span.start, "entity ")],
    });
    notes.ghosts.push(path + head.text, head.text);
    return;
  }
  if (IMPORTS.includes(fold(head.text))) {
    notes.add("unknown-kind", head.span, say.noImport(), { mends: [remove(span, head.text)] });
    return;
  }
  if (near === undefined && lost?.text.startsWith("->")) {
    const mends = [insert(head.span.start, "flow "), insert(head.span.start, "value ")];
    notes.add("unknown-kind", head.span, say.edgeWithoutKind(head.text), { mends });
  } else notes.add("unknown-kind", head.span, say.unknownKind(head.text, near), { suggestion: near });
  haunt(notes, statement, path);
  if (near === undefined && statement.items[0]?.value.type !== "name")
    hauntAs(notes, head.text, statement, path);
}

function misplaced(notes: Notes, statement: Statement, kind: Kind, path: string): void {
  notes.add("misplaced", statement.head.span, say.misplacedElement(kind.name, kind.within));
  haunt(notes, statement, path);
}

export const IMPORTS: readonly string[] = ["import", "include", "importer", "inclure", "require", "use"];

/** Keeps in mind what an unreadable element would have been called, so that nobody is told that it is missing. */
function haunt(notes: Notes, statement: Statement, path: string): void {
  const name = statement.items[0]?.value;
  if (name?.type === "name") hauntAs(notes, name.text, statement, path);
}

function hauntAs(notes: Notes, name: string, { block }: Statement, path: string): void {
  const full = path + name;
  notes.ghosts.push(full, name);
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
  const header = readHeader(notes, { kind, name: id, lost: statement.lost }, rest, local);
  const body = readBody(notes, statement, kind, local);
  const at = id ?? { ...statement.head, span: first?.value.span ?? statement.head.span };
  // What a line had behind a hitch may have been its block, and a line that cannot be read at all what a block needs; a
  // block that was just opened is yet to be filled.
  const { lost, block } = statement;
  const isUnfinished = block
    ? !block.whole || (!block.closed && block.statements.length === 0)
    : lost !== undefined;
  if (!isUnfinished) required(notes, kind, at, body, local);
  if (lost && !block) notes.ghosts.push(`${local}.`);
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
  if (!statement.lost) {
    if (kind.ends) endless(notes, statement, kind);
    else unnamed(notes, statement, kind);
  }
  readBody(notes, statement, kind, path);
  return [];
}

/** `flow pim web`: an edge without its ends. */
function endless(notes: Notes, { head, items }: Statement, kind: Kind): void {
  const names = items.flatMap(({ value }) => (value.type === "name" ? [value] : []));
  const isFrom = names.length > 2 && FROM.includes(names[0]?.text ?? "");
  const [from, ...rest] = isFrom ? names.slice(1) : names;
  const joint = rest[0] && JOINTS.includes(rest[0].text) && rest[1] ? rest[0] : undefined;
  const to = joint ? rest[1] : rest[0];
  const isPlain =
    from && to && items[0]?.value === names[0] && !kind.flags.some(({ name }) => name === to.text);
  const message = say.missingEnds(kind.name, from?.text ?? "a", isPlain ? to.text : "b");
  const mends = isPlain
    ? [
        write(
          { start: names[0]?.span.start ?? from.span.start, end: to.span.end },
          `${from.text} -> ${to.text}`,
        ),
      ]
    : [];
  notes.add("syntax", from?.span ?? head.span, message, { mends });
}

/** What people write for an arrow. */
export const FROM: readonly string[] = ["from", "de", "du", "depuis", "between", "entre"];
export const JOINTS: readonly string[] = ["to", "vers", "a", "à", "into", "et", "and"];

/** An element whose name is missing, or none. */
function unnamed(notes: Notes, { head, colon, items }: Statement, kind: Kind): void {
  const value = items[0]?.value;
  if (value?.type === "path") notes.add("syntax", value.span, say.noEnds(kind.name));
  else if (value?.type === "name") {
    const plain = value.text.replaceAll(".", "-");
    notes.add("syntax", value.span, say.dottedName(value.text, plain), { mends: [write(value.span, plain)] });
  } else if (value && value.type !== "string" && value.text !== "")
    notes.add("syntax", value.span, say.nameOfDigits(value.text));
  else {
    const name = value?.type === "string" ? slug(value.value) : "";
    const behind = { start: head.span.end, end: colon?.end ?? head.span.end };
    const mends = name === "" ? [] : [write(behind, ` ${name}`, `${head.text} ${name}`)];
    notes.add("syntax", head.span, say.missingName(kind.name, name || `my-${kind.name}`), { mends });
  }
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
    const property = propertyIn(kind, line);
    if (property && !(line.block && writtenKind(line.head.text))) {
      if (line.colon) colonAfterWord(notes, line, line.colon, local);
      const entry = readProperty(notes, kind, property, line, local);
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

/**
 * The property that a line says, also with a ':' behind its key. In an entity that is an attribute, whose type is a
 * word, and may be the name of any entity.
 */
function propertyIn(kind: Kind, { head, colon, items }: Statement): Property | undefined {
  const property = propertyOf(kind, head.text);
  const isAttribute = colon !== undefined && kind.name === "entity";
  const first = items[0]?.value;
  if (isAttribute && (!first || first.type === "name" || head.text.startsWith("x-"))) return undefined;
  return property;
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
  const related = [{ message: say.saidHere(entry.property.name), span: first.key.span }];
  notes.add("duplicate-property", entry.key.span, message, { element, related });
}

function readMember(notes: Notes, line: Statement, kind: Kind, local: string): readonly Declaration[] {
  const { head, colon, block } = line;
  const inner = writtenKind(head.text);
  if (colon && kind.name === "entity") return readAttribute(notes, line, `${local}.`);
  if (colon && inner && inner.within === kind.name && line.items[0]?.value.type === "name") {
    colonAfterWord(notes, line, colon, local);
    return readElement(notes, line, inner, `${local}.`);
  }
  if (colon) misplacedAttribute(notes, line, kind, local);
  else if (inner && inner.within === kind.name) return readElement(notes, line, inner, `${local}.`);
  else if (inner || head.text === "namespace" || head.text === "policy") {
    const message = inner
      ? say.misplacedElement(inner.name, inner.within)
      : say.misplacedElement(head.text, undefined);
    notes.add("misplaced", head.span, message, { element: local });
    haunt(notes, line, `${local}.`);
  } else if (block || edgeLike(kind, line)) unknownKind(notes, line, `${local}.`, kind);
  else strayLine(notes, line, kind, local);
  return [];
}

function edgeLike(kind: Kind, { head, lost }: Statement): boolean {
  return kind.name !== "entity" && lost?.text.startsWith("->") === true && nearKind(head.text) === undefined;
}

function required(notes: Notes, kind: Kind, at: Word, { properties }: Body, element: string): void {
  const isSaid = (name: string): boolean => properties.has(name) || notes.hasTried(element, name);
  if (kind.either.length > 0 && !kind.either.some(isSaid))
    notes.add("missing-property", at.span, say.missingEither(kind.name, kind.either), { element });
  for (const { name, doc, value } of kind.required) {
    if (isSaid(name)) continue;
    notes.add("missing-property", at.span, say.missingProperty(kind.name, name, doc, expectation(value)), {
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
  if (!entry) return;
  for (const [claim, flaws] of CONTRADICTIONS) {
    const claimed = entry.values.find(({ text }) => text === claim);
    const found = flaws.flatMap((flaw) => entry.values.find(({ text }) => text === flaw) ?? []);
    if (!claimed || found.length === 0) continue;
    const words = found.map(({ text }) => text);
    const related = found.map(({ text, span }) => ({ message: say.saidHere(text), span }));
    notes.add("contradictory-quality", claimed.span, say.contradictoryQuality(claim, words), {
      element,
      related,
    });
  }
}
