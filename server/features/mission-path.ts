import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { sources, targets } from "../model/query.ts";

/** The kinds of elements that ought to be there for a mission, in the end. */
const PURPOSEFUL: ReadonlySet<KindName> = new Set([
  "goal",
  "business-model",
  "domain",
  "entity",
  "kpi",
  "capability",
  "tool",
  "chain",
  "initiative",
]);

/**
 * The shortest way from an element up to a mission, both ends included: `crm → know-customers → eat-better`. Empty where
 * it leads to none, and undefined for kinds that are not there for a mission.
 */
export function missionPath(model: Model, start: Element): readonly Element[] | undefined {
  if (!PURPOSEFUL.has(start.kind.name)) return undefined;
  const before = new Map<Element, Element | undefined>([[start, undefined]]);
  for (const at of before.keys()) {
    if (at.kind.name === "mission") return walked(before, at);
    for (const next of above(model, at)) if (!before.has(next)) before.set(next, at);
  }
  return [];
}

function walked(before: ReadonlyMap<Element, Element | undefined>, end: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | undefined = end; at; at = before.get(at)) path.unshift(at);
  return path;
}

/** What an element is there for, the plainest reason first. */
function above(model: Model, element: Element): readonly Element[] {
  const served = [...targets(model, element, "serves"), ...targets(model, element, "embodies")];
  const measured = element.kind.name === "kpi" ? sources(model, element, "measured-by") : [];
  const owned = element.kind.name === "tool" ? targets(model, element, "owns") : [];
  return [...served, ...measured, ...(element.parent ? [element.parent] : []), ...owned];
}
