import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../grammar/finding.ts";
import { fix, type Repair } from "../../server/features/fix.ts";
import { fileAt, locate } from "../../server/model/edit.ts";
import type { Element, Model } from "../../server/model/model.ts";
import { describe as described } from "../../server/review/describe.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { applied, expectGone } from "../features/repaired.ts";
import { modelOfText, ONLY } from "./model-of-text.ts";
import { placeOf } from "../support/verdict.ts";

/**
 * `broken.md` is the table: what a person types, what is told, and what the best repair leaves. The second fence of
 * each case is what the product says; `npm test -- model -u` renews it, and then it is to be read.
 */
const TABLE = join(import.meta.dirname, "broken.md");
const table = readFileSync(TABLE, "utf8");

const CASE = /^### (.+)\n\n(`{3,})bizarch\n([\s\S]*?)^\2\n(?:\n```text\n[\s\S]*?^```\n)?/gm;

const cases = [...table.matchAll(CASE)].map(([, name = "", , text = ""]) => ({ name, text }));

const names = new Set(languageRules.map(({ name }) => name));

function findingsIn(model: Model): readonly Finding[] {
  return verdictOf(model.project).findings.filter(({ rule }) => names.has(rule));
}

function repairsOf(model: Model, finding: Finding): readonly Repair[] {
  const repairs = fix(model, finding.site.path, locate(model, finding.site));
  return repairs.filter((repair) => repair.finding === finding);
}

/** What is told of a text: for each finding its place and rule, both messages, and what the best repair makes of it. */
function told(text: string): string {
  const model = modelOfText(text);
  const lines = findingsIn(model).flatMap((finding) => {
    const { line, column, covered } = placeOf(model, finding);
    const [best] = repairsOf(model, finding);
    return [
      `${String(line)}:${String(column)} ${covered} (${finding.rule})`,
      `  ${finding.message.en}`,
      `  ${finding.message.fr}`,
      ...(best ? [`  → ${best.title.en} / ${best.title.fr}`, ...changed(model, best, text)] : []),
    ];
  });
  return lines.join("\n");
}

/** The lines that a repair changes, as they are after it. */
function changed(model: Model, repair: Repair, before: string): readonly string[] {
  const old = before.split("\n");
  const lines = (fileAt(applied(model, repair), ONLY)?.text ?? "").split("\n");
  const start = lines.findIndex((line, index) => line !== old[index]);
  const rest = lines.slice(start < 0 ? lines.length : start);
  const tail = old.slice(start < 0 ? old.length : start);
  while (rest.length > 0 && tail.length > 0 && rest.at(-1) === tail.at(-1)) {
    rest.pop();
    tail.pop();
  }
  return rest.map((line) => `      ${line}`.trimEnd());
}

test("the table says what the product says", async () => {
  const rendered = table.replace(
    CASE,
    (_, name: string, fence: string, text: string) =>
      `### ${name}\n\n${fence}bizarch\n${text}${fence}\n\n\`\`\`text\n${told(text)}\n\`\`\`\n`,
  );
  await expect(rendered).toMatchFileSnapshot(TABLE);
});

test("the table has cases enough, each with a name of its own", () => {
  expect(cases.length).toBeGreaterThan(180);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

describe.each(cases)("$name", ({ text }) => {
  const model = modelOfText(text);

  test("is told in sentences, at a place that can be seen", () => {
    const findings = findingsIn(model);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(placeOf(model, finding).covered).toMatch(/^\S(.*\S)?$/);
      expect(finding.message.en).toMatch(/^[A-Z'].*[.?…]$/);
      expect(finding.message.fr).toMatch(/^(\p{Lu}|«).*([.»…]| \?)$/u);
      expect(finding.message.en + finding.message.fr).not.toMatch(/undefined| {2}/);
    }
    const places = findings.map(({ rule, site }) => JSON.stringify([rule, locate(model, site)]));
    expect(new Set(places).size).toBe(places.length);
  });

  test("is repaired by what is offered", () => {
    for (const finding of findingsIn(model)) {
      for (const repair of repairsOf(model, finding)) expectGone(model, applied(model, repair), repair);
    }
  });

  test("costs nothing of the statements around it", () => {
    const before =
      'mission before-it "Before" { horizon 9y }\ndomain kept core { entity Kept { a: id key } }\n';
    const behind = 'team behind-it "Behind" {\n  function it\n  architects kept\n}\n';
    const around = modelOfText(`${before}\n${text}\n\n${behind}`);
    const alone = seen(modelOfText(before + behind));
    expect(seen(around).filter(([name]) => alone.some(([other]) => other === name))).toEqual(alone);
  });
});

/** What a model says of each element, by name. */
function seen(model: Model): readonly (readonly [name: string, said: unknown])[] {
  return described(model).map(({ element, properties }) => [nameOf(element), [...properties]] as const);
}

function nameOf({ name, kind }: Element): string {
  return `${kind.name} ${name}`;
}
