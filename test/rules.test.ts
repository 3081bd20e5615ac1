import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../grammar/finding.ts";
import { applyEdits, fileAt } from "../server/model/edit.ts";
import type { Model } from "../server/model/model.ts";
import { tidied } from "../server/model/tidy.ts";
import { docsUrl } from "../server/rules/docs.ts";
import { rules } from "../server/rules/index.ts";
import { languageRules } from "../server/rules/language/index.ts";
import type { Fix, Rule } from "../server/rules/rule.ts";
import { shortPath } from "./support/fixture.ts";
import { unformatted } from "./support/unformatted.ts";
import { judge, placeOf } from "./support/verdict.ts";
import { marksIn, readPage, type Example } from "./rules/page.ts";

const FOLDER = join(import.meta.dirname, "../server/rules");
const isLanguage = new Set(languageRules.map(({ name }) => name));

/** Rules that must know a repair for what they find. */
const REPAIRING = [
  "orphan-business-model",
  "orphan-domain",
  "orphan-tool",
  "orphan-initiative",
  "customer-centric-is-not-a-model",
  "marketing-tool-owns-core-data",
  "write-bypasses-owner",
  "data-ignores-model",
  "accountable-nobody",
  "broken-chain",
  "lock-in",
  "personal-data-without-basis",
  "shared-without-anonymising",
  "marked-nowhere",
  "unmeasured-goal",
  "kpi-without-audience",
  "open-ended-initiative",
  "legacy-in-chain",
  "unused-tool",
  "vanity-kpi",
  "kpi-cannot-arrive",
  "unreconciled-entity",
  "quality-overclaimed",
  "data-under-marketing",
  "missing-skill",
  "maturity-overclaimed",
  "unstated-impact",
];

/** What the profile `starter` asks. */
const STARTERS = [
  "no-mission",
  "orphan-business-model",
  "orphan-domain",
  "orphan-tool",
  "marketing-tool-owns-core-data",
  "no-system-of-record",
  "two-systems-of-record",
  "accountable-nobody",
  "broken-chain",
  "rival-holds-our-data",
  "personal-data-without-basis",
  "shared-without-anonymising",
  "unmeasured-goal",
  "kpi-on-unfit-data",
  "unreconciled-entity",
  "data-under-marketing",
];

function filesIn(folder: string, ending: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.map((name) => name.slice(0, -ending.length)).toSorted();
}

describe("every rule has its file, its page and its place in the index", () => {
  test("rules of the architecture", () => {
    const names = rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(filesIn(FOLDER, ".md")).toEqual(names.toSorted());
    expect(filesIn(FOLDER, ".ts")).toEqual(expect.arrayContaining(names.toSorted()));
  });

  test("rules of the language", () => {
    expect(filesIn(join(FOLDER, "language"), ".md")).toEqual([...isLanguage].toSorted());
  });

  test("a page has an address", () => {
    const base = "https://github.com/bizarch/bizarch/blob/main/docs/rules";
    expect(docsUrl("syntax")).toBe(`${base}/syntax.md`);
    expect(docsUrl("orphan-tool")).toBe(`${base}/orphan-tool.md`);
    expect(docsUrl("a-rule-of-our-own")).toBeUndefined();
  });

  test("the profile starter asks the first questions only", () => {
    const starters = rules.filter(({ starter }) => starter).map(({ name }) => name);
    expect(starters.toSorted()).toEqual(STARTERS.toSorted());
  });
});

