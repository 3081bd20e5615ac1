import type { Finding, Severity, Site } from "../../grammar/finding.ts";
import { linesOf, positionAt, type Position } from "../../grammar/text.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Snapshot } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import type { Waiver } from "../../server/rules/policy.ts";
import type { Workspace } from "./workspace.ts";

/** What was found, where in its file, in the order of files, positions and rules. */
export interface Checked {
  readonly findings: readonly Placed[];
  readonly waived: readonly Waiver[];
  readonly files: number;
  readonly elements: number;
}

export interface Placed {
  readonly finding: Finding;
  readonly place: Range;
  readonly related: readonly Range[];
}

/** A stretch of a file, as editors count. */
export interface Range {
  readonly file: SourceFile;
  readonly start: Position;
  readonly end: Position;
}

/** All findings about what was meant. */
export function check(workspace: Workspace): Checked {
  const { snapshot, projects, flaws, isMeant } = workspace;
  const findings: Finding[] = flaws.filter(({ site }) => isMeant(site.path));
  const waived: Waiver[] = [];
  let files = 0;
  let elements = 0;
  for (const project of projects) {
    const verdict = verdictOf(project);
    for (const finding of verdict.findings) if (isMeant(finding.site.path)) findings.push(finding);
    for (const { finding, waiver } of verdict.waived) if (isMeant(finding.site.path)) waived.push(waiver);
    files += project.files.filter(({ path }) => isMeant(path)).length;
    elements += modelOf(project).elements.filter(({ path }) => isMeant(path)).length;
  }
  return { findings: inOrder(findings.map((finding) => placed(snapshot, finding))), waived, files, elements };
}

/** A finding with its positions. */
export function placed(snapshot: Snapshot, finding: Finding): Placed {
  const related = finding.related.map(({ site }) => rangeOf(snapshot, site));
  return { finding, place: rangeOf(snapshot, finding.site), related };
}

function rangeOf(snapshot: Snapshot, { path, top, span }: Site): Range {
  const file = snapshot.files.get(path) ?? { path, text: "" };
  const base = top ? (syntaxOf(file).startOf.get(top) ?? 0) : 0;
  const at = (offset: number) => positionAt(linesOf(file), Math.min(base + offset, file.text.length));
  return { file, start: at(span.start), end: at(span.end) };
}

/** One line of a file, without its end. */
export function lineAt(file: SourceFile, line: number): string {
  const lines = linesOf(file);
  return file.text.slice(lines[line] ?? 0, lines[line + 1] ?? file.text.length).replace(/[\r\n]+$/, "");
}

function inOrder(findings: readonly Placed[]): readonly Placed[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.finding.site.path, b.finding.site.path) ||
      a.place.start.line - b.place.start.line ||
      a.place.start.character - b.place.start.character ||
      compare(a.finding.rule, b.finding.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many findings there are of each severity. */
export function tally(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}
