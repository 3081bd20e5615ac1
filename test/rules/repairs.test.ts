import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../grammar/finding.ts";
import { applyEdits } from "../../server/model/edit.ts";
import type { Model } from "../../server/model/model.ts";
import { ruleNamed } from "../../server/rules/index.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import type { Fix } from "../../server/rules/rule.ts";
import { shortPath } from "../support/fixture.ts";
import { judge } from "../support/verdict.ts";

const SAMPLES = join(import.meta.dirname, "../../samples");

/** A whole sample as one fixture. */
function sample(name: string, ending = ""): string {
  const folder = join(SAMPLES, name);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".bizarch"),
  );
  return files.map((path) => `//- ${path}${ending}\n${readFileSync(join(folder, path), "utf8")}`).join("\n");
}

function after(model: Model, { edits }: Fix, ending = ""): string {
  return model.project.files
    .map(({ path, text }) => {
      const own = edits.filter((edit) => edit.path === path);
      return `//- ${shortPath(path)}${ending}\n${applyEdits(text, own).replaceAll("\r\n", "\n")}`;
    })
    .join("\n");
}

const isOfLanguage = ({ rule }: Finding) => languageRules.some(({ name }) => name === rule);

describe.each(["", " crlf"])("every repair in a drifted company%s", (ending) => {
  const { model, verdict } = judge(sample("retail-drift", ending));
  const repairs = verdict.findings.flatMap((finding) =>
    (ruleNamed(finding.rule)?.fixes(finding, model) ?? []).map((fix) => ({ finding, fix })),
  );

  test("there are many", () => {
    expect(verdict.findings.filter(isOfLanguage)).toEqual([]);
    expect(new Set(repairs.map(({ finding }) => finding.rule)).size).toBeGreaterThan(12);
  });

  test.each(repairs.map(({ finding, fix }) => ({ finding, fix, name: `${finding.rule}: ${fix.title.en}` })))(
    "$name",
    ({ finding, fix }) => {
      const { findings } = judge(after(model, fix, ending)).verdict;
      expect(findings.filter(isOfLanguage)).toEqual([]);
      const same = findings.filter(
        ({ rule, element, message }) =>
          rule === finding.rule && element === finding.element && message.en === finding.message.en,
      );
      expect(same).toEqual([]);
    },
  );
});

/** What becomes of a text by the first repair of a rule's first finding. */
function firstRepair(rule: string, text: string): string {
  const { model, verdict } = judge(text);
  const finding = verdict.findings.find((one) => one.rule === rule);
  const fix = finding && ruleNamed(rule)?.fixes(finding, model)[0];
  if (!fix) throw new Error(`No repair by '${rule}'.`);
  const [file] = model.project.files;
  return file ? applyEdits(file.text, fix.edits) : "";
}

describe("repairs are written as a person would", () => {
  const check = (rule: string, text: string, expected: string) =>
    expect(firstRepair(rule, text)).toBe(expected);

  test("names are as short as they can be from where they stand", () => {
    check(
      "orphan-domain",
      "namespace shop.fr\nmission m\nbusiness-model food { serves m }\ndomain d",
      "namespace shop.fr\nmission m\nbusiness-model food { serves m }\ndomain d {\n  embodies food\n}",
    );
  });

  test("what is no longer owned is read", () => {
    check(
      "two-systems-of-record",
      "domain d { entity E }\ntool a {\n  category erp\n  owns d.E // ours\n}\ntool b { category erp; owns d }",
      "domain d { entity E }\ntool a {\n  category erp\n  reads d.E // ours\n}\ntool b { category erp; owns d }",
    );
    check(
      "two-systems-of-record",
      "domain d { entity E; entity F }\ntool a {\n  category erp\n  owns d.F, d.E\n}\ntool b { category erp; owns d.E }",
      "domain d { entity E; entity F }\ntool a {\n  category erp\n  owns d.F\n  reads d.E\n}\ntool b { category erp; owns d.E }",
    );
  });

  test("a line goes with the semicolon that parted it", () => {
    check(
      "two-systems-of-record",
      "domain d { entity E; entity F }\ntool a { category erp; reads d.F; owns d.E }\ntool b { category erp; owns d }",
      "domain d { entity E; entity F }\ntool a { category erp; reads d.F, d.E }\ntool b { category erp; owns d }",
    );
    check(
      "two-systems-of-record",
      "domain d { entity E; entity F }\ntool a {\n  category erp\n  owns d.E\n  reads d.F\n}\ntool b { category erp; owns d }",
      "domain d { entity E; entity F }\ntool a {\n  category erp\n  reads d.F, d.E\n}\ntool b { category erp; owns d }",
    );
  });

  test("stages are added to a chain without a block, and to one on a line", () => {
    check(
      "broken-chain",
      "tool t { category bi }\nchain c",
      "tool t { category bi }\nchain c {\n  collect t\n  analyse t\n  activate t\n  measure t\n  optimise t\n}",
    );
    check(
      "broken-chain",
      "tool t { category bi }\nchain c { collect t; analyse t }",
      "tool t { category bi }\nchain c { collect t; analyse t; activate t; measure t; optimise t }",
    );
  });

  test("the second of two flows of one name is the one that is repaired", () => {
    const text = [
      "domain d { entity P personal }",
      "tool a { category erp }",
      "tool b { category erp }",
      'flow a -> b "One" { carries d; basis consent }',
      'flow a -> b "Two" { carries d }',
    ].join("\n");
    check(
      "personal-data-without-basis",
      text,
      text.replace('"Two" { carries d }', '"Two" { carries d; basis contract }'),
    );
  });

  test("an attribute is marked behind its other words", () => {
    check(
      "marked-nowhere",
      "domain d { entity E { email: text optional for relationship } }",
      "domain d { entity E { email: text optional for relationship personal } }",
    );
  });
});
