import type { Message, Severity } from "../../grammar/finding.ts";
import type { Element } from "../model/model.ts";
import type { Parameter, Rule } from "../rules/rule.ts";
import type { Changes, ElementChange } from "./changes.ts";
import type { PolicyChange } from "./reviewed.ts";
import { ownRules } from "../rules/policy.ts";
import { compareWaivers } from "./compare-waivers.ts";
import { asksAsMuch, compareOwnRules } from "./own-rules.ts";
import { policyMessages as say } from "./policy-messages.ts";
import type { Side } from "./side.ts";

/** What loosens the guard, and what tightens it: profile, severities, parameters, waivers, the project's own rules. */
export function comparePolicy(base: Side, head: Side, changes: Changes): readonly PolicyChange[] {
  return [
    ...profile(base, head),
    ...head.rules.flatMap((rule) => severity(base, head, rule)),
    ...head.rules.flatMap((rule) => parameters(base, head, rule)),
    ...compareWaivers(base, head, {
      elements: changes.renames,
      rules: compareOwnRules(base, head, changes.renames).renamed,
    }),
    ...changes.elements.filter(({ kind }) => kind === "rule").flatMap((rule) => ownRule(base, head, rule)),
    ...ownSeverities(base, head, changes),
  ];
}

const PROFILES = ["starter", "recommended", "strict"] as const;
const SEVERITIES = ["off", "info", "warning", "error"] as const;

function profile({ profile: old }: Side, { profile: now }: Side): readonly PolicyChange[] {
  if (old === now) return [];
  return [change(PROFILES.indexOf(now) > PROFILES.indexOf(old), say.profile(old, now))];
}

/** Under another profile every rule may differ: then only those are told that the policy speaks of. */
function severity(base: Side, head: Side, rule: Rule): readonly PolicyChange[] {
  const old = base.severityOf(rule);
  const now = head.severityOf(rule);
  const isSaid = [base, head].some(({ policy }) => policy.severities.has(rule.name));
  if (base.profile !== head.profile && !isSaid) return [];
  return severityChange(rule.name, old, now);
}

function severityChange(rule: string, old: Severity | "off", now: Severity | "off"): readonly PolicyChange[] {
  if (old === now) return [];
  return [change(SEVERITIES.indexOf(now) > SEVERITIES.indexOf(old), say.severity(rule, old, now), rule)];
}

/** A rule that is off, before or after, lets everything pass: what it would let pass is neither more nor less. */
function parameters(base: Side, head: Side, rule: Rule): readonly PolicyChange[] {
  if ([base, head].some((side) => side.severityOf(rule) === "off")) return [];
  return Object.entries(rule.parameters).flatMap(([name, parameter]) => {
    const old = setting(base, rule, name, parameter);
    const now = setting(head, rule, name, parameter);
    if (isAlike(parameter, old.shown, now.shown)) return [];
    return [
      change(
        isStricter(parameter, old.words, now.words),
        say.parameter(rule.name, name, old.shown, now.shown),
        rule.name,
      ),
    ];
  });
}

function setting({ policy }: Side, { name: rule }: Rule, name: string, { type, value }: Parameter) {
  const said = policy.severities
    .get(rule)
    ?.line.parameters.get(name)
    ?.map(({ text }) => text);
  const words = said ?? (typeof value === "number" ? [`${value}${type === "percent" ? "%" : ""}`] : value);
  return { words, shown: words.toSorted().join(", ") || "—" };
}

/** `60%` and `60.0%` are one share. */
function isAlike({ type }: Parameter, old: string, now: string): boolean {
  return old === now || (type !== "words" && Number.parseFloat(old) === Number.parseFloat(now));
}

/** Only what the rule itself calls stricter is; all else loosens. */
function isStricter({ type, stricter }: Parameter, old: readonly string[], now: readonly string[]): boolean {
  if (stricter === undefined) return false;
  if (type !== "words") {
    const [before, after] = [old, now].map(([text = ""]) => Number.parseFloat(text));
    if (before === undefined || after === undefined) return false;
    return stricter === "less" ? after < before : after > before;
  }
  // Without a word a rule has nothing to hold anything against, and is silent.
  if (old.length === 0 || now.length === 0) return old.length === 0;
  const [fewer, more] = stricter === "less" ? [now, old] : [old, now];
  return fewer.every((word) => more.includes(word));
}

/** A rule of the project's own that came, went or asks for something else, where it is asked at all. */
function ownRule(base: Side, head: Side, ruleChange: ElementChange): readonly PolicyChange[] {
  const { change: what, id, properties, before: old, after: now } = ruleChange;
  const isOff = (old && ownSeverity(base, old) === "off") || (now && ownSeverity(head, now) === "off");
  if (isOff) return [];
  if (what === "added") return [change(true, say.newRule(id), id)];
  if (what === "removed") return [change(false, say.noRule(id), id)];
  return properties.flatMap(({ name, before, after }) => {
    if (name !== "forbid" && name !== "require") return [];
    const isStricter = old !== undefined && now !== undefined && asksAsMuch(old, now, name);
    return [change(isStricter, say.otherRule(id, name, before, after))];
  });
}

function ownSeverities(base: Side, head: Side, { renames }: Changes): readonly PolicyChange[] {
  const before = new Map(ownRules(base.model).map((rule) => [renames.get(rule.name) ?? rule.name, rule]));
  return ownRules(head.model).flatMap((rule) => {
    const old = before.get(rule.name);
    return old ? severityChange(rule.id, ownSeverity(base, old), ownSeverity(head, rule)) : [];
  });
}

function ownSeverity({ policy }: Side, rule: Element): Severity | "off" {
  const own = rule.declaration.properties.get("severity")?.values[0]?.text;
  // A policy knows a rule by its id, whatever the namespace.
  const said = policy.severities.get(rule.id)?.severity ?? own;
  return SEVERITIES.find((severity) => severity === said) ?? "warning";
}

function change(isStricter: boolean, what: Message, rule?: string): PolicyChange {
  return { change: isStricter ? "tightened" : "loosened", what, ...(rule !== undefined && { rule }) };
}
