import { once } from "../../grammar/once.ts";
import type { Element, Model, Relation } from "../model/model.ts";
import { carriedBy, edgesOf, flowsReach, target, targets, wordOf } from "../model/query.ts";

/** What the rules ask about data on its way. */

/** Whether a path of flows leads from any of the starts to any of the ends, each of them carrying the entity. */
export function dataReaches(
  model: Model,
  data: Element,
  starts: readonly Element[],
  ends: ReadonlySet<Element>,
): boolean {
  const carrying = flowsCarrying(model).get(data);
  if (!carrying && !starts.some((start) => ends.has(start))) return false;
  return flowsReach(model, starts, ends, (flow) => carrying?.has(flow) === true);
}

/** For each entity the flows that carry it, by its own name or its domain's; for a domain those that carry it whole. */
export const flowsCarrying = once((model: Model): ReadonlyMap<Element, ReadonlySet<Element>> => {
  const index = new Map<Element, Set<Element>>();
  for (const { element: flow } of edgesOf(model, "flow")) {
    const carried = new Set([...targets(model, flow, "carries"), ...carriedBy(model, flow)]);
    for (const data of carried) {
      const flows = index.get(data);
      if (flows) flows.add(flow);
      else index.set(data, new Set([flow]));
    }
  }
  return index;
});

/** Whether somebody has to move the data by hand, or as a file. */
export function isByHand(flow: Element): boolean {
  const mode = wordOf(flow, "mode");
  return mode === "manual" || mode === "file";
}

/** The teams that a tool is of: the accountable one, and those that use it. */
export function teamsOf(model: Model, tool: Element): readonly Element[] {
  const accountable = target(model, tool, "accountable");
  return [...new Set([...(accountable ? [accountable] : []), ...targets(model, tool, "used-by")])];
}

/** A place of a finding that shows a relation. */
export function relatedTo({ site }: Pick<Relation, "site">, en: string, fr: string) {
  return { message: { en, fr }, site };
}
