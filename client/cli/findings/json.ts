import { tally } from "../checked.ts";
import { shown } from "../disk.ts";
import { findingJson } from "./finding-json.ts";
import type { Outcome } from "./outcome.ts";

/** Findings for programs: the contract of `check --format json`. */
export function jsonFindings(outcome: Outcome): string {
  const { projects, findings, waived, files, elements, baseline, cwd, locale } = outcome;
  const result = {
    version: 1,
    projects: projects.map(({ root }) => shown(cwd, root)),
    findings: findings.map((told) => findingJson(told, cwd, locale)),
    waived: waived.map(({ waiver: { rule, element, because, until } }) => ({
      rule,
      element,
      because,
      until,
    })),
    // Only a run with a baseline has something to say of it.
    ...(baseline && { baseline: { hidden: outcome.hidden.length, stale: baseline.stale } }),
    summary: {
      ...tally(findings.map(({ finding }) => finding)),
      files,
      elements,
      waived: waived.length,
    },
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}
