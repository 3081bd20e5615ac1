import { writeString } from "../../../grammar/strings.ts";
import type { Value } from "../../../grammar/tree.ts";
import { addValue, fileAt, locate, replace, type Edit } from "../../model/edit.ts";
import type { Entry } from "../../model/declaration.ts";
import { siteIn, type Element, type Model } from "../../model/model.ts";
import { referenceTo } from "../../model/reference.ts";
import { addProperties } from "../../rules/repair.ts";
import type { Note } from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";

/** What is written into an element, and what is lost of the other. */
export interface United {
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
}

/** What nobody takes over from another: when it came and goes, and whether it is there at all. */
const OF_ITSELF: ReadonlySet<string> = new Set(["status", "since", "until"]);

/** All that one element says is said by another of its kind, as far as it can be; but for what is moved there as it is. */
export function united(model: Model, from: Element, into: Element, moved?: string): United {
  const entries = from.declaration.properties.values();
  const lines: string[] = [];
  const edits: Edit[] = [];
  const notes: Note[] = [...lostTitle(from, into)];
  for (const entry of entries) {
    const { name } = entry.property;
    const other = into.declaration.properties.get(name);
    if (takesMany(entry)) {
      const fresh = freshIn(model, entry, other, from, into);
      if (fresh.length === 0) continue;
      if (other) edits.push(addValue(model, into, name, fresh.join(", ")));
      else lines.push(`${name} ${fresh.join(", ")}`);
    } else if (!other && name === moved) {
      continue;
    } else if (!other && !OF_ITSELF.has(name)) {
      lines.push(`${name} ${entry.values.map((value) => written(model, value, from, into)).join(" ")}`);
    } else if (!other || !saysTheSame(model, entry, other)) {
      notes.push(lost(model, entry, other, from, into));
    }
  }
  return { edits: [...edits, ...addProperties(model, into, lines)], notes };
}

/** Whether two elements say different things where only one can be said. */
export function differs(model: Model, one: Element, other: Element): boolean {
  const isOther = one.declaration.properties.values().some((entry) => {
    const same = other.declaration.properties.get(entry.property.name);
    return !takesMany(entry) && (!same || !saysTheSame(model, entry, same));
  });
  const isSilent = other.declaration.properties
    .values()
    .some((entry) => !takesMany(entry) && !one.declaration.properties.has(entry.property.name));
  const flags = ({ flags }: Element): string => [...flags].toSorted().join(" ");
  return isOther || isSilent || flags(one) !== flags(other);
}

/** An edge gets a title, which tells it from another between the same two. */
export function labelled(model: Model, edge: Element, title: string): Edit {
  const { ends, statement } = edge.declaration;
  const { end } = ends?.[1].span ?? statement.head.span;
  return replace(model, siteIn(edge, { span: { start: end, end } }), ` ${writeString(title)}`);
}

function takesMany({ property: { count } }: Entry): boolean {
  return count === "many" || count === "some";
}

/** The values that the other does not have, as they are written there; a domain stands for its entities. */
function freshIn(
  model: Model,
  { values }: Entry,
  other: Entry | undefined,
  from: Element,
  into: Element,
): readonly string[] {
  const known = new Set((other?.values ?? []).map((value) => model.targets.get(value) ?? value.text));
  const fresh = values.filter((value) => {
    const element = model.targets.get(value);
    if (!element) return !known.has(value.text);
    return !known.has(element) && !(element.parent && known.has(element.parent));
  });
  return fresh.map((value) => written(model, value, from, into));
}

/** A value as it is written in another element. */
function written(model: Model, value: Value, from: Element, into: Element): string {
  const element = value.type === "name" ? model.targets.get(value) : undefined;
  if (element) return referenceTo(model, element, into);
  const { start, end } = locate(model, siteIn(from, value));
  const text = fileAt(model, from.path)?.text.slice(start, end) ?? value.text;
  // What describes it above is a comment, and no string.
  return value.type === "string" && !text.startsWith('"') ? writeString(value.value) : text;
}

function saysTheSame(model: Model, one: Entry, other: Entry): boolean {
  const meaning = ({ values }: Entry): string =>
    values.map((value) => model.targets.get(value)?.name ?? plain(value)).join("\n");
  return meaning(one) === meaning(other);
}

function plain(value: Value): string {
  return value.type === "string"
    ? value.value
    : "value" in value
      ? `${value.type} ${String(value.value)}`
      : value.text;
}

function lostTitle(from: Element, into: Element): readonly Note[] {
  const isLost = from.title !== undefined && from.title !== into.title;
  if (!isLost || from.declaration.ends) return [];
  return [{ message: say.lostProperty(from.name, "title", from.title), element: into.name }];
}

function lost(model: Model, entry: Entry, other: Entry | undefined, from: Element, into: Element): Note {
  const text = ({ values }: Entry, element: Element): string =>
    values.map((value) => written(model, value, element, element)).join(" ");
  const { name } = entry.property;
  const message = other
    ? say.lostValue(from.name, name, text(entry, from), text(other, into))
    : say.lostProperty(from.name, name, text(entry, from));
  return { message, element: into.name };
}
