import type { Condition, SelectorValue, Value } from "../../grammar/tree.ts";
import type { Element, Model } from "../model/model.ts";
import { amountOf, isPersonal, target, valuesOf } from "../model/query.ts";

/** What `show` and `hide` name: a kind, or some of a kind. */
export type Selector = (element: Element) => boolean;

/** Whether any of the selectors of a property takes an element; undefined where the property says nothing. */
export function selectorOf(model: Model, view: Element, property: "show" | "hide"): Selector | undefined {
  const selectors = valuesOf(view, property).flatMap((value) => selector(model, value));
  if (selectors.length === 0) return undefined;
  return (element) => selectors.some((selects) => selects(element));
}

function selector(model: Model, value: Value): readonly Selector[] {
  if (value.type === "name") return [(element) => element.kind.name === value.text];
  return value.type === "selector" ? [(element) => selects(model, value, element)] : [];
}

function selects(model: Model, { kind, conditions }: SelectorValue, element: Element): boolean {
  return element.kind.name === kind.text && conditions.every((condition) => holds(model, condition, element));
}

function holds(model: Model, { key, operator, values }: Condition, element: Element): boolean {
  const property = key.text;
  if (operator === undefined)
    return property === "personal" ? isPersonal(element) : element.flags.has(property);
  if (operator === "<" || operator === ">") return compares(element, property, operator, values[0]);
  const wanted = values.map((value) => model.targets.get(value)?.name ?? value.text);
  const said = saidOf(model, element, property);
  return operator === "="
    ? said.some((word) => wanted.includes(word))
    : said.some((word) => !wanted.includes(word));
}

function compares(
  element: Element,
  property: string,
  operator: "<" | ">",
  value: Value | undefined,
): boolean {
  const amount = amountOf(element, property);
  const limit = value && "value" in value && typeof value.value === "number" ? value.value : undefined;
  if (amount === undefined || limit === undefined) return false;
  return operator === "<" ? amount < limit : amount > limit;
}

/** The words that an element says under a property: as written, and as the whole name of what they name. */
function saidOf(model: Model, element: Element, property: string): readonly string[] {
  const values = valuesOf(element, property);
  if (values.length === 0 && property === "status" && element.kind.name === "tool") return ["active"];
  return values.map((value) => model.targets.get(value)?.name ?? value.text);
}

/** The team that answers for an element, or for the element around it. */
export function teamOf(model: Model, element: Element): Element | undefined {
  return target(model, element, "accountable") ?? (element.parent && teamOf(model, element.parent));
}
