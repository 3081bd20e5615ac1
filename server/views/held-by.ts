import type { Element, Model } from "../model/model.ts";
import { holdsOf } from "../model/query.ts";
import { holdings, type Holding } from "./view-table.ts";

/** The tools that hold some data, each with the strongest that it does with it: owns, writes, reads. */
export function heldBy(model: Model, data: Element): ReadonlyMap<Element, Holding> {
  const held = new Map<Element, Holding>();
  for (const holding of holdings)
    for (const { from } of holdsOf(model, data, holding)) if (!held.has(from)) held.set(from, holding);
  return held;
}
