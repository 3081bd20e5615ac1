import { once } from "../../grammar/once.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { Names } from "../model/names.ts";
import { ofKind } from "../model/query.ts";
import { elementItem, type Completion } from "./completion.ts";

/** From where a reference is written, and what of it is there. */
export interface Written {
  /** The name of the element or namespace around it. */
  readonly scope: string;
  readonly typed: string;
  /** Names that are listed already, and the element itself. */
  readonly taken: ReadonlySet<string>;
}

const namesOf = once((model: Model): Names => {
  return new Names(model.byName, () => model.elements.filter(({ declaration }) => declaration.id));
});

/** The elements of these kinds, each written the shortest way that means it. */
export function references(
  model: Model,
  kinds: readonly KindName[],
  written: Written,
): readonly Completion[] {
  return kinds
    .filter((kind) => kind !== "attribute")
    .flatMap((kind, rank) => {
      const elements = ofKind(model, kind).filter(({ declaration }) => declaration.id);
      return elements.flatMap((element) => reference(model, element, written, rank) ?? []);
    });
}

/** One element as it is written here; undefined where it is listed already. */
export function reference(
  model: Model,
  element: Element,
  { scope, typed, taken }: Written,
  rank: number,
): Completion | undefined {
  const names = namesOf(model);
  const short = element.declaration.ends ? element.name : names.shortest(element, scope);
  if (taken.has(short) || taken.has(element.name)) return undefined;
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
