import { describe, expect, test } from "vitest";
import { categories } from "../../grammar/categories.ts";
import { kinds } from "../../grammar/schema.ts";
import { examplesOf, judged } from "../../server/pages/example.ts";
import { cellsOf, markdownTable } from "../../server/pages/markdown-table.ts";
import { pageNames, pageOf } from "../../server/pages/page.ts";
import { factsOf } from "../../server/pages/rule-facts.ts";
import { chapters, rules } from "../../server/rules/index.ts";
import { languageRules } from "../../server/rules/language/index.ts";

const isOfLanguage = new Set(languageRules.map(({ name }) => name));
const paged = [...rules, ...languageRules];

/** Words with a page that stands in no file of docs/, where examples are run too. */
const words = pageNames().filter((name) => ![...paged, ...kinds].some((row) => row.name === name));

describe("words", () => {
  test("every word of the language has a page, and no other", () => {
    for (const name of ["owns", "core", "datetime", "off", "namespace", "strict", "why", ...categories]) {
      expect(pageNames()).toContain(name);
    }
    for (const name of pageNames()) expect(pageOf(name)).toMatch(/^# \S+\n\n\S/);
    for (const name of ["", "x-", "x-a b", "constructor", "__proto__", "tools", "Tool", "owns "]) {
      expect(pageOf(name)).toBeUndefined();
    }
  });

  test.each([...words, "x-inventory", "x-état"])("the examples on the page of %s are sound", (name) => {
    for (const { text } of examplesOf(pageOf(name) ?? "")) {
      const { findings } = judged(text).verdict;
      expect(findings.filter(({ rule }) => isOfLanguage.has(rule)).map(({ message }) => message.en)).toEqual(
        [],
      );
    }
  });

  test("storeys have their kinds, profiles their rules", () => {
    expect(pageOf("how")).toContain(
      "| [capability](capability.md) | Something that the company is able to do. |",
    );
    expect(pageOf("meta")).toContain("[policy](policy.md)");
    expect(pageOf("starter")).toContain("| `no-mission` | warning |");
    expect(pageOf("starter")).not.toContain("lock-in");
  });
});

describe.each(paged)("what the examples of $name show", (rule) => {
  const { spoken, excused, kinds } = factsOf(rule);

  test("each wrong one is spoken of by the rule", () => {
    const wrong = examplesOf(rule.page).filter(({ heading }) => heading === "Wrong");
    expect([...spoken.keys()]).toEqual(wrong.map(({ line }) => line));
    for (const names of spoken.values()) expect(names).toContain(rule.name);
  });

  test("a waiver is shown for every rule of the architecture, and for none of the language", () => {
    expect(excused !== undefined).toBe("check" in rule);
    if ("check" in rule) expect(kinds.size).toBeGreaterThan(0);
  });
});

test("quick fixes are told where there are some, each once", () => {
  const told = (name: string) => [...factsOf(rules.find((rule) => rule.name === name) ?? fail()).fixes];
  expect(told("tool-sprawl")).toEqual([]);
  expect(told("orphan-tool")).toContain("Add 'serves menus'");
  expect(new Set(told("orphan-tool")).size).toBe(told("orphan-tool").length);
  expect(pageOf("orphan-tool")).toContain("- Add `serves menus`");
});

function fail(): never {
  throw new Error("There is no such rule.");
}

test("a page says what a rule counts for under each profile", () => {
  expect(pageOf("unused-tool")).toContain(
    "| `starter` | not asked |\n| `recommended` | info |\n| `strict` | warning |",
  );
  expect(pageOf("customer-hub")).toContain("warning customer-hub share 60%");
  expect(pageOf("personal-data-leaves")).toContain("countries FR, DE");
  expect(pageOf("syntax")).toContain("A policy cannot change that.");
});

test("every rule stands in one chapter", () => {
  const names = chapters.flatMap((chapter) => chapter.rules.map(({ name }) => name));
  expect(names).toEqual(rules.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

test("a bar in a cell is no end of it", () => {
  const table = markdownTable(["a", "b"], [["tool[hosting != FR | DE]", "x"]]);
  expect(table).toBe("| a | b |\n| --- | --- |\n| tool[hosting != FR \\| DE] | x |");
  expect(cellsOf(table.split("\n")[2] ?? "")).toEqual(["tool[hosting != FR | DE]", "x"]);
  expect(cellsOf("no table")).toBeUndefined();
});

describe("an example", () => {
  test("knows its line, its heading and what is said of it", () => {
    const page = "# a\n\n## Wrong\n\n```bizarch only\nx\n```\n\n```sh\n# no heading\n```\n\n```bizarch\n";
    expect(examplesOf(page)).toEqual([
      { line: 5, info: "only", text: "x\n", heading: "Wrong" },
      { line: 13, info: "", text: "\n", heading: "Wrong" },
    ]);
  });

  test("may be several files", () => {
    const { model } = judged("mission a\n//- b.bizarch\nnamespace b\nmission c\n");
    expect(model.elements.map(({ name }) => name)).toEqual(["b.c", "a"]);
    expect(judged("").model.elements).toEqual([]);
  });
});
