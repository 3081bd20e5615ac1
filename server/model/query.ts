import { familyOf, type Family } from "../../grammar/categories.ts";
import type { Finding } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { Value } from "../../grammar/tree.ts";
import { derived, derivedOfEach, read } from "./derived.ts";
import type { Element, Ends, Model, Relation } from "./model.ts";

/** Questions that rules, views and features ask of a model. Each notes what it reads: see `derived.ts`. */

const NOTHING: readonly never[] = [];

/** What the language itself finds: syntax, words, names. */
export function languageFindings(model: Model): readonly Finding[] {
  read("findings");
  return model.findings;
}

/** The elements of a kind, in the order of paths and text. */
export function ofKind(model: Model, kind: KindName): readonly Element[] {
  return model.byKind.get(kind) ?? NOTHING;
}

/** The relations that start at an element, of one type or of all. */
export function outgoing(model: Model, element: Element, type?: string): readonly Relation[] {
  read(type);
  const all = model.outgoing.get(element) ?? NOTHING;
  return type === undefined || all.length === 0 ? all : all.filter((relation) => relation.type === type);
}

/** The relations that end at an element, of one type or of all. */
export function incoming(model: Model, element: Element, type?: string): readonly Relation[] {
  read(type);
  const all = model.incoming.get(element) ?? NOTHING;
  return type === undefined || all.length === 0 ? all : all.filter((relation) => relation.type === type);
}

/** What an element names under a property: `targets(model, tool, "serves")`. */
export function targets(model: Model, element: Element, type: string): readonly Element[] {
  return outgoing(model, element, type).map(({ to }) => to);
}

/** Who names an element under a property: `sources(model, goal, "serves")`. */
export function sources(model: Model, element: Element, type: string): readonly Element[] {
  return incoming(model, element, type).map(({ from }) => from);
}

/** The one element that a property names; undefined where it is not said. */
export function target(model: Model, element: Element, type: string): Element | undefined {
  return targets(model, element, type)[0];
}

export function valuesOf(element: Element, property: string): readonly Value[] {
  read(property);
  return element.declaration.properties.get(property)?.values ?? NOTHING;
}

/** The title of an element; undefined where it has none. */
export function titleOf(element: Element): string | undefined {
  read("title");
  return element.title;
}

/** The words of a property, in their order. */
export function wordsOf(element: Element, property: string): readonly string[] {
  return valuesOf(element, property).map(({ text }) => text);
}

/** The word of a property; undefined where it is not said. */
export function wordOf(element: Element, property: string): string | undefined {
  return valuesOf(element, property)[0]?.text;
}

/** What a property that takes a text says; undefined where it is not said. */
export function textOf(element: Element, property: string): string | undefined {
  const value = valuesOf(element, property)[0];
  return value?.type === "string" ? value.value : undefined;
}

/** A number, a duration in days, a date in days since 1970; undefined where it is not said. */
export function amountOf(element: Element, property: string): number | undefined {
  const value = valuesOf(element, property)[0];
  return value && "value" in value && typeof value.value === "number" ? value.value : undefined;
}

/** The family of a tool's category; undefined where the category is none. */
export function toolFamily(tool: Element): Family | undefined {
  return familyOf(wordOf(tool, "category"));
}

/** Whether a tool is there today. Planned and retired tools own, read, write and carry nothing yet or any more. */
export function isThere(tool: Element): boolean {
  const status = wordOf(tool, "status");
  return status !== "planned" && status !== "retired";
}

/** Whether a tool is active: there, and not on its way out. */
export function isActive(tool: Element): boolean {
  return isThere(tool) && wordOf(tool, "status") !== "legacy";
}

/** The tools that are there today. */
export const toolsThere: (model: Model) => readonly Element[] = derived((model) =>
  ofKind(model, "tool").filter(isThere),
);

/** The tools that are active. */
export const activeTools: (model: Model) => readonly Element[] = derived((model) =>
  toolsThere(model).filter(isActive),
);

/** The tools that are not there yet, or any more: few, so that the others are quickly told from them. */
const toolsGone = derived((model: Model): ReadonlySet<Element> => {
  return new Set(ofKind(model, "tool").filter((tool) => !isThere(tool)));
});

export function isCore(element: Element): boolean {
  return element.kind.name === "domain"
    ? element.flags.has("core")
    : element.parent?.flags.has("core") === true;
}

/** The entities that a reference to a domain or an entity stands for. */
export function entitiesOf(element: Element): readonly Element[] {
  return element.kind.name === "domain" ? element.members : [element];
}

