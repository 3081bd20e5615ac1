import type { Finding, Severity } from "../../grammar/finding.ts";
import { once } from "../../grammar/once.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import { fileAt } from "../model/edit.ts";
import { modelOf } from "../model/link.ts";
import type { Model } from "../model/model.ts";
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

/** All findings of a project under its profile and policy. Computed once for each of its states. */
export const verdictOf: (project: Project) => Verdict = once((project) => judge(modelOf(project)));

function judge(model: Model): Verdict {
  const policy = readPolicy(model, rules);
  const used = new Set<Waiver>();
  const findings: Finding[] = [];
  const waived: { finding: Finding; waiver: Waiver }[] = [];
  const asked = [...rules, ...ownRules(model).map(ownRule)];
  const waivers = new Map(policy.waivers.map((waiver) => [excuse(waiver.rule, waiver.element), waiver]));
  for (const { finding, about } of asked.flatMap((rule) => findingsOf(rule, model, policy))) {
    const excuses = about.flatMap((name) => waivers.get(excuse(finding.rule, name)) ?? []);
    for (const waiver of excuses) used.add(waiver);
    const [waiver] = excuses;
    if (waiver) waived.push({ finding, waiver });
    else findings.push(finding);
  }
  // Of a rule that is not asked nobody knows what it would find.
  const off = asked.filter((rule) => severityOf(rule, model, policy) === "off").map(({ name }) => name);
  const unused = policy.waivers.filter((waiver) => !used.has(waiver) && !off.includes(waiver.rule));
  const language = [...model.findings, ...policy.findings, ...unused.map(unusedWaiver)];
  const raised = profileOf(model.project) === "strict" ? language.map(strict) : language;
  return { findings: inOrder(model, [...raised, ...findings]), waived };
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
