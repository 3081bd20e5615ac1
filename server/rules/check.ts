import type { Finding, Severity, Site } from "../../grammar/finding.ts";
import { once, onceFrom } from "../../grammar/once.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { Change } from "../model/change.ts";
import { depends, noting, unnoted, type Noted } from "../model/derived.ts";
import { fileAt } from "../model/edit.ts";
import { modelOf } from "../model/link.ts";
import type { Model } from "../model/model.ts";
import { changeIn } from "../model/relink.ts";
import type { Project } from "../model/snapshot.ts";
import { rules } from "./index.ts";
import { ownRule } from "./own-rule.ts";
import { ownRules, readPolicy, settingsOf, unusedWaiver, type Policy, type Waiver } from "./policy.ts";
import type { Rule } from "./rule.ts";

/** What a project has wrong, in the order of files and positions, and what is excused. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly waived: readonly { readonly finding: Finding; readonly waiver: Waiver }[];
}

/**
 * All findings of a project under its profile and policy, computed once for each of its states. After an edit only the
 * rules are asked whose facts it changed.
 */
export const verdictOf: (project: Project) => Verdict = onceFrom((project, before) =>
  judge(modelOf(project), before && runsOf.get(before.value)),
);

/**
 * The same in steps, a rule at each: it takes long where a project was never judged, or where a name came or went. What
 * the steps found is taken up by the verdict; where one is given up, nothing is lost but what it found.
 */
export function* verdictInSteps(project: Project): Generator<undefined, Verdict, undefined> {
  const model = modelOf(project);
  if (!haveVerdict.has(model) && !changeIn(model)) {
    const runs = aheadOf(model);
    const policy = readPolicy(model, rules);
    for (const rule of rules) {
      if (!runs.has(rule))
        runs.set(
          rule,
          unnoted(() => findingsOf(rule, model, policy)),
        );
      yield;
    }
  }
  return verdictOf(project);
}

/** What rules found that were asked ahead of a verdict. */
const aheadOf = once<Model, Map<Rule, Run>>(() => new Map());

/** The models that have a verdict. */
const haveVerdict = new WeakSet<Model>();

/** What a rule found, and the facts that it read. */
type Run = Noted<readonly Judged[]>;
type Runs = ReadonlyMap<Rule, Run>;

/** What each rule found for a verdict: it may find the same for the next. */
const runsOf = new WeakMap<Verdict, Runs>();

function judge(model: Model, before: Runs | undefined): Verdict {
  const policy = readPolicy(model, rules);
  const used = new Set<Waiver>();
  const findings: Finding[] = [];
  const waived: { finding: Finding; waiver: Waiver }[] = [];
  const asked = [...rules, ...ownRules(model).map(ownRule)];
  const change = before && changeIn(model);
  const ahead = aheadOf(model);
  const runs = new Map(
    asked.map((rule) => {
      const known = change && knownRun(before.get(rule), change);
      const find = () => findingsOf(rule, model, policy);
      // Noting takes time, and is of use only where small edits follow: with the first of them it begins.
      return [rule, known ?? ahead.get(rule) ?? (change ? noting(find) : unnoted(find))];
    }),
  );
  const waivers = new Map(policy.waivers.map((waiver) => [excuse(waiver.rule, waiver.element), waiver]));
  for (const { value } of runs.values()) {
    for (const { finding, about } of value) {
      const excuses = about.flatMap((name) => waivers.get(excuse(finding.rule, name)) ?? []);
      for (const waiver of excuses) used.add(waiver);
      const [waiver] = excuses;
      if (waiver) waived.push({ finding, waiver });
      else findings.push(finding);
    }
  }
  // Of a rule that is not asked nobody knows what it would find.
  const off = asked.filter((rule) => severityOf(rule, model, policy) === "off").map(({ name }) => name);
  const unused = policy.waivers.filter((waiver) => !used.has(waiver) && !off.includes(waiver.rule));
  const language = [...model.findings, ...policy.findings, ...unused.map(unusedWaiver)];
  const raised = profileOf(model.project) === "strict" ? language.map(strict) : language;
  const verdict = { findings: inOrder(model, [...raised, ...findings]), waived };
  runsOf.set(verdict, runs);
  haveVerdict.add(model);
  return verdict;
}

