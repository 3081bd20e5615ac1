import { dayNumber } from "../../grammar/quantity.ts";
import type { PolicyChange } from "./changes.ts";
import { policyMessages as say } from "./policy-messages.ts";
import type { Side } from "./side.ts";

/** Exceptions that are new or last longer loosen the guard; those that end earlier or are withdrawn tighten it. */
export function compareWaivers(
  base: Side,
  head: Side,
  renames: ReadonlyMap<string, string>,
): readonly PolicyChange[] {
  const before = waiversOf(base, renames);
  const after = waiversOf(head, new Map());
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key) => waiverChange(before.get(key), after.get(key)) ?? []);
}

interface Exception {
  readonly rule: string;
  readonly element: string;
  readonly until: string;
}

/** The waivers in force; of two for the same, the one that lasts longer. */
function waiversOf({ policy }: Side, renames: ReadonlyMap<string, string>): ReadonlyMap<string, Exception> {
  const waivers = new Map<string, Exception>();
  for (const { rule, element: old, until } of policy.waivers) {
    const element = renames.get(old) ?? old;
    const known = waivers.get(`${rule} ${element}`);
    if (!known || isLater(until, known.until)) waivers.set(`${rule} ${element}`, { rule, element, until });
  }
  return waivers;
}

function waiverChange(old: Exception | undefined, now: Exception | undefined): PolicyChange | undefined {
  if (!now) {
    return old && { change: "tightened", what: say.noWaiver(old.rule, old.element), rule: old.rule };
  }
  const { rule, element, until } = now;
  if (!old) return { change: "loosened", what: say.newWaiver(rule, element, until), rule };
  if (isLater(until, old.until)) {
    return { change: "loosened", what: say.longerWaiver(rule, element, old.until, until), rule };
  }
  if (!isLater(old.until, until)) return undefined;
  return { change: "tightened", what: say.shorterWaiver(rule, element, old.until, until), rule };
}

function isLater(day: string, other: string): boolean {
  return (dayNumber(day) ?? 0) > (dayNumber(other) ?? 0);
}
