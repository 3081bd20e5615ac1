import { exact } from "../../grammar/exact.ts";
import { syntaxMessages } from "../../grammar/messages.ts";
import { meantBy } from "../../grammar/near.ts";
import { kindOf, propertyOf, type Kind } from "../../grammar/schema.ts";
import type { NameValue, Statement, Value, Word } from "../../grammar/tree.ts";
import { Properties, type Declaration, type Entry } from "./declaration.ts";
import { removeFlag } from "../../grammar/mends.ts";
import { languageMessages as say } from "./messages.ts";
import { isHole, isOpenText } from "./read-list.ts";
import { plainValues } from "./read-property.ts";
import type { Notes } from "./reading.ts";
import { expectation } from "./values.ts";

/** `sku: id key for logistics`: an attribute is an element like any other, written shorter. */
export function readAttribute(notes: Notes, line: Statement, path: string): readonly Declaration[] {
  const kind = kindOf("attribute");
  if (!kind) return [];
  const element = path + line.head.text;
  if (line.block) {
    const { start } = line.block.span;
    notes.add("syntax", { start, end: start + 1 }, say.noBlock(line.head.text, line.block.closed), {
      element,
    });
  }
  // What a quote that lacks its partner or a loose comma did to a line is told with the sign.
  const said = plainValues(notes, line.items, element);
  const sound = said.filter((value) => !isHole(value) && !isOpenText(value));
  const [type, ...modifiers] = sound;
  const isTold = [line.lost, line.block].some((it) => it !== undefined) || sound.length < said.length;
  const entries: Entry[] = [];
  if (type?.type === "name") add(entries, kind, "type", type, [type]);
  else if (type || !isTold) noType(notes, line, type, element);
  const flags = readModifiers({ notes, kind, entries, element, isTold }, modifiers);
  if (line.doc) {
    const { text, span } = line.doc;
    add(entries, kind, "description", line.doc, [{ type: "string", text, value: text, span }]);
  }
  return [
    {
      kind,
      top: notes.top,
      statement: line,
      id: line.head,
      ends: undefined,
      title: undefined,
      flags: exact(flags),
      properties: new Properties(entries),
      members: [],
    },
  ];
}

function add(entries: Entry[], kind: Kind, name: string, key: Word, values: readonly Value[]): void {
  const property = propertyOf(kind, name);
  if (property) entries.push({ property, key, values, span: key.span });
}

function noType(notes: Notes, { head }: Statement, value: Value | undefined, element: string): void {
  const expected = expectation({ type: "attribute-type" });
  if (value)
    notes.add("invalid-value", value.span, say.wrongValue(value.text, head.text, expected, undefined), {
      element,
    });
  else notes.add("invalid-value", head.span, say.noValue(`${head.text}:`, expected), { element });
}

/** What the modifiers of an attribute are read with: where they go, and whether the end of the line is told as lost. */
interface ModifierReader {
  readonly notes: Notes;
  readonly kind: Kind;
  readonly entries: Entry[];
  readonly element: string;
  readonly isTold: boolean;
}

function readModifiers(reader: ModifierReader, values: readonly Value[]): readonly Word[] {
  const { notes, kind, entries, element, isTold } = reader;
  const flags: Word[] = [];
  const aspects: NameValue[] = [];
  let key: Word | undefined;
  let awaited: Word | undefined;
  for (const value of values) {
    if (value.type !== "name")
      notes.add("syntax", value.span, syntaxMessages.unexpected(value.text), { element });
    else if (awaited) {
      aspects.push(value);
      if (awaited.text === "for") key = awaited;
      awaited = undefined;
    } else if (value.text === "for" || modifier(notes, kind, value, flags, element) === "for")
      awaited = value;
  }
  if (key) add(entries, kind, "for", key, exact(aspects));
  if (awaited?.text === "for" && !isTold) {
    const expected = { en: "an aspect, such as logistics", fr: "un aspect, comme logistics" };
    notes.add("invalid-value", awaited.span, say.noValue("for", expected), { element });
  }
  return flags;
}

/** Takes a modifier up. Returns the one that was probably meant, where it is none. */
function modifier(
  notes: Notes,
  kind: Kind,
  value: NameValue,
  flags: Word[],
  element: string,
): string | undefined {
  const names = [...kind.flags.map(({ name }) => name), "for"];
  if (flags.some(({ text }) => text === value.text)) {
    const message = say.contradictoryFlags(value.text, value.text);
    notes.add("invalid-value", value.span, message, { element, mends: [removeFlag(value)] });
    return undefined;
  }
  if (names.includes(value.text)) {
    flags.push(value);
    return undefined;
  }
  const near = meantBy(value.text, names);
  const message = say.unknownFlag(value.text, kind.name, names, near);
  notes.add("invalid-value", value.span, message, { element, suggestion: near });
  return near;
}
