import type { Finding } from "../../grammar/finding.ts";
import { applyEdits } from "../../server/model/edit.ts";
import { ruleNamed } from "../../server/rules/index.ts";
import { shortPath } from "./fixture.ts";
import { judge } from "./verdict.ts";

/** What a repair is called, the text of the first file after it, and what is found then that was not before. */
export interface Repaired {
  readonly title: string;
  readonly text: string;
  readonly found: readonly string[];
}

/** Each repair of the first finding of a rule in a fixture. */
export function repairsOf(rule: string, text: string): readonly Repaired[] {
  const { model, verdict } = judge(text);
  const finding = verdict.findings.find((one) => one.rule === rule);
  if (!finding) throw new Error(`'${rule}' finds nothing.`);
  const before = new Set(verdict.findings.map(said));
  return (ruleNamed(rule)?.fixes(finding, model) ?? []).map(({ title, edits }) => {
    const files = model.project.files.map(({ path, text }) => {
      const own = edits.filter((edit) => edit.path === path);
      return { path, text: applyEdits(text, own) };
    });
    const after = judge(files.map(({ path, text }) => `//- ${shortPath(path)}\n${text}`).join("\n"));
    const found = after.verdict.findings.filter(
      (one) => !before.has(said(one)) || said(one) === said(finding),
    );
    const told = found.map(({ rule, severity, element }) => `${severity} ${rule} ${element ?? "-"}`);
    return { title: title.en, text: files[0]?.text ?? "", found: told };
  });
}

function said({ rule, element, message }: Finding): string {
  return [rule, element, message.en].join("\n");
}
