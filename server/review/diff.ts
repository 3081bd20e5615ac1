import { kinds, storeys, type Storey } from "../../grammar/schema.ts";
import type { Value } from "../../grammar/tree.ts";
import type { Element, Model, Relation } from "../model/model.ts";
import type { Changes, ElementChange, PropertyChange, RelationChange } from "./changes.ts";
import { renamed, sameMeaning, type Described } from "./describe.ts";
import { match } from "./match.ts";
import type { Matching, Pair } from "./matching.ts";

/** What the names of the old model come to, where that is another. */
type Called = ReadonlyMap<string, string>;

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
  const called = found.called();
  const touched = found.pairs.filter((pair) => !isUntouched(found, called, pair));
  const elements = [
    ...[...found.removed].map(gone),
    ...[...found.added].map(come),
    ...touched.flatMap((pair) => stayed(found, called, pair) ?? []),
  ];
  return {
    elements: elements.toSorted(inOrder),
    relations: relationChanges(found, called, touched).toSorted(relationOrder),
    renames: found.names,
    stayed: found.stayed,
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

/**
 * Whether an element is written in the very same statement as before, and every reference in it means what it meant: most
 * are, and nothing of what they say has to be compared.
 */
function isUntouched(found: Matching, called: Called, { before, after, evidence }: Pair): boolean {
  const { declaration } = after.element;
  if (evidence || before.element.declaration !== declaration) return false;
  for (const { values } of declaration.properties.values()) {
    for (const value of values) {
      if (value.type === "selector" || !meansTheSame(found, called, value)) return false;
    }
  }
  return true;
}

function meansTheSame({ base, head }: Matching, called: Called, value: Value): boolean {
  const old = base.targets.get(value);
  const now = head.targets.get(value);
  if (!old || !now) return old === now;
  return old.kind === now.kind && nameIn(called, old) === now.name;
}

/** What changed about an element that stayed; undefined where nothing did. */
function stayed(found: Matching, called: Called, pair: Pair): ElementChange | undefined {
  const { before, after } = pair;
  const evidence = onlyFollows(found, pair) ? undefined : pair.evidence;
  const properties = propertyChanges(called, before, after);
  const old = before.element.name;
  const was = old === after.element.name ? undefined : old;
  if (properties.length === 0 && !evidence) return undefined;
  const change = evidence ? "renamed" : "changed";
  const elements = { before: before.element, after: after.element };
  return { ...about(after.element), ...elements, change, was, properties, evidence };
}

/** Whether nothing was renamed but what an element is nested in, or nothing at all: others had a claim to its name. */
function onlyFollows(found: Matching, { before: { element: old }, after: { element: now } }: Pair): boolean {
  if (old.name === now.name) return true;
  const around = old.parent && found.counterpart(old.parent);
  return old.id === now.id && around !== undefined && around === now.parent;
}

function propertyChanges(called: Called, before: Described, after: Described): readonly PropertyChange[] {
  const names = new Set([...before.properties.keys(), ...after.properties.keys()]);
  return [...names].flatMap((name) => {
    const old = before.properties.get(name);
    const now = after.properties.get(name);
    if (sameMeaning(old && renamed(old.meaning, called), now?.meaning)) return [];
    return [{ name, before: old?.written, after: now?.written, meaning: now?.meaning }];
  });
}

/** Relations that came and went, each by its type and its two ends. Those of what is untouched are what they were. */
function relationChanges(
  found: Matching,
  called: Called,
  touched: readonly Pair[],
): readonly RelationChange[] {
  // It starts at one element, of several with a name at one of them; it leads to whatever bears a name.
  const numbers = new Map<Element, number>();
  const startOf = (element: Element): number => {
    const same = found.counterpart(element) ?? element;
    const number = numbers.get(same) ?? numbers.size;
    numbers.set(same, number);
    return number;
  };
  const keyOf = ({ type, from, to }: Relation, end: string): string =>
    `${type} ${String(startOf(from))} ${to.kind.name} ${end}`;
  const from = (model: Model, items: Iterable<Described>) =>
    [...items].flatMap(({ element }) => model.outgoing.get(element) ?? []);
  const left = [...found.removed, ...touched.map(({ before }) => before)];
  const come = [...found.added, ...touched.map(({ after }) => after)];
  const olds = new Map(
    from(found.base, left).map((relation) => [keyOf(relation, nameIn(called, relation.to)), relation]),
  );
  const news = new Map(
    from(found.head, come).map((relation) => [keyOf(relation, relation.to.name), relation]),
  );
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

function nameIn(called: Called, { name }: Element): string {
  return called.get(name) ?? name;
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
