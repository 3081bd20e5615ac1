import type { Element, Model } from "../model/model.ts";
import { namedAt } from "../model/named.ts";
import { elementAt, type Place } from "../model/place.ts";
import { belowOf, reasonsOf } from "../model/reasons.ts";

/**
 * Feature: Tracing (type hierarchy)
 *
 * What the hierarchy is shown of: the element that the word at a place stands for, else the one whose text it is in.
 * Undefined where there is none.
 */
export function hierarchyAt(model: Model, at: Place): Element | undefined {
  return namedAt(model, at)?.element ?? elementAt(model, at);
}

/** What an element is there for, one step up towards the mission: a tool's goals, a goal's mission, a domain's model. */
export function supertypes(model: Model, element: Element): readonly Element[] {
  const reasons = element.kind.name === "attribute" ? parentOf(element) : reasonsOf(model, element);
  return [...new Set(reasons)].filter((reason) => reason !== element);
}

/** What is there for an element, one step down. */
export function subtypes(model: Model, element: Element): readonly Element[] {
  const attributes = element.kind.name === "entity" ? element.members : [];
  return [...belowOf(model, element).filter((one) => one !== element), ...attributes];
}

function parentOf({ parent }: Element): readonly Element[] {
  return parent ? [parent] : [];
}