/** Whether an element says something under a property, be it right or wrong: what is wrong is found elsewhere. */
export function says(element: Element, property: string): boolean {
  read(property);
  return element.declaration.properties.has(property);
}

/** Whether an entity says something about a person, by itself or by one of its attributes. */
export function isPersonal(entity: Element): boolean {
  return entity.flags.has("personal") || entity.members.some(({ flags }) => flags.has("personal"));
}

/** Whether a domain or an entity holds personal data. */
export const holdsPersonal: (data: Element) => boolean = once((data) => entitiesOf(data).some(isPersonal));

/** The words on the state of the data: the entity's own, else its domain's. */
export function qualityOf(data: Element): readonly string[] {
  return wordsOf(data.parent && !says(data, "quality") ? data.parent : data, "quality");
}

/** The domain of an entity, or the domain itself. */
export function domainOf(element: Element): Element {
  return element.kind.name === "entity" && element.parent ? element.parent : element;
}

/**
 * The relations of one type (`owns`, `reads`, `writes`) from tools that are there to an entity, written for it or for
 * its domain.
 */
export function holdsOf(
  model: Model,
  entity: Element,
  type: "owns" | "reads" | "writes",
): readonly Relation[] {
  const direct = incoming(model, entity, type);
  const whole = entity.parent ? incoming(model, entity.parent, type) : [];
  const gone = toolsGone(model);
  return [...direct, ...whole].filter(({ from }) => from.kind.name === "tool" && !gone.has(from));
}

/** The tools that are the system of record of an entity: one, where all is well. */
export const ownersOf: (model: Model, entity: Element) => readonly Element[] = derivedOfEach(
  (model, entity) => [...new Set(holdsOf(model, entity, "owns").map(({ from }) => from))],
);

/** A flow or value both ends of which are known. */
export interface Edge {
  readonly element: Element;
  readonly ends: Ends;
}

/** Whether something goes between two one of which is unknown: there is no line to draw, and it is no shape either. */
export function isLoose({ kind, ends }: Element): boolean {
  return kind.ends !== undefined && ends === undefined;
}

/** The flows (or values) whose two ends are known and there. */
export function edgesOf(model: Model, kind: "flow" | "value"): readonly Edge[] {
  return (kind === "flow" ? flowIndex : valueIndex)(model);
}

const flowIndex = derived((model: Model) => edges(model, "flow"));
const valueIndex = derived((model: Model) => edges(model, "value"));

function edges(model: Model, kind: "flow" | "value"): readonly Edge[] {
  const gone = toolsGone(model);
  return ofKind(model, kind).flatMap((element) => {
    const { ends } = element;
    return ends && !gone.has(ends.from) && !gone.has(ends.to) ? [{ element, ends }] : [];
  });
}

/**
 * Whether a path of flows, in their direction, leads from any of the starts to any of the ends; a start that is an
 * end counts as a path only where `starts` and `ends` share it. `through` leaves flows out.
 */
export function flowsReach(
  model: Model,
  starts: readonly Element[],
  ends: ReadonlySet<Element>,
  through: (flow: Element) => boolean = () => true,
): boolean {
  const seen = new Set(starts);
  const queue = [...starts];
  // The queue grows while it is walked: what is appended is visited too.
  for (const at of queue) {
    if (ends.has(at)) return true;
    for (const { element, ends: edge } of flowsFrom(model).get(at) ?? []) {
      if (seen.has(edge.to) || !through(element)) continue;
      seen.add(edge.to);
      queue.push(edge.to);
    }
  }
  return false;
}

const flowsFrom = derived((model: Model): ReadonlyMap<Element, readonly Edge[]> => {
  return grouped(edgesOf(model, "flow"), ({ ends }) => ends.from);
});

/** The teams above a team, nearest first; a circle is gone through once. */
export function teamsAbove(model: Model, team: Element): readonly Element[] {
  const above = new Set<Element>();
  for (let next = target(model, team, "reports-to"); next; next = target(model, next, "reports-to")) {
    if (next === team || above.has(next)) break;
    above.add(next);
  }
  return [...above];
}

/** The element that a finding is about: the one of that name at that place, where several edges share a name. */
export function elementOf(model: Model, { element: name, site }: Finding): Element | undefined {
  const named = model.byName.get(name ?? "");
  if (!named?.ends || named.declaration.top === site.top) return named;
  const edges = ofKind(model, named.kind.name);
  return edges.find((edge) => edge.name === name && edge.declaration.top === site.top) ?? named;
}
