import { common } from "../../grammar/common.ts";
import { exact } from "../../grammar/exact.ts";
import { once, onceFrom } from "../../grammar/once.ts";
import type { Word } from "../../grammar/tree.ts";
import type { Declaration } from "./declaration.ts";
import type { Element, Ends } from "./model.ts";
import type { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

/** The elements that a file declares, a domain before its entities. Only an edge waits for its ends: see `joined`. */
export const elementsOf: (outline: Outline) => readonly Element[] = once((outline) => {
  const all: Element[] = [];
  for (const elements of declaredIn(outline)) for (const element of elements) all.push(element);
  return exact(all);
});

/**
 * The same by reading. What a statement declares depends on no other statement, so after an edit the elements of those
 * that were not touched are the same objects.
 */
export const declaredIn: (outline: Outline) => readonly (readonly Element[])[] = onceFrom(
  (outline, before) => {
    const { readings, prefix, path } = outline;
    const isAlike = before?.key.prefix === prefix && before.key.path === path;
    const { head, tail } = isAlike ? common(before.key.readings, readings) : { head: 0, tail: 0 };
    const known = before?.value ?? [];
    return [
      ...known.slice(0, head),
      ...readings.slice(head, readings.length - tail).map((reading) => declaredBy(reading, outline)),
      ...known.slice(known.length - tail),
    ];
  },
);

function declaredBy({ declarations }: Reading, outline: Outline): readonly Element[] {
  const elements: Element[] = [];
  for (const declaration of declarations) declare(declaration, outline, undefined, elements);
  return exact(elements);
}

type Growing = Element & { readonly members: Element[] };

function declare(
  declaration: Declaration,
  outline: Outline,
  parent: Element | undefined,
  all: Element[],
): Element {
  const { kind, title, flags, properties } = declaration;
  const id = declaration.id?.text ?? declaration.ends?.map(({ text }) => text).join(" -> ") ?? "";
  const prefix = declaration.ends ? "" : outline.prefix;
  const description = properties.get("description")?.values[0];
  // Written out, since this is the object that there are most of: a spread takes ten times as long.
  const element: Growing = {
    kind,
    name: parent ? `${parent.name}.${id}` : prefix + id,
    id,
    label: title?.value || id,
    title: title?.value,
    description: description?.type === "string" ? description.value : undefined,
    flags: flagsOf(flags),
    path: outline.path,
    declaration,
    parent,
    members: declaration.members.length === 0 ? NO_MEMBERS : [],
    ends: undefined,
  };
  all.push(element);
  for (const member of declaration.members) element.members.push(declare(member, outline, element, all));
  return element;
}

const NO_MEMBERS: Element[] = [];

/** Few flags go together in so many elements: those that do are one set. */
function flagsOf(words: readonly Word[]): ReadonlySet<string> {
  const written = words.map(({ text }) => text).join(" ");
  const known = flagSets.get(written);
  if (known) return known;
  const flags: ReadonlySet<string> = new Set(words.map(({ text }) => text));
  flagSets.set(written, flags);
  return flags;
}

const flagSets = new Map<string, ReadonlySet<string>>();

/** An edge whose ends are known, or as much of them as is: its name is that of its ends. */
export function joined(edge: Element, { from, to }: FoundEnds): Element {
  const known = lastJoined.get(edge);
  if (known && known.from === from && known.to === to) return known.element;
  const [start, end] = edge.declaration.ends ?? [];
  const name = `${from?.name ?? start?.text ?? ""} -> ${to?.name ?? end?.text ?? ""}`;
  const label = edge.title || `${from?.label ?? start?.text ?? ""} → ${to?.label ?? end?.text ?? ""}`;
  const ends: Ends | undefined = from && to ? { from, to } : undefined;
  const { kind, title, description, flags, path, declaration, parent, members } = edge;
  const element: Element = {
    kind,
    name,
    id: name,
    label,
    title,
    description,
    flags,
    path,
    declaration,
    parent,
    members,
    ends,
  };
  lastJoined.set(edge, { from, to, element });
  return element;
}

/** The ends of an edge as far as they name something. */
export interface FoundEnds {
  readonly from: Element | undefined;
  readonly to: Element | undefined;
}

/** What an edge was last joined to: the same ends give the same element again. */
const lastJoined = new WeakMap<Element, Joined>();

interface Joined extends FoundEnds {
  readonly element: Element;
}

/** Where names are looked up from: inside the element where it can hold others, else where it stands. */
export function scopeOf(element: Element, { prefix }: Outline): string {
  if (element.kind.name === "domain" || element.kind.name === "entity") return element.name;
  return element.parent?.name ?? prefix.slice(0, -1);
}
