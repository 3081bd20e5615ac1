import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { reasonsOf } from "../model/reasons.ts";

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
    for (const next of reasonsOf(model, at)) if (!before.has(next)) before.set(next, at);
  }
  return [];
}

function walked(before: ReadonlyMap<Element, Element | undefined>, end: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | undefined = end; at; at = before.get(at)) path.unshift(at);
  return path;
}
