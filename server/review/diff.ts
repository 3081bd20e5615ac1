import { kinds, storeys, type Storey } from "../../grammar/schema.ts";
import type { Element, Model, Relation } from "../model/model.ts";
import type { Changes, ElementChange, PropertyChange, RelationChange } from "./changes.ts";
import { renamed, sameMeaning, type Described } from "./describe.ts";
import { match } from "./match.ts";
import type { Matching, Pair } from "./matching.ts";

export interface DiffOptions {
  /** Whether an element under another name may be the same one; else it is gone, and another has come. */
  readonly renames?: boolean;
}

/**
 * What became of an architecture: pure, and complete because it compares all that the schema lets an element say. Files,
 * layout, comments and the order of anything are no change; what only follows from a rename is not listed.
 */
export function diff(base: Model, head: Model, { renames = true }: DiffOptions = {}): Changes {
  const found = match(base, head, renames);
  const elements = [
    ...[...found.removed].map(gone),
    ...[...found.added].map(come),
    ...found.pairs.flatMap((pair) => stayed(found, pair) ?? []),
  ];
  return {
    elements: elements.toSorted(inOrder),
    relations: relationChanges(found, base, head).toSorted(relationOrder),
    renames: found.names,
    stayed: new Map(found.pairs.map(({ before, after }) => [before.element, after.element])),
  };
}

function gone(old: Described): ElementChange {
  const properties = [...old.properties].map(([name, { written }]) => {
    return { name, before: written, after: undefined, meaning: undefined };
  });
  return { ...about(old.element), change: "removed", properties, before: old.element, after: undefined };
}

function come(now: Described): ElementChange {
  const properties = [...now.properties].map(([name, { written, meaning }]) => {
    return { name, before: undefined, after: written, meaning };
  });
  return { ...about(now.element), change: "added", properties, before: undefined, after: now.element };
}

function about(element: Element) {
  const { storey, name: kind } = element.kind;
  const wall = isWall(storey);
  return { kind, id: element.name, was: undefined, storey, wall, evidence: undefined };
}

/** What changed about an element that stayed; undefined where nothing did. */
function stayed(found: Matching, { before, after, evidence }: Pair): ElementChange | undefined {
  const properties = propertyChanges(found, before, after);
  const old = before.element.name;
  const was = old === after.element.name ? undefined : old;
  if (properties.length === 0 && !evidence) return undefined;
  const change = evidence ? "renamed" : "changed";
  const elements = { before: before.element, after: after.element };
  return { ...about(after.element), ...elements, change, was, properties, evidence };
}

function propertyChanges(found: Matching, before: Described, after: Described): readonly PropertyChange[] {
  const names = new Set([...before.properties.keys(), ...after.properties.keys()]);
  return [...names].flatMap((name) => {
    const old = before.properties.get(name);
    const now = after.properties.get(name);
    if (sameMeaning(old && renamed(old.meaning, found.names), now?.meaning)) return [];
    return [{ name, before: old?.written, after: now?.written, meaning: now?.meaning }];
  });
}

/** Relations that came and went, each by its type and its two ends. */
function relationChanges(found: Matching, base: Model, head: Model): readonly RelationChange[] {
  const now = new Map(found.pairs.map(({ before, after }) => [before.element, after.element]));
  // It starts at one element, of several with a name at one of them; it leads to whatever bears a name.
  const numbers = new Map<Element, number>();
  const startOf = (element: Element): number => {
    const same = now.get(element) ?? element;
    const number = numbers.get(same) ?? numbers.size;
    numbers.set(same, number);
    return number;
  };
  const endOf = (element: Element): string => {
    const { kind, name } = now.get(element) ?? element;
    return `${kind.name} ${name}`;
  };
  const keyOf = ({ type, from, to }: Relation): string => `${type} ${String(startOf(from))} ${endOf(to)}`;
  const olds = new Map(base.relations.map((relation) => [keyOf(relation), relation]));
  const news = new Map(head.relations.map((relation) => [keyOf(relation), relation]));
  const change = (what: "added" | "removed", relation: Relation): RelationChange => ({
    change: what,
    type: relation.type,
    from: nameShown(found, relation.from),
    to: nameShown(found, relation.to),
    source: relation.from,
    storey: relation.from.kind.storey,
    wall: isWallRelation(relation),
    stays: [relation.from, relation.to].every((end) => found.hasCounterpart(end)),
  });
  return [
    ...[...olds].filter(([key]) => !news.has(key)).map(([, relation]) => change("removed", relation)),
    ...[...news].filter(([key]) => !olds.has(key)).map(([, relation]) => change("added", relation)),
  ];
}

function nameShown(found: Matching, element: Element): string {
  return found.hasCounterpart(element) ? found.nameNow(element) : element.name;
}

function isWall(storey: Storey): boolean {
  return storey === "why" || storey === "what";
}

function isWallRelation({ type, from, to }: Relation): boolean {
  return isWall(from.kind.storey) || (type === "owns" && to.kind.storey === "what");
}

const KINDS = kinds.map(({ name }) => name);

function inOrder(a: ElementChange, b: ElementChange): number {
  return (
    storeys.indexOf(a.storey) - storeys.indexOf(b.storey) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compare(a.id, b.id) ||
    compare(a.change, b.change)
  );
}

function relationOrder(a: RelationChange, b: RelationChange): number {
  return (
    storeys.indexOf(a.storey) - storeys.indexOf(b.storey) ||
    compare(a.from, b.from) ||
    compare(a.type, b.type) ||
    compare(a.to, b.to) ||
    compare(b.change, a.change)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
