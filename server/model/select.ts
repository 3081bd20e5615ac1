import type { Condition, SelectorValue, Value } from "../../grammar/tree.ts";
import type { Element, Model } from "./model.ts";
import { amountOf, isPersonal, valuesOf } from "./query.ts";

/** Whether an element is one of those that a selector names: `tool`, `tool[hosting != FR | DE]`, `entity[personal]`. */
export function selects(model: Model, selector: Value, element: Element): boolean {
  if (selector.type === "name") return element.kind.name === selector.text;
  return selector.type === "selector" && isSelected(model, selector, element);
}

function isSelected(model: Model, { kind, conditions }: SelectorValue, element: Element): boolean {
  return element.kind.name === kind.text && conditions.every((condition) => holds(model, condition, element));
}

/** A property that an element says nothing about fulfils no condition, not even `!=`: nobody knows. */
function holds(model: Model, { key, operator, values }: Condition, element: Element): boolean {
  const property = key.text;
  if (operator === undefined) return isFlagged(element, property);
  if (operator === "<" || operator === ">") return compares(element, property, operator, values[0]);
  const wanted = values.map((value) => saidBy(model, value));
  const said = saidOf(model, element, property);
  return said.some((word) => wanted.includes(word) === (operator === "="));
}

function isFlagged(element: Element, flag: string): boolean {
  return flag === "personal" ? isPersonal(element) : element.flags.has(flag);
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
  return values.map((value) => saidBy(model, value));
}

function saidBy(model: Model, value: Value): string {
  if (value.type === "string") return value.value;
  return model.targets.get(value)?.name ?? value.text;
}
