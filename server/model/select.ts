import { propertyOf } from "../../grammar/schema.ts";
import type { Condition, QuantityValue, SelectorValue, Value } from "../../grammar/tree.ts";
import type { Element, Model } from "./model.ts";
import { isPersonal, says, valuesOf } from "./query.ts";

/** Whether an element is one of those that a selector names: `tool`, `tool[hosting != FR | DE]`, `entity[personal]`. */
export function selects(model: Model, selector: Value, element: Element): boolean {
  if (selector.type === "name") return element.kind.name === selector.text;
  return selector.type === "selector" && isSelected(model, selector, element);
}

function isSelected(model: Model, { kind, conditions }: SelectorValue, element: Element): boolean {
  return element.kind.name === kind.text && conditions.every((condition) => holds(model, condition, element));
}

/**
 * One value that fits is enough. A property that an element says nothing about fulfils no condition, not even `!=`:
 * nobody knows.
 */
function holds(model: Model, { key, operator, values }: Condition, element: Element): boolean {
  if (operator === undefined) return isFlagged(element, key.text);
  const said = saidOf(element, key.text);
  if (operator === "<" || operator === ">")
    return said.some((one) => values.some((limit) => compares(one, operator, limit)));
  const isReference = propertyOf(element.kind, key.text)?.value.type === "ref";
  const isKnown = (value: Value) => !isReference || value.type !== "name" || model.targets.has(value);
  // A name that names nothing is found where it is written, and tells nothing about anybody.
  if (!values.every(isKnown)) return false;
  const meaningsOf = (value: Value) => (isReference ? [nameOf(model, value)] : wordsOf(model, value));
  const wanted = new Set(values.flatMap(meaningsOf));
  const fits = (value: Value) => meaningsOf(value).some((meaning) => wanted.has(meaning));
  return said.filter(isKnown).some((value) => fits(value) === (operator === "="));
}

function isFlagged(element: Element, flag: string): boolean {
  if (flag === "personal") return isPersonal(element);
  if (flag === "supporting") return !element.flags.has("core") && !element.flags.has("generic");
  return element.flags.has(flag);
}

/** What an element says under a property, or what holds where it says nothing. */
function saidOf(element: Element, property: string): readonly Value[] {
  const { kind, parent } = element;
  const isDomains = kind.name === "entity" && (property === "quality" || property === "accountable");
  if (isDomains && parent && !says(element, property)) return valuesOf(parent, property);
  const isUnsaid = kind.name === "tool" && property === "status" && !says(element, property);
  return isUnsaid ? [ACTIVE] : valuesOf(element, property);
}

const ACTIVE: Value = { type: "name", text: "active", span: { start: 0, end: 0 } };

/** Two amounts of one sort: money of one currency, durations, dates, numbers. */
function compares(one: Value, operator: "<" | ">", limit: Value): boolean {
  if (!isQuantity(one) || !isQuantity(limit) || sortOf(one) !== sortOf(limit)) return false;
  return operator === "<" ? one.value < limit.value : one.value > limit.value;
}

function isQuantity(value: Value): value is QuantityValue {
  return "value" in value && typeof value.value === "number";
}

function sortOf({ type, unit }: QuantityValue): string {
  return type === "money" ? (unit ?? "") : type;
}

/** The whole name of what a value names, else the value as it is written. */
function nameOf(model: Model, value: Value): string {
  return model.targets.get(value)?.name ?? value.text;
}

/** The words of a value, and the whole name of an entity that it names; an amount by its size. */
function wordsOf(model: Model, value: Value): readonly string[] {
  if (value.type === "string") return [value.value];
  if (isQuantity(value)) return [`${sortOf(value)} ${String(value.value)}`];
  return [value.text, nameOf(model, value)];
}
