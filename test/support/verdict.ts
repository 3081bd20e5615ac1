import type { Finding } from "../../grammar/finding.ts";
import { lineIndex, positionAt } from "../../grammar/text.ts";
import { fileAt, locate } from "../../server/model/edit.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import type { Settings } from "../../server/model/snapshot.ts";
import { verdictOf, type Verdict } from "../../server/rules/check.ts";
import { fixture, ROOT, shortPath } from "./fixture.ts";

export interface Judged {
  readonly model: Model;
  readonly verdict: Verdict;
}

/** What is found in a fixture, which is one project. */
export function judge(text: string, settings: Partial<Settings> = {}): Judged {
  const project = fixture(text, settings).snapshot.projects.get(ROOT);
  if (!project) throw new Error("The fixture is no project.");
  return { model: modelOf(project), verdict: verdictOf(project) };
}

/** Where a finding stands: its file, line and column from 1, and the text that it covers. */
export function placeOf(model: Model, { site }: Pick<Finding, "site">) {
  const text = fileAt(model, site.path)?.text ?? "";
  const span = locate(model, site);
  const { line, character } = positionAt(lineIndex(text), span.start);
  const covered = text.slice(span.start, span.end);
  return { path: shortPath(site.path), line: line + 1, column: character + 1, covered };
}

/**
 * What one rule finds in a fixture, a line each: `error 3 "catalog" tool` is severity, line, covered text and element.
 * Nothing found is an empty text.
 */
export function found(rule: string, text: string, settings: Partial<Settings> = {}): string {
  const { model, verdict } = judge(text, settings);
  return verdict.findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => {
      const { line, covered } = placeOf(model, finding);
      return `${finding.severity} ${String(line)} ${JSON.stringify(covered)} ${finding.element ?? "-"}`;
    })
    .join("\n");
}

/** What one rule says in a fixture: its messages in English. */
export function said(rule: string, text: string): readonly string[] {
  const { findings } = judge(text).verdict;
  return findings.filter((finding) => finding.rule === rule).map(({ message }) => message.en);
}

/** The other places that the first finding of a rule names, in English. */
export function related(rule: string, text: string): readonly string[] {
  const finding = judge(text).verdict.findings.find((one) => one.rule === rule);
  return (finding?.related ?? []).map(({ message }) => message.en);
}
