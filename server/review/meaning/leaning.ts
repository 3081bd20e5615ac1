import { derived } from "../../model/derived.ts";
import type { Element, Model } from "../../model/model.ts";

/**
 * Which end of a relation leans on the other: when that one changes, it may have to follow. `from` is who names the other
 * (a KPI computed from an entity), `to` is who is named (a goal that something serves).
 */
export const LEANING: Readonly<Record<string, "from" | "to" | "neither">> = {
  serves: "to",
  embodies: "to",
  owns: "to",
  writes: "to",
  for: "to",
  reads: "from",
  carries: "from",
  from: "from",
  "measured-by": "from",
  "delivered-by": "from",
  "reconciled-by": "from",
  vendor: "from",
  uses: "from",
  collect: "from",
  analyse: "from",
  activate: "from",
  measure: "from",
  optimise: "from",
  type: "from",
  // Who answers, decides or works with something is asked, and does not lean on it.
  accountable: "neither",
  "used-by": "neither",
  audience: "neither",
  "reports-to": "neither",
  architects: "neither",
  about: "neither",
  changes: "neither",
  "competes-with": "neither",
  around: "neither",
};

/** What leans on an element, one step away. */
export function leaningOn(model: Model, element: Element): readonly Element[] {
  return leaning(model).get(element) ?? [];
}

const leaning = derived((model: Model): ReadonlyMap<Element, readonly Element[]> => {
  const all = new Map<Element, Element[]>();
  const add = (on: Element, element: Element): void => {
    const known = all.get(on);
    if (known) known.push(element);
    else all.set(on, [element]);
  };
  for (const { type, from, to } of model.relations) {
    const who = LEANING[type];
    if (who === "from") add(to, from);
    if (who === "to") add(from, to);
  }
  for (const element of model.elements) {
    const { parent, ends } = element;
    if (parent) add(element, parent);
    // What is sent data leans on the flow; who gives and gets leans on the exchange.
    if (ends) add(element, ends.to);
  }
  return all;
});
