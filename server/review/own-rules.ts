import type { QuantityValue, Value } from "../../grammar/tree.ts";
import type { Element } from "../model/model.ts";
import { ownRules } from "../rules/policy.ts";
import type { Side } from "./side.ts";

/** What became of the project's own rules, each by its id: their new ids, and those that nobody asks any more. */
export interface OwnRules {
  readonly renamed: ReadonlyMap<string, string>;
  readonly off: ReadonlySet<string>;
}

export function compareOwnRules(base: Side, head: Side, renames: ReadonlyMap<string, string>): OwnRules {
  const renamed = new Map<string, string>();
  const off = new Set<string>();
  for (const { kind, name, id } of ownRules(base.model)) {
    const now = head.model.byName.get(renames.get(name) ?? name);
    if (now?.kind !== kind || head.policy.severities.get(now.id)?.severity === "off") off.add(id);
    else if (now.id !== id) renamed.set(id, now.id);
  }
  return { renamed, off };
}

/**
 * Whether a rule asks under a word for all that it asked for before, or for more: of what it forbids or requires, nothing
 * may be let off.
 */
export function asksAsMuch(old: Element, now: Element, word: "forbid" | "require"): boolean {
  const clauses = clausesOf(now, word);
  return clausesOf(old, word).every((before) => clauses.some((after) => holdsTo(before, after, word)));
}

/** `tool[hosting != FR] owns entity`. */
interface Clause {
  readonly subject: Value;
  readonly relation: string;
  readonly object: Value;
}

function clausesOf(rule: Element, word: string): readonly Clause[] {
  const values = rule.declaration.properties.get(word)?.values ?? [];
  return values.flatMap((subject, index) => {
    const [relation, object] = values.slice(index + 1);
    return index % 3 === 0 && relation && object ? [{ subject, relation: relation.text, object }] : [];
  });
}

/** Who forbids more of the one or of the other forbids more; who requires asks it of as many, and accepts as little. */
function holdsTo(old: Clause, now: Clause, word: "forbid" | "require"): boolean {
  if (old.relation !== now.relation || !covers(now.subject, old.subject)) return false;
  return word === "forbid" ? covers(now.object, old.object) : covers(old.object, now.object);
}

/** Whether all that one selector picks is picked by another too, as far as their words tell. */
function covers(wide: Value, narrow: Value): boolean {
  if (kindOf(wide) !== kindOf(narrow)) return false;
  const asked = conditionsOf(narrow);
  return conditionsOf(wide).every((condition) => asked.some((other) => follows(condition, other)));
}

type Condition = ReturnType<typeof conditionsOf>[number];

function kindOf(value: Value): string {
  return value.type === "selector" ? value.kind.text : value.text;
}

function conditionsOf(value: Value) {
  return value.type === "selector" ? value.conditions : [];
}

/** Whether a condition holds wherever another does. */
function follows(wanted: Condition, given: Condition): boolean {
  if (wanted.key.text !== given.key.text || wanted.operator !== given.operator) return false;
  const [many, few] = [wanted, given].map(({ values }) => values.map(({ text }) => text));
  if (!many || !few) return false;
  switch (wanted.operator) {
    case undefined:
      return true;
    case "=":
      return few.every((text) => many.includes(text));
    case "!=":
      return many.every((text) => few.includes(text));
    case ">":
    case "<":
      return isWithin(wanted.operator, wanted.values, given.values);
  }
}

/** Whether what is over, or under, the one amount is so of the other. */
function isWithin(sign: "<" | ">", [wide]: readonly Value[], [narrow]: readonly Value[]): boolean {
  const [a, b] = [amountOf(wide), amountOf(narrow)];
  if (!a || !b || a.type !== b.type || a.unit !== b.unit) return false;
  return sign === ">" ? a.value <= b.value : a.value >= b.value;
}

function amountOf(value: Value | undefined): QuantityValue | undefined {
  return value && "unit" in value ? value : undefined;
}
