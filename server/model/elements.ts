import { exact } from "../../grammar/exact.ts";
import { once } from "../../grammar/once.ts";
import type { Word } from "../../grammar/tree.ts";
import type { Declaration } from "./declaration.ts";
import type { Element, Ends } from "./model.ts";
import type { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

/** The elements that a file declares, a domain before its entities. */
export const elementsOf: (outline: Outline) => readonly Element[] = once((outline) => {
  const all: Element[] = [];
  for (const reading of outline.readings)
    for (const element of declaredBy(reading, outline)) all.push(element);
  return exact(all);
});

/**
 * The elements that a statement declares in a file. They depend on no other statement, so those of one that did not change
 * are the same objects in the next model. Only an edge waits for its ends: see `joined`.
 */
export function declaredBy(reading: Reading, outline: Outline): readonly Element[] {
  const known = lastDeclared.get(reading);
  if (known?.path === outline.path && known.prefix === outline.prefix) return known.elements;
  const elements: Element[] = [];
  for (const declaration of reading.declarations) declare(declaration, outline, undefined, elements);
  lastDeclared.set(reading, { path: outline.path, prefix: outline.prefix, elements: exact(elements) });
  return elements;
}

const lastDeclared = new WeakMap<
  Reading,
  { readonly path: string; readonly prefix: string; readonly elements: readonly Element[] }
>();

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