describe.each([...rules, ...languageRules])("$name", (rule) => {
  const page = readPage(rule.page);

  test("its page is complete and in order", () => {
    const file = isLanguage.has(rule.name) ? `language/${rule.name}.md` : `${rule.name}.md`;
    expect(rule.page).toBe(readFileSync(join(FOLDER, file), "utf8"));
    expect(page.name).toBe(rule.name);
    expect(page.why).toMatch(/^\S.*[.?]$/);
    const last = isLanguage.has(rule.name) ? [] : ["## When to turn it off"];
    expect(page.headings).toEqual([`# ${rule.name}`, "## Wrong", "## Right", ...last]);
    expect(page.wrong).not.toEqual([]);
    expect(page.right).not.toEqual([]);
  });

  test.each(page.wrong)("speaks of the example in line $line", ({ text }) => {
    const { model, verdict } = judge(text);
    expect(marksFound(model, of(rule.name, verdict.findings))).toEqual(marksOf(model, text));
    expect(of(rule.name, verdict.findings)).not.toEqual([]);
    if (!isLanguage.has(rule.name)) expect(verdict.findings.filter(isOfLanguage)).toEqual([]);
  });

  test.each(page.right)("is silent about the example in line $line", (example) => {
    const { verdict } = judge(example.text);
    expect(spoken(rule.name, example, verdict.findings)).toEqual([]);
    expect(marksIn(example.text)).toEqual([]);
  });

  test.each([...page.wrong, ...page.right])(
    "writes the example in line $line in the one layout",
    ({ text }) => {
      expect(unformatted(judge(text).model)).toEqual([]);
    },
  );

  test.each(page.wrong)("says it well, in both languages (line $line)", ({ text }) => {
    for (const { message, args, related } of of(rule.name, judge(text).verdict.findings)) {
      expect(message.en).toMatch(/[.?…]$/);
      expect(message.fr).toMatch(/[.?…]$/);
      expect(message.fr).not.toBe(message.en);
      expect(message.en).not.toMatch(/undefined|''|\s{2}/);
      expect(message.fr).not.toMatch(/undefined|«\s*»|'[^\s']+'|\s{2}/);
      for (const arg of args.slice(1)) if (message.en.includes(`'${arg}'`)) expect(message.fr).toContain(arg);
      for (const { message } of related) expect(message.fr).not.toBe(message.en);
    }
  });
});

function of(rule: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.rule === rule);
}

function isOfLanguage({ rule }: Finding): boolean {
  return isLanguage.has(rule);
}

function spoken(rule: string, { only }: Example, findings: readonly Finding[]): readonly string[] {
  const heard = only
    ? findings.filter((finding) => finding.rule === rule || isOfLanguage(finding))
    : findings;
  return heard.map((finding) => `${finding.rule}: ${finding.message.en}`);
}

/** The findings as marks, each message cut to the length that the page writes. */
function marksFound(model: Model, findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => {
    const { path, line, column, covered } = placeOf(model, finding);
    const marks = marksIn(fileAt(model, finding.site.path)?.text ?? "");
    const mark = marks.find((mark) => mark.line === line && finding.message.en.startsWith(mark.message));
    return `${path}:${String(line)}:${String(column)} <${covered}> ${mark?.message ?? finding.message.en}`;
  });
}

function marksOf(model: Model, text: string): readonly string[] {
  expect(text).toContain("// ");
  return model.project.files.flatMap(({ path, text }) =>
    marksIn(text).map(
      ({ line, column, covered, message }) =>
        `${shortPath(path)}:${String(line)}:${String(column)} <${covered}> ${message}`,
    ),
  );
}

describe.each(rules.filter(({ name }) => REPAIRING.includes(name)))("$name repairs", (rule) => {
  const { wrong } = readPage(rule.page);

  test("what at least one of its examples shows", () => {
    expect(wrong.flatMap(({ text }) => repairsOf(rule, text))).not.toEqual([]);
  });
});

const repairs = rules.flatMap((rule) =>
  readPage(rule.page).wrong.flatMap(({ text, line }) =>
    repairsOf(rule, text).map((repair) => ({ ...repair, text, line, name: rule.name })),
  ),
);

test.each(repairs)("$name is repaired in line $line: $title", ({ text, model, finding, fix }) => {
  expect(fix.title.fr).not.toBe(fix.title.en);
  const { verdict, model: whole } = judge(repaired(model, fix));
  const after = verdict.findings;
  expect(after.filter(isOfLanguage)).toEqual([]);
  const same = (other: Finding) =>
    other.rule === finding.rule &&
    other.element === finding.element &&
    other.message.en === finding.message.en;
  expect(after.filter(same)).toEqual([]);
  expect(unformatted(whole)).toEqual([]);
  const before = new Set(judge(text).verdict.findings.map(inWords));
  const errors = after.filter(({ severity }) => severity === "error").map(inWords);
  expect(errors.filter((error) => !before.has(error))).toEqual([]);
});

function inWords({ rule, element, message }: Finding): string {
  return `${rule}, ${element ?? "-"}: ${message.en}`;
}

function repairsOf(rule: Rule, text: string) {
  const { model, verdict } = judge(text);
  return of(rule.name, verdict.findings).flatMap((finding) =>
    rule.fixes(finding, model).map((fix) => ({ model, finding, fix, title: fix.title.en })),
  );
}

/** The fixture after a repair. */
function repaired(model: Model, { edits }: Fix): string {
  expect(edits).not.toEqual([]);
  return model.project.files
    .map(({ path, text }) => {
      const own = tidied(model, edits).filter((edit) => edit.path === path);
      return `//- ${shortPath(path)}\n${applyEdits(text, own)}`;
    })
    .join("\n");
}
