import type { Locale } from "../../../grammar/finding.ts";
import { docsUrl } from "../../../server/rules/docs.ts";
import { terminalText } from "../../../server/review/terminal.ts";
import { escapeName } from "../../diagram/paint/escape.ts";
import type { Range, Told } from "../checked.ts";
import { shown } from "../disk.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Findings as a JUnit report: a suite for each project, a test case for each finding. Errors and warnings fail; what
 * is for information passes and says so in its output. Where nothing is found there is still a case that passes,
 * since an empty report is taken for a run that went wrong. Places stand in the text: Jenkins has no attribute for them.
 */
export function junitFindings(outcome: Outcome): string {
  const suites = suitesOf(outcome).map((suite) => suiteXml(suite, outcome));
  const { findings } = outcome;
  const counts = attributes({
    name: "bizarch",
    tests: sum(suites.map(({ tests }) => tests)),
    failures: findings.filter(isFailure).length,
    errors: 0,
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts}>`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Suite {
  readonly name: string;
  readonly findings: readonly Told[];
}

/** The projects by name, clean ones too; what belongs to none stands apart. */
function suitesOf({ projects, findings, cwd }: Outcome): readonly Suite[] {
  const byRoot = new Map<string, Told[]>(projects.map(({ root }) => [root, []]));
  for (const told of findings) {
    const root = told.project?.root ?? cwd;
    const others = byRoot.get(root);
    if (others) others.push(told);
    else byRoot.set(root, [told]);
  }
  if (byRoot.size === 0) byRoot.set(cwd, []);
  return [...byRoot].map(([root, own]) => ({ name: suiteName(shown(cwd, root)), findings: own }));
}

/** Jenkins shows a suite as a package, and `.` would be none; a folder that bears our name is not taken for it. */
function suiteName(path: string): string {
  return path === "." ? "bizarch" : path === "bizarch" ? "./bizarch" : path;
}

function suiteXml({ name, findings }: Suite, { cwd, locale }: Outcome) {
  const known = new Map<string, number>();
  const cases = findings.map((told) => caseXml(told, name, known, cwd, locale));
  const failures = findings.filter(isFailure).length;
  if (cases.length === 0)
    cases.push(`    <testcase${attributes({ classname: name, name: "bizarch check" })}/>`);
  const counts = { name, tests: cases.length, failures, errors: 0, skipped: 0 };
  const xml = [`  <testsuite${attributes(counts)}>`, ...cases, "  </testsuite>"].join("\n");
  return { tests: cases.length, xml };
}

/** A case is known by its rule and its element, so that reports of two runs can be compared. */
function caseXml(told: Told, suite: string, known: Map<string, number>, cwd: string, locale: Locale): string {
  const { finding, place } = told;
  const message = finding.message[locale];
  const subject = `${finding.rule}: ${finding.element ?? shown(cwd, place.file.path)}`;
  const twins = (known.get(subject) ?? 0) + 1;
  known.set(subject, twins);
  const head = attributes({
    classname: `${suite}.${finding.rule}`,
    name: twins > 1 ? `${subject} (${twins})` : subject,
  });
  const text = xmlLines(details(told, cwd, locale));
  const body = isFailure(told)
    ? `<failure${attributes({ message, type: finding.severity })}>${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase${head}>\n      ${body}\n    </testcase>`;
}

function isFailure({ finding }: Told): boolean {
  return finding.severity !== "info";
}

/** The finding as compilers write it, the other places, and where to read on. */
function details({ finding, place, related }: Told, cwd: string, locale: Locale): readonly string[] {
  const spot = ({ file, start }: Range) =>
    `${shown(cwd, file.path)}:${start.line + 1}:${start.character + 1}`;
  const others = finding.related.flatMap(({ message }, index) => {
    const at = related[index];
    return at ? [`${spot(at)}: ${message[locale]}`] : [];
  });
  const url = docsUrl(finding.rule);
  const head = `${spot(place)}: ${finding.severity}: ${finding.message[locale]} (${finding.rule})`;
  return [head, ...others, ...(url === undefined ? [] : [url])];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");
}

function xmlLines(lines: readonly string[]): string {
  return lines.map(xmlText).join("\n");
}

/** Text from a file as it may stand in XML: what XML cannot hold is written out, line ends stay. */
function xmlText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => escapeName(terminalText(line)))
    .join("&#10;");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
