import { writtenKind, type Kind } from "../../grammar/schema.ts";
import type { Span } from "../../grammar/text.ts";
import { fileAt } from "../model/edit.ts";
import type { Element, Model } from "../model/model.ts";
import type { Place } from "../model/place.ts";
import { namespaceOf } from "../model/reference.ts";
import {
  header,
  inBlock,
  isAttribute,
  namespaces,
  policyLines,
  propertyOfLine,
  tops,
} from "./complete-lines.ts";
import { policyValues } from "./complete-policy.ts";
import { MOST_NAMES, type Written } from "./complete-references.ts";
import { attributeType } from "./complete-type.ts";
import { modifiers, values } from "./complete-values.ts";
import type { Completion } from "./completion.ts";
import { cursorAt, namesAmong, type Cursor } from "./cursor.ts";

/** What may be written, and what of the text it would replace. */
export interface Completions {
  readonly span: Span;
  /** The part of it that was typed: up to the cursor. */
  readonly typed: string;
  readonly items: readonly Completion[];
  /** Whether there is more that fits, which is worth asking for when more is typed. */
  readonly isCut: boolean;
}

/**
 * Feature: Completion
 *
 * What may stand at the cursor: kinds, the properties that an element does not have yet, words, flags, names of elements
 * that fit, ends of flows, rules and whom they may spare. It reads lines that are only half typed.
 */
export function complete(model: Model, at: Place): Completions {
  const file = fileAt(model, at.path);
  const cursor = file && cursorAt(file, at);
  if (!cursor) return { span: { start: at.offset, end: at.offset }, typed: "", items: [], isCut: false };
  const items = itemsAt(model, at.path, cursor);
  const isCut = items.filter(({ sort }) => sort === "reference").length >= MOST_NAMES;
  return { span: cursor.word, typed: cursor.typed, items, isCut };
}

function itemsAt(model: Model, path: string, cursor: Cursor): readonly Completion[] {
  const { around, before } = cursor;
  const [head, ...rest] = before;
  const [outermost] = around;
  if (!outermost) return head ? atTop(model, path, cursor, head.image) : tops(cursor);
  if (outermost.head.text === "policy") {
    return head ? policyValues(model, cursor, writtenAt(model, path, cursor)) : policyLines();
  }
  const kind = kindAround(cursor);
  if (!kind) return [];
  if (!head) return inBlock(model, kind, cursor);
  return inLine(model, path, cursor, kind, rest);
}

/** A line at the top of a file, after its first word. */
function atTop(model: Model, path: string, cursor: Cursor, head: string): readonly Completion[] {
  const rest = cursor.before.slice(1);
  if (head === "namespace") return rest.length === 0 ? namespaces(model) : [];
  const kind = writtenKind(head);
  return kind ? header(model, kind, rest, cursor, writtenAt(model, path, cursor)) : [];
}

/** A line in the block of an element, after its first word. */
function inLine(
  model: Model,
  path: string,
  cursor: Cursor,
  kind: Kind,
  rest: Cursor["before"],
): readonly Completion[] {
  const written = writtenAt(model, path, cursor);
  if (isAttribute(cursor.before)) {
    if (kind.name !== "entity") return [];
    if (rest.length > 1) return modifiers(model, rest.slice(1), cursor, written);
    return attributeType(model, written, elementAround(model, cursor));
  }
  const property = propertyOfLine(kind, cursor.before);
  if (property) return values(model, property, rest, cursor, written, elementAround(model, cursor));
  const member = writtenKind(cursor.before[0]?.image ?? "");
  return member?.within === kind.name ? header(model, member, rest, cursor, written) : [];
}

/** The kind of the element in whose block the cursor stands; undefined where one of the blocks is of no kind. */
export function kindAround({ around }: Cursor): Kind | undefined {
  const found = around.map(({ head }) => writtenKind(head.text));
  return found.every((kind, index) => kind?.within === found[index - 1]?.name) ? found.at(-1) : undefined;
}

/** The element in whose block the cursor stands, as far as it could be read. */
function elementAround(model: Model, { around }: Cursor): Element | undefined {
  const statement = around.at(-1);
  return model.elements.find(({ declaration }) => declaration.statement === statement);
}

/** From where a name at the cursor is looked up, and what need not be offered again. */
function writtenAt(model: Model, path: string, { around, before, after, typed }: Cursor): Written {
  const ids = around.flatMap(({ items }) => (items[0]?.value.type === "name" ? [items[0].value.text] : []));
  const prefix = namespaceOf(model, path);
  const holders = around.length === 1 && around[0]?.head.text !== "domain" ? [] : ids;
  const scope = (prefix + holders.join(".")).replace(/\.$/, "");
  const taken = new Set([...namesAmong(before.slice(1)), ...namesAmong(after)]);
  return { path, scope, typed, taken, self: prefix + ids.join(".") };
}
