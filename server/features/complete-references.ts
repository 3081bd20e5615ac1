import { fold } from "../../grammar/near.ts";
import { once } from "../../grammar/once.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { Names } from "../model/names.ts";
import { ofKind } from "../model/query.ts";
import { namespaceOf } from "../model/reference.ts";
import { elementItem, holdsInOrder, type Completion } from "./completion.ts";

/** From where a reference is written, and what of it is there. */
export interface Written {
  readonly path: string;
  /** The name of the element or namespace around it. */
  readonly scope: string;
  readonly typed: string;
  /** Words and names that are listed already. */
  readonly taken: ReadonlySet<string>;
  /** The name of the element itself, to which it hardly refers; empty where it may. */
  readonly self: string;
}

/** How well an element fits by what it is, the lower the better: see `complete-likely.ts`. */
export type Likely = (element: Element) => number;

/** More names than these nobody looks through: of more, those that hold what was typed, the likeliest first. */
export const MOST_NAMES = 300;

const namesOf = once((model: Model): Names => {
  return new Names(model.byName, () => model.elements.filter(({ declaration }) => declaration.id));
});

/**
 * The elements of these kinds, each written the shortest way that means it: first what is likely by what it is, then the
 * nearest, then by kind.
 */
export function references(
  model: Model,
  kinds: readonly KindName[],
  written: Written,
  likely: Likely = () => 0,
): readonly Completion[] {
  const named = kinds.filter((kind) => kind !== "attribute");
  const elements = named.flatMap((kind) => ofKind(model, kind).filter(({ declaration }) => declaration.id));
  const rankOf = new Map<KindName, number>(named.map((kind, rank) => [kind, rank]));
  return nearestOf(model, elements, written, (element) => {
    const kind = rankOf.get(element.kind.name) ?? 0;
    return likely(element) * 1000 + kind;
  });
}

/** Some elements, those that rank low first and of these the nearest; those that are there already are left out, and oneself. */
export function nearestOf(
  model: Model,
  elements: readonly Element[],
  written: Written,
  rankOf: (element: Element) => number,
): readonly Completion[] {
  const { typed } = written;
  const isThere = thereAlready(model, written);
  const folded = fold(typed);
  const isCut = elements.length > MOST_NAMES;
  const fitting = elements.filter(
    (one) => !isThere(one) && (!isCut || holdsInOrder(foldedName(one), folded)),
  );
  const far = distanceFrom(model, written);
  const ranked = fitting.map((element) => ({ element, rank: rankOf(element) + 20 * far(element) }));
  const ordered = isCut ? ranked.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_NAMES) : ranked;
  return ordered.map(({ element, rank }) => reference(model, element, written, rank));
}

const foldedName = once((element: Element): string => fold(element.name));

/** Whether an element is listed already, under whichever name. */
function thereAlready(model: Model, { scope, taken, self }: Written): (element: Element) => boolean {
  const names = namesOf(model);
  const known = [...taken, self];
  return ({ name, kind, id }) =>
    known.includes(name) ||
    known.some((one) => one.endsWith(id) && names.resolve(one, scope, [kind.name])?.name === name);
}

/** How far an element is: in the same domain or entity, file, folder or namespace, or elsewhere. */
function distanceFrom(model: Model, { path, scope }: Written): (element: Element) => number {
  const namespace = namespaceOf(model, path);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const spaces = new Map(model.project.files.map((file) => [file.path, namespaceOf(model, file.path)]));
  const [holder = ""] = scope.startsWith(namespace) ? scope.slice(namespace.length).split(".") : [];
  return (element) => {
    if (element.path === path)
      return holder !== "" && element.name.startsWith(`${namespace}${holder}.`) ? 0 : 1;
    const isNear =
      element.path.startsWith(folder) || (namespace !== "" && spaces.get(element.path) === namespace);
    return isNear ? 2 : 3;
  };
}

/** One element as it is written here. */
function reference(model: Model, element: Element, { scope, typed }: Written, rank: number): Completion {
  const names = namesOf(model);
  const short = element.declaration.ends ? element.name : names.shortest(element, scope);
  return elementItem(asTyped(names, element, short, scope, typed), element, rank);
}

/** Somebody who types `catalog.` wants to go on that way, even where a shorter one would do. */
function asTyped(names: Names, element: Element, short: string, scope: string, typed: string): string {
  const qualifier = typed.slice(0, typed.lastIndexOf(".") + 1);
  if (qualifier === "" || short.startsWith(qualifier)) return short;
  const parts = element.name.split(".");
  const longer = parts.map((_, index) => parts.slice(index).join(".")).toReversed();
  const fitting = longer.find(
    (name) => name.startsWith(qualifier) && names.resolve(name, scope, [element.kind.name]) === element,
  );
  return fitting ?? short;
}
