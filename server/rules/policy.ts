import type { Finding, Message, Severity } from "../../grammar/finding.ts";
import { dayNumber } from "../../grammar/quantity.ts";
import { nearest } from "../../grammar/near.ts";
import { once } from "../../grammar/once.ts";
import type { Value, Word } from "../../grammar/tree.ts";
import type { SeverityLine, WaiverLine } from "../model/declaration.ts";
import type { Element, Model } from "../model/model.ts";
import { languageRules } from "./language/index.ts";
import { policyMessages as say } from "./policy-messages.ts";
import type { Parameter, Rule, Settings } from "./rule.ts";

/** An exception that somebody answers for: which rule, which element, why, and until when. */
export interface Waiver {
  readonly rule: string;
  readonly element: string;
  readonly because: string;
  readonly until: string;
  readonly line: WaiverLine;
  readonly path: string;
}

/** What a project's `policy` blocks say, and what is wrong with them. */
export interface Policy {
  readonly severities: ReadonlyMap<
    string,
    { readonly severity: Severity | "off"; readonly line: SeverityLine }
  >;
  /** The waivers in force today. */
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Finding[];
}

/** Reads the policy of a model, given the rules that there are; own rules of the project are found in the model. */
export function readPolicy(model: Model, rules: readonly Rule[]): Policy {
  const known = new Map(rules.map((rule) => [rule.name, rule]));
  const own = new Set(ownRules(model).map(({ id }) => id));
  const notes: Finding[] = [];
  const severities = new Map<string, { severity: Severity | "off"; line: SeverityLine }>();
  const waivers: Waiver[] = [];
  for (const { line, path } of model.policy) {
    const note = (rule: string, word: Pick<Word, "span">, message: Message, suggestion?: string) =>
      notes.push(finding(rule, { path, top: line.top, span: word.span }, message, suggestion));
    if (languageRules.some(({ name }) => name === line.rule.text)) {
      note("invalid-value", line.rule, say.alwaysOn(line.rule.text));
    } else if (!known.has(line.rule.text) && !own.has(line.rule.text)) {
      const near = nearest(line.rule.text, [...known.keys(), ...own]);
      note("unknown-rule", line.rule, say.unknownRule(line.rule.text, near), near);
    } else if (line.type === "waiver") {
      const waiver = readWaiver(model, line, path, note);
      if (waiver) waivers.push(waiver);
    } else if (severities.has(line.rule.text)) {
      note("duplicate-property", line.rule, say.saidTwice(line.rule.text));
    } else {
      checkParameters(line, known.get(line.rule.text), note);
      severities.set(line.rule.text, { severity: severityOf(line.severity.text), line });
    }
  }
  return { severities, waivers, findings: notes };
}

type Note = (rule: string, word: Pick<Word, "span">, message: Message, suggestion?: string) => void;

function severityOf(word: string): Severity | "off" {
  return word === "error" || word === "warning" || word === "info" ? word : "off";
}

/** The rules that the project declares itself. */
export const ownRules: (model: Model) => readonly Element[] = once((model) =>
  model.elements.filter(({ kind }) => kind.name === "rule"),
);

/** A waiver that holds today; one without reason or end, or past its end, excuses nothing. */
function readWaiver(model: Model, line: WaiverLine, path: string, note: Note): Waiver | undefined {
  const { rule, target, because, until } = line;
  const end = until?.type === "date" ? until : undefined;
  const lacks = [...(because && because.value.trim() !== "" ? [] : ["because"]), ...(until ? [] : ["until"])];
  if (lacks.length > 0) note("waiver-without-reason", rule, say.withoutReason(rule.text, lacks));
  const element = target && model.targets.get(target);
  if (!element || !because || lacks.length > 0 || !end) return undefined;
  if (end.value < (dayNumber(model.project.settings.today) ?? 0)) {
    note("expired-waiver", end, say.expired(rule.text, element.name, end.text));
    return undefined;
  }
  return { rule: rule.text, element: element.name, because: because.value, until: end.text, line, path };
}

function checkParameters(line: SeverityLine, rule: Rule | undefined, note: Note): void {
  const known = rule?.parameters ?? {};
  for (const [name, values] of line.parameters) {
    const parameter = known[name];
    const near = nearest(name, Object.keys(known));
    if (!parameter)
      note("invalid-value", line.rule, say.unknownParameter(line.rule.text, name, Object.keys(known), near));
    else for (const value of values) checkParameter(name, parameter, value, note);
  }
}

function checkParameter(name: string, { type }: Parameter, value: Value, note: Note): void {
  const good = type === "words" ? value.type === "name" : value.type === type;
  if (!good) note("invalid-value", value, say.wrongParameter(value.text, name, type));
}

/** A rule's parameters as the policy sets them, else as the rule does. */
export function settingsOf(rule: Rule, policy: Policy): Settings {
  const set = policy.severities.get(rule.name)?.line.parameters;
  const given = (name: string): readonly Value[] => set?.get(name) ?? [];
  return {
    number: (name) => {
      const [value] = given(name);
      const fallback = rule.parameters[name]?.value;
      if (value && "value" in value && typeof value.value === "number") return value.value;
      return typeof fallback === "number" ? fallback : 0;
    },
    words: (name) => {
      const fallback = rule.parameters[name]?.value;
      if (set?.has(name)) return given(name).map(({ text }) => text);
      return typeof fallback === "object" ? fallback : [];
    },
  };
}

/** `unused-waiver`: excuses for what is not there any more. */
export function unusedWaivers(policy: Policy, used: ReadonlySet<Waiver>): readonly Finding[] {
  return policy.waivers
    .filter((waiver) => !used.has(waiver))
    .map(({ rule, element, line, path }) => ({
      ...finding("unused-waiver", { path, top: line.top, span: line.rule.span }, say.unused(rule, element)),
      severity: "warning",
    }));
}

/** `unknown-rule` and its kin stand in the policy, not at an element. */
function finding(rule: string, site: Finding["site"], message: Message, suggestion?: string): Finding {
  return {
    rule,
    severity: "error",
    message,
    args: [message.en],
    site,
    element: undefined,
    related: [],
    suggestion,
  };
}
