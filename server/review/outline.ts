import { grouped } from "../../grammar/grouped.ts";
import { storeys, type KindName, type Storey } from "../../grammar/schema.ts";
import type { Element } from "../model/model.ts";
import type { Changes, ElementChange, RelationChange } from "./changes.ts";

/** Changes as they are told: by storey, what is nested under what it is nested in, relations under their element. */
export interface Section {
  readonly storey: Storey;
  readonly entries: readonly Entry[];
  /** Relations whose element is not told of otherwise. */
  readonly relations: readonly RelationChange[];
}

export interface Entry {
  readonly sign: Sign;
  readonly kind: KindName;
  readonly name: string;
  readonly title: string | undefined;
  readonly wall: boolean;
  readonly change: ElementChange;
  readonly details: readonly Detail[];
  readonly members: readonly Entry[];
}

/** Added, removed, changed, renamed. */
export type Sign = "+" | "−" | "~" | "→";

/** A property that changed, or a relation that came or went. */
export type Detail =
  | {
      readonly type: "property";
      readonly name: string;
      readonly before?: string;
      readonly after?: string;
      /** Whether a wall stands on what it says: `owns` of something of what. */
      readonly wall: boolean;
    }
  | { readonly type: "relation"; readonly sign: Sign; readonly relation: RelationChange };

export const SIGNS = { added: "+", removed: "−", changed: "~", renamed: "→" } as const satisfies Record<
  ElementChange["change"],
  Sign
>;

/** The sections that have something to tell, mission first. */
export function outlineOf({ elements, relations }: Changes): readonly Section[] {
  const told = new Set<RelationChange>();
  const bySource = grouped(relations, ({ source }) => source);
  const relationsOf = (change: ElementChange): readonly RelationChange[] => {
    const own = sides(change).flatMap((element) => bySource.get(element) ?? []);
    for (const relation of own) told.add(relation);
    return own;
  };
  const tree = nested(elements, (change) => details(change, relationsOf(change)));
  return storeys
    .map((storey) => ({
      storey,
      entries: tree.filter(({ change }) => change.storey === storey).toSorted(wallsFirst),
      relations: relations.filter((relation) => relation.storey === storey && !told.has(relation)),
    }))
    .filter((section) => section.entries.length > 0 || section.relations.length > 0);
}

/** Of the partitions, those first that a wall stands on. */
function wallsFirst(a: Entry, b: Entry): number {
  return Number(touchesWall(b)) - Number(touchesWall(a));
}

function touchesWall({ wall, details }: Entry): boolean {
  return wall || details.some((detail) => (detail.type === "relation" ? detail.relation.wall : detail.wall));
}

/** Entries, with those that came or went together with what they are nested in under it. */
function nested(
  elements: readonly ElementChange[],
  detailsOf: (change: ElementChange) => readonly Detail[],
): readonly Entry[] {
  const parents = new Map(
    elements.flatMap((change) => sides(change).map((element) => [element, change] as const)),
  );
  const parentOf = (change: ElementChange): ElementChange | undefined => {
    const element = change.after ?? change.before;
    return element?.parent && parents.get(element.parent);
  };
  const members = grouped(elements, parentOf);
  const entry = (change: ElementChange): Entry => ({
    sign: SIGNS[change.change],
    kind: change.kind,
    name: change.id,
    title: (change.after ?? change.before)?.title,
    wall: change.wall,
    change,
    details: detailsOf(change),
    members: (members.get(change) ?? []).map(entry),
  });
  return elements.filter((change) => !parentOf(change)).map(entry);
}

/** An element whose statement stayed is one object on both sides, and is told of once. */
function sides({ before, after }: ElementChange): readonly Element[] {
  return [...new Set([before, after])].filter((element) => element !== undefined);
}

/** An attribute's type may be another entity or a mere word: then the relation tells half of it. */
function saysMore({ kind, properties }: ElementChange, type: string): boolean {
  const property = properties.find(({ name }) => name === type);
  return kind === "attribute" && property !== undefined && property.before !== property.after;
}

/** The properties of a change; those that hold references told as relations, where the element stays. */
function details(change: ElementChange, relations: readonly RelationChange[]): readonly Detail[] {
  const isWhole = change.change === "added" || change.change === "removed";
  const shown = isWhole ? [] : relations.filter(({ type }) => !saysMore(change, type));
  const types = new Set(shown.map(({ type }) => type));
  const walls = new Set(relations.filter(({ wall }) => wall).map(({ type }) => type));
  const properties = change.properties
    .filter(({ name }) => !types.has(name) && !(isWhole && name === "title"))
    .map(({ name, before, after }): Detail => {
      const said = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
      return { type: "property", name, ...said, wall: walls.has(name) };
    });
  return [
    ...properties,
    ...shown.map((relation): Detail => ({ type: "relation", sign: SIGNS[relation.change], relation })),
  ];
}
