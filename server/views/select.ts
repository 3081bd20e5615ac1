import type { Element, Model } from "../model/model.ts";
import { target, valuesOf } from "../model/query.ts";
import { selects } from "../model/select.ts";

/** What `show` and `hide` name: a kind, or some of a kind. */
export type Selector = (element: Element) => boolean;

/** Whether any of the selectors of a property takes an element; undefined where the property says nothing. */
export function selectorOf(model: Model, view: Element, property: "show" | "hide"): Selector | undefined {
  const selectors = valuesOf(view, property);
  if (selectors.length === 0) return undefined;
  return (element) => selectors.some((selector) => selects(model, selector, element));
}

/** The team that answers for an element, or for the element around it. */
export function teamOf(model: Model, element: Element): Element | undefined {
  return target(model, element, "accountable") ?? (element.parent && teamOf(model, element.parent));
}
