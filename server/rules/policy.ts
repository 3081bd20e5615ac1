import {
  languageFinding,
  type Finding,
  type Message,
  type Severity,
  type Site,
} from "../../grammar/finding.ts";
import { dayNumber } from "../../grammar/quantity.ts";
import { nearest } from "../../grammar/near.ts";
import type { Value, Word } from "../../grammar/tree.ts";
import type { SeverityLine, WaiverLine } from "../model/declaration.ts";
import { nearValue } from "../model/near-value.ts";
import { siteOf, type Element, type Model } from "../model/model.ts";
import { ofKind } from "../model/query.ts";
import { groupBy } from "./group.ts";
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
  /** The waivers in force today, one for each rule and element. */
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Finding[];
}

/** Reads the policy of a model, given the rules that there are; own rules of the project are found in the model. */
export function readPolicy(model: Model, rules: readonly Rule[]): Policy {
  const known = new Map(rules.map((rule) => [rule.name, rule]));
  const own = new Set(ownRules(model).map(({ id }) => id));
  const notes = takenNames(model, rules);
  const severities = new Map<string, { severity: Severity | "off"; line: SeverityLine }>();
  const waivers: Waiver[] = [];
  for (const { line, path } of model.policy) {
    const rule = line.rule.text;
    const note = (rule: string, word: Pick<Word, "span">, message: Message, suggestion?: string) =>
      notes.push(languageFinding(rule, { path, top: line.top, span: word.span }, message, { suggestion }));
    if (languageRules.some(({ name }) => name === rule)) {
      note("invalid-value", line.rule, say.alwaysOn(rule));
    } else if (!known.has(rule) && !own.has(rule)) {
      const near = nearest(rule, [...known.keys(), ...own]);
      note("unknown-rule", line.rule, say.unknownRule(rule, near), near);
    } else if (line.type === "waiver") {
      const waiver = readWaiver(model, line, path, note);
      if (waiver) waivers.push(waiver);
    } else if (severities.has(rule)) {
      note("duplicate-property", line.rule, say.saidTwice(rule));
    } else {
      checkParameters(line, known.get(rule), note);
      severities.set(rule, { severity: severityOf(line.severity.text), line });
    }
  }
  const { kept, twins } = longest(waivers);
  return { severities, waivers: kept, findings: [...notes, ...twins] };
}

/** Of two waivers for the same the one that lasts longer, wherever they stand; the other is needed no more. */
function longest(waivers: readonly Waiver[]) {
  const groups = groupBy(waivers, ({ rule, element }) => `${rule} ${element}`);
  const ordered = [...groups.values()].map((group) => group.toSorted((a, b) => endOf(b) - endOf(a)));
  const twins = ordered.flatMap(([last, ...others]) => others.map((other) => last && twinOf(other, last)));
  return {
    kept: ordered.flatMap(([last]) => last ?? []),
    twins: twins.filter((finding) => finding !== undefined),
  };
}

function endOf({ until }: Waiver): number {
  return dayNumber(until) ?? 0;
}

function twinOf(waiver: Waiver, other: Waiver): Finding {
  const message = say.twice(waiver.rule, waiver.element, other.until);
  const related = [{ message: say.otherWaiver(other.until), site: ruleSite(other) }];
  return languageFinding("unused-waiver", ruleSite(waiver), message, { severity: "warning", related });
}

function ruleSite({ path, line }: Waiver): Site {
  return { path, top: line.top, span: line.rule.span };
}

/** Own rules under the name of one that there is already. */
function takenNames(model: Model, rules: readonly Rule[]): Finding[] {
  const taken = new Set([...rules, ...languageRules].map(({ name }) => name));
  const twice = ownRules(model).filter(({ id }) => taken.has(id));
  return twice.map((rule) => {
    const message = say.takenName(rule.id);
    return languageFinding("duplicate-name", siteOf(rule), message, { element: rule.name });
  });
}

type Note = (rule: string, word: Pick<Word, "span">, message: Message, suggestion?: string) => void;

function severityOf(word: string): Severity | "off" {
  return word === "error" || word === "warning" || word === "info" ? word : "off";
}

/** The rules that the project declares itself. */
export function ownRules(model: Model): readonly Element[] {
  return ofKind(model, "rule");
}

/** A waiver that holds today; one without reason or end, or past its end, excuses nothing. */
function readWaiver(model: Model, line: WaiverLine, path: string, note: Note): Waiver | undefined {
  const { rule, target, because, until } = line;
  const end = until?.type === "date" ? until : undefined;
  const lacks = [
    ...(target ? [] : ["for"]),
    ...(because && because.value.trim() !== "" ? [] : ["because"]),
    ...(until ? [] : ["until"]),
  ];
  if (lacks.some((word) => word !== "for") && !line.told)
    note("waiver-without-reason", rule, say.withoutReason(rule.text, lacks));
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
    if (values.length === 0) continue;
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    const near = nearest(name, Object.keys(known));
    if (!parameter) {
      const word = line.keys.get(name) ?? line.rule;
      const message = say.unknownParameter(line.rule.text, name, Object.keys(known), near);
      note("invalid-value", word, message, near);
      continue;
    }
    for (const [index, value] of values.entries()) {
      if (!fits(parameter, value)) {
        const meant = nearParameter(parameter, value);
        note("invalid-value", value, say.wrongParameter(value.text, name, parameter.type, meant), meant);
      } else if (index > 0 && parameter.type !== "words") note("invalid-value", value, say.oneValue(name));
    }
  }
}

/** What a parameter's value was probably meant to be: `60 %`, or `60` for a share; a country by its name. */
function nearParameter({ type, among }: Parameter, { text }: Value): string | undefined {
  if (type === "percent") return /^(\d+(?:\.\d+)?)[ \u00a0\u202f]?%?$/.exec(text)?.[1]?.concat("%");
  if (type === "number") return nearValue({ type: "number" }, text);
  const country = nearValue({ type: "country" }, text);
  if (among && country !== undefined && among.has(country)) return country;
  return among && nearest(text, among);
}

function fits({ type, among }: Parameter, value: Value): boolean {
  if (type !== "words") return value.type === type;
  return value.type === "name" && (!among || among.has(value.text));
}

/** A rule's parameters as the policy sets them, else as the rule does. */
export function settingsOf(rule: Rule, policy: Policy): Settings {
  const set = policy.severities.get(rule.name)?.line.parameters;
  const given = (name: string): readonly Value[] => {
    const parameter = rule.parameters[name];
    return (set?.get(name) ?? []).filter((value) => parameter && fits(parameter, value));
  };
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

/** `unused-waiver`: an excuse for what is not there any more. */
export function unusedWaiver(waiver: Waiver): Finding {
  const message = say.unused(waiver.rule, waiver.element);
  return languageFinding("unused-waiver", ruleSite(waiver), message, { severity: "warning" });
}