/** What a rule found before an edit, where it finds the same after it; undefined where it has to be asked again. */
function knownRun(run: Run | undefined, { facts, tops, spans }: Change): Run | undefined {
  if (!run || !facts || depends(run.facts, facts)) return undefined;
  const value: Judged[] = [];
  for (const judged of run.value) {
    const finding = movedFinding(judged.finding, tops, spans);
    if (!finding) return undefined;
    value.push(finding === judged.finding ? judged : { finding, about: judged.about });
  }
  return { value, facts: run.facts };
}

/** A finding where its words went; undefined where they are not there any more. */
function movedFinding(finding: Finding, tops: Change["tops"], spans: Change["spans"]): Finding | undefined {
  const isMoved = ({ top }: Site): boolean => top !== undefined && tops.has(top);
  if (!isMoved(finding.site) && !finding.related.some(({ site }) => isMoved(site))) return finding;
  const movedSite = (site: Site): Site | undefined => {
    const top = site.top && tops.get(site.top);
    const span = spans.get(site.span);
    return isMoved(site) ? top && span && { path: site.path, top, span } : site;
  };
  const site = movedSite(finding.site);
  const related = finding.related.flatMap((other) => {
    const moved = movedSite(other.site);
    return moved ? [{ message: other.message, site: moved }] : [];
  });
  return site && related.length === finding.related.length ? { ...finding, site, related } : undefined;
}

/** What a waiver excuses: a rule, at an element. */
function excuse(rule: string, element: string): string {
  return `${rule} ${element}`;
}

/** A finding, and the names of what it is about. */
interface Judged {
  readonly finding: Finding;
  readonly about: readonly string[];
}

function findingsOf(rule: Rule, model: Model, policy: Policy): readonly Judged[] {
  const severity = severityOf(rule, model, policy);
  if (severity === "off") return [];
  const judged: Judged[] = [];
  rule.check(
    model,
    ({ message, args, site, element, about, related }) => {
      const said = { rule: rule.name, severity, message, args, site, related };
      const names = [...(element ? [element] : []), ...about].map(({ name }) => name);
      judged.push({ finding: { ...said, element: element?.name, suggestion: undefined }, about: names });
    },
    settingsOf(rule, policy),
  );
  return judged;
}

/** How bad a rule's findings are here: what the policy says, else what the profile makes of the rule's own. */
export function severityOf(rule: Rule, model: Model, policy: Policy): Severity | "off" {
  const said = policy.severities.get(rule.name)?.severity;
  if (said) return said;
  const profile = profileOf(model.project);
  if (profile === "starter" && !rule.starter) return "off";
  return profile === "strict" ? stricter(rule.severity) : rule.severity;
}

/** The profile that holds for a project. */
export function profileOf({ settings, config }: Project) {
  return settings.profile ?? config.profile ?? "recommended";
}

function stricter(severity: Severity): Severity {
  return severity === "info" ? "warning" : "error";
}

function strict(finding: Finding): Finding {
  return { ...finding, severity: stricter(finding.severity) };
}

/** By file, position and rule. */
function inOrder(model: Model, findings: readonly Finding[]): readonly Finding[] {
  const placed = findings.map((finding) => ({ finding, at: offsetOf(model, finding) }));
  placed.sort(
    (a, b) =>
      compare(a.finding.site.path, b.finding.site.path) ||
      a.at - b.at ||
      compare(a.finding.rule, b.finding.rule),
  );
  return placed.map(({ finding }) => finding);
}

function offsetOf(model: Model, { site }: Finding): number {
  const file = site.top && fileAt(model, site.path);
  return site.span.start + (file && site.top ? (syntaxOf(file).startOf.get(site.top) ?? 0) : 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
