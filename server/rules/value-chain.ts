import { derived } from "../model/derived.ts";
import type { Element, Model } from "../model/model.ts";
import { edgesOf, ofKind } from "../model/query.ts";

/** What the rules ask about who gives what to whom. */

/** An edge with the ends that are known. Where one names nothing, that is found there, and the other one is met all the same. */
export interface Half {
  readonly element: Element;
  readonly from: Element | undefined;
  readonly to: Element | undefined;
}

/** The values, with what is known of their ends. */
export const valuesIn: (model: Model) => readonly Half[] = derived((model) => halves(model, "value"));

/** The flows, with what is known of their ends; those of tools that are not there, too. */
export const flowsIn: (model: Model) => readonly Half[] = derived((model) => halves(model, "flow"));

function halves(model: Model, kind: "value" | "flow"): readonly Half[] {
  return ofKind(model, kind).map((element) => {
    const [from, to] = element.declaration.ends ?? [];
    return { element, from: from && model.targets.get(from), to: to && model.targets.get(to) };
  });
}

/** Whether the author has begun to describe who gives what to whom. */
export function hasValues(model: Model): boolean {
  return edgesOf(model, "value").length > 0;
}
