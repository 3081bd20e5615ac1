import { dayNumber } from "../../grammar/quantity.ts";
import type { Message } from "../../grammar/finding.ts";
import type { PolicyChange } from "./reviewed.ts";
import { policyMessages as say } from "./policy-messages.ts";
import type { Side } from "./side.ts";

/** What elements and the project's own rules are called today, by what they were called, where that is another name. */
export interface NewNames {
  readonly elements: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, string>;
}

/**
 * Exceptions that are new, last longer or are made for another reason loosen the guard; those that end earlier or are
 * withdrawn tighten it.
 */
export function compareWaivers(base: Side, head: Side, names: NewNames): readonly PolicyChange[] {
  const before = waiversOf(base, names);
  const after = waiversOf(head, { elements: new Map(), rules: new Map() });
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key) => waiverChange(before.get(key), after.get(key)));
}

interface Exception {
  readonly rule: string;
  readonly element: string;
  readonly because: string;
  readonly until: string;
}

/** The waivers in force; of two for the same, the one that lasts longer. */
function waiversOf({ policy }: Side, { elements, rules }: NewNames): ReadonlyMap<string, Exception> {
  const waivers = new Map<string, Exception>();
  for (const waiver of policy.waivers) {
    const { because, until } = waiver;
    const rule = rules.get(waiver.rule) ?? waiver.rule;
    const element = elements.get(waiver.element) ?? waiver.element;
    const known = waivers.get(`${rule} ${element}`);
    if (!known || isLater(until, known.until))
      waivers.set(`${rule} ${element}`, { rule, element, because, until });
  }
  return waivers;
}

function waiverChange(old: Exception | undefined, now: Exception | undefined): readonly PolicyChange[] {
  if (!now) return old ? [tightened(say.noWaiver(old.rule, old.element))] : [];
  const { rule, element, because, until } = now;
  if (!old) return [loosened(say.newWaiver(rule, element, until))];
  const isOther = words(because) !== words(old.because);
  return [
    ...(isLater(until, old.until) ? [loosened(say.longerWaiver(rule, element, old.until, until))] : []),
    ...(isLater(old.until, until) ? [tightened(say.shorterWaiver(rule, element, old.until, until))] : []),
    ...(isOther ? [loosened(say.otherReason(rule, element, old.because, because))] : []),
  ];
}

/** Somebody agreed to a reason; how it was broken into lines is none. */
function words(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function isLater(day: string, other: string): boolean {
  return (dayNumber(day) ?? 0) > (dayNumber(other) ?? 0);
}

function loosened(what: Message): PolicyChange {
  return { change: "loosened", what };
}

function tightened(what: Message): PolicyChange {
  return { change: "tightened", what };
}
