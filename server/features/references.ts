import type { Span } from "../../grammar/text.ts";
import { locate } from "../model/edit.ts";
import { mentionsOf } from "../model/mentions.ts";
import type { Model } from "../model/model.ts";
import { namedAt } from "../model/named.ts";
import type { Place } from "../model/place.ts";

/** A place where an element is named. */
export interface ReferenceSite {
  readonly path: string;
  readonly span: Span;
}

/** Whether the place where something is declared is one of those that name it. */
export type Declarations = "with declarations" | "without declarations";

/**
 * Feature: Find all references
 *
 * Every place of the project where an element is named: in properties, by the part of a dotted name that stands for it, at
 * the ends of flows, in selectors, views, rules and exceptions. Undefined where the place names nothing.
 */
export function references(
  model: Model,
  at: Place,
  declarations: Declarations,
): readonly ReferenceSite[] | undefined {
  const named = namedAt(model, at);
  if (!named) return undefined;
  const isWanted = declarations === "with declarations";
  return mentionsOf(model, named.element)
    .filter(({ use }) => isWanted || use !== "declaration")
    .map(({ site }) => ({ path: site.path, span: locate(model, site) }));
}
