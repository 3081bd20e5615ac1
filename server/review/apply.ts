import type { Model } from "../model/model.ts";
import type { Changes, ElementChange } from "./changes.ts";
import { describe, renamed, type Meaning } from "./describe.ts";

/** An element as data: what two models have in common when nothing changed between them. */
export interface PlainElement {
  readonly kind: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, Meaning>>;
}

/** A model as data, in an order of its own: files, layout and the order of statements are gone. */
export function plain(model: Model): readonly PlainElement[] {
  const elements = describe(model).map(({ element, properties }) => {
    const said = [...properties].map(([name, { meaning }]) => [name, meaning] as const);
    return { kind: element.kind.name, name: element.name, properties: record(said) };
  });
  return elements.toSorted(inOrder);
}

/** What a model becomes by the changes: `apply(base, diff(base, head))` is `plain(head)`. */
export function apply(base: Model, { elements, renames }: Changes): readonly PlainElement[] {
  const changes = new Map(elements.flatMap((change) => (change.before ? [[change.before, change]] : [])));
  const kept = describe(base).flatMap(({ element, properties }) => {
    const change = changes.get(element);
    if (change?.change === "removed") return [];
    const said = [...properties].map(([name, { meaning }]) => [name, renamed(meaning, renames)] as const);
    const name = renames.get(element.name) ?? element.name;
    return [{ kind: element.kind.name, name, properties: changed(said, change) }];
  });
  const added = elements.filter(({ change }) => change === "added");
  const come = added.map((change) => ({
    kind: change.kind,
    name: change.id,
    properties: changed([], change),
  }));
  return [...kept, ...come].toSorted(inOrder);
}

type Said = readonly (readonly [string, Meaning])[];

function changed(said: Said, change: ElementChange | undefined): PlainElement["properties"] {
  const properties = new Map(said);
  for (const { name, meaning } of change?.properties ?? []) {
    if (meaning) properties.set(name, meaning);
    else properties.delete(name);
  }
  return record([...properties]);
}

function record(said: Said): PlainElement["properties"] {
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function inOrder(a: PlainElement, b: PlainElement): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
