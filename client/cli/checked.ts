import type { Finding, Severity, Site } from "../../grammar/finding.ts";
import { linesOf, positionAt, type Position } from "../../grammar/text.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Project, Snapshot } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import type { Waiver } from "../../server/rules/policy.ts";
import type { Workspace } from "./workspace.ts";

/** What was found, where in its file, in the order of files, positions and rules. */
export interface Checked {
  readonly findings: readonly Told[];
  /** What a baseline knows already. */
  readonly hidden: readonly Told[];
  readonly waived: readonly Excused[];
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

/** A finding of a project; the project is undefined for a file that none includes. */
export interface Owned {
  readonly finding: Finding;
  readonly project: Project | undefined;
}

/** A finding of a project, with its positions. */
export type Told = Owned & Placed;

/** A finding that somebody answers for. */
export type Excused = Told & { readonly waiver: Waiver };

/** All findings of the projects that hold something that was meant, also where the file itself was not. */
export function allFindings({ projects, flaws }: Workspace): readonly Owned[] {
  const holder = (path: string): Project | undefined =>
    projects.find(({ files, configFile }) => [...files, configFile].some((file) => file?.path === path));
  return [
    ...flaws.map((finding) => ({ finding, project: holder(finding.site.path) })),
    ...projects.flatMap((project) => verdictOf(project).findings.map((finding) => ({ finding, project }))),
  ];
}

/** What is to be said about what was meant; findings in `known` are only counted. */
export function check(workspace: Workspace, all: readonly Owned[], known: ReadonlySet<Finding>): Checked {
  const { snapshot, projects, isMeant } = workspace;
  const told = (some: readonly Owned[]): readonly Told[] =>
    inOrder(some.map((owned) => ({ ...owned, ...placed(snapshot, owned.finding) })));
  const meant = all.filter(({ finding }) => isMeant(finding.site.path));
  const waived = projects.flatMap((project) =>
    verdictOf(project)
      .waived.filter(({ finding }) => isMeant(finding.site.path))
      .map(({ finding, waiver }) => ({ project, waiver, ...placed(snapshot, finding) })),
  );
  const count = (list: (project: Project) => readonly { readonly path: string }[]): number =>
    projects.reduce((sum, project) => sum + list(project).filter(({ path }) => isMeant(path)).length, 0);
  return {
    findings: told(meant.filter(({ finding }) => !known.has(finding))),
    hidden: known.size > 0 ? told(meant.filter(({ finding }) => known.has(finding))) : [],
    waived,
    files: count(({ files }) => files),
    elements: count((project) => modelOf(project).elements),
  };
}

/** A finding with its positions. */
export function placed(snapshot: Snapshot, finding: Finding): Placed {
  const related = finding.related.map(({ site }) => rangeOf(snapshot, site));
  return { finding, place: rangeOf(snapshot, finding.site), related };
}

function rangeOf(snapshot: Snapshot, { path, top, span }: Site): Range {
  const file = snapshot.files.get(path) ?? { path, text: "" };
  const base = top ? (syntaxOf(file).startOf.get(top) ?? 0) : 0;
  return { file, start: positionIn(file, base + span.start), end: positionIn(file, base + span.end) };
}

/** The position of an offset in a file; one beyond the text is its end. */
export function positionIn(file: SourceFile, offset: number): Position {
  return positionAt(linesOf(file), Math.min(offset, file.text.length));
}

/** One line of a file, without its end. */
export function lineAt(file: SourceFile, line: number): string {
  const lines = linesOf(file);
  const start = lines[line] ?? 0;
  let end = lines[line + 1] ?? file.text.length;
  while (end > start && /[\r\n]/.test(file.text.charAt(end - 1))) end--;
  return file.text.slice(start, end);
}

function inOrder(findings: readonly Told[]): readonly Told[] {
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
