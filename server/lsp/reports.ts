import type { Diagnostic } from "vscode-languageserver";
import type { Finding } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import { modelOf } from "../model/link.ts";
import { projectOf, type Project } from "../model/snapshot.ts";
import { verdictOf } from "../rules/check.ts";
import { diagnosticAt, diagnosticOf, rangeOf } from "./convert.ts";
import { flawedPaths, flawOf, type State } from "./state.ts";

/** What is wrong with one file. The id is made from the content, so that equal reports have equal ids. */
export interface Report {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** The report on a file; an empty one for a file that belongs to no project. */
export function reportOn(state: State, path: string): Report {
  const project = projectOf(state.snapshot, path);
  const flaw = flawOf(state, path);
  const report = project ? reportsOf(project)(path) : EMPTY;
  return flaw ? flawed(flaw, report, state) : report;
}

/** The files that a report may be asked for: those of all projects, and those that could not be read. */
export function reportedPaths(state: State): readonly string[] {
  const paths = new Set(flawedPaths(state));
  for (const project of state.snapshot.projects.values()) {
    for (const { path } of filesOf(project)) paths.add(path);
  }
  return [...paths];
}

/** The files of a project that can have findings, its `bizarch.json` included. */
function filesOf({ configFile, files }: Project): readonly { readonly path: string }[] {
  return configFile ? [configFile, ...files] : files;
}

/** The reports on the files of a project, each made for the first who asks for it. */
const reportsOf = once((project: Project): ((path: string) => Report) => {
  const model = modelOf(project);
  const byPath = grouped(verdictOf(project).findings, ({ site }) => site.path);
  const known = new Map<string, Report>();
  return (path) => {
    const findings = byPath.get(path);
    if (!findings) return EMPTY;
    const made = known.get(path) ?? report(findings.map((finding) => diagnosticOf(model, finding)));
    known.set(path, made);
    return made;
  };
});

function flawed(flaw: Finding, { items }: Report, { snapshot }: State): Report {
  const path = flaw.site.path;
  const file = snapshot.files.get(path);
  const locale = projectOf(snapshot, path)?.settings.locale ?? snapshot.settings.locale ?? "en";
  return report([diagnosticAt(rangeOf(file, flaw.site.span), flaw, locale), ...items]);
}

function report(items: readonly Diagnostic[]): Report {
  return { id: digest(JSON.stringify(items)), items };
}

/** 53 bits of a text, enough to tell two reports on one file apart. */
function digest(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36);
}

const EMPTY: Report = report([]);
