import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { format } from "../../../grammar/format.ts";
import { syntaxOf } from "../../../grammar/parse.ts";
import { extract } from "../../../server/features/refactor/extract.ts";
import { merge } from "../../../server/features/refactor/merge.ts";
import { move } from "../../../server/features/refactor/move.ts";
import { record } from "../../../server/features/refactor/record.ts";
import type { Refactoring, Selection } from "../../../server/features/refactor/refactoring.ts";
import { retire } from "../../../server/features/refactor/retire.ts";
import { split } from "../../../server/features/refactor/split.ts";
import { locate } from "../../../server/model/edit.ts";
import { modelOf } from "../../../server/model/link.ts";
import { siteOf, type Element, type Model } from "../../../server/model/model.ts";
import { namespaceOf } from "../../../server/model/reference.ts";
import { ofKind } from "../../../server/model/query.ts";
import { snapshotOf } from "../../../server/model/snapshot.ts";
import { diff } from "../../../server/review/diff.ts";
import { verdictOf } from "../../../server/rules/check.ts";
import { FIXTURE_SETTINGS } from "../../support/fixture.ts";
import { unformatted } from "../../support/unformatted.ts";
import { carriedOut } from "./carried-out.ts";

const samples = join(import.meta.dirname, "../../../samples");

/** A sample as it is, or with all line ends as Windows writes them. */
function sample(name: string, eol: "lf" | "crlf"): Model {
  const root = join(samples, name);
  const entries = readdirSync(root, { recursive: true, encoding: "utf8" });
  const paths = entries
    .filter((entry) => /\.bizarch$|bizarch\.json$/.test(entry))
    .map((entry) => join(root, entry));
  const files = paths.map((path) => {
    const text = readFileSync(path, "utf8");
    return { path, text: eol === "crlf" ? text.replaceAll("\n", "\r\n") : text };
  });
  const [project] = snapshotOf(files, [root], FIXTURE_SETTINGS).projects.values();
  if (!project) throw new Error(`No sample is called '${name}'.`);
  return modelOf(project);
}

const houses = [
  ["retail", sample("retail", "lf")],
  ["retail-drift, CRLF", sample("retail-drift", "crlf")],
  ["pim/commerce", sample("pim/commerce", "lf")],
] as const;

function at(model: Model, element: Element): Selection {
  const { start } = locate(model, siteOf(element));
  return { path: element.path, span: { start, end: start } };
}

/** What is found, without what waivers say of each other. */
function found(model: Model, severity?: string): readonly string[] {
  return verdictOf(model.project)
    .findings.filter((one) => severity === undefined || one.severity === severity)
    .map(({ rule, element, args }) => [rule, element ?? "", ...args].join(" "))
    .toSorted();
}

/** Carries a refactoring out with its likeliest choice; what holds of all of them is checked. */
function tried(refactoring: Refactoring, model: Model, selection: Selection, choice?: string): Model {
  const question = refactoring.ask(model, selection);
  if ("refused" in question) throw new Error(question.refused.en);
  const done = refactoring.run(model, selection, choice ?? question.choices[0]?.id ?? "");
  if ("refused" in done) throw new Error(`${done.refused.en} ${JSON.stringify(selection)}`);
  const after = carriedOut(model, done.edits);
  expect(after.project.files.flatMap((file) => syntaxOf(file).findings)).toEqual([]);
  expect(unformatted(after)).toEqual(unformatted(model));
  for (const { path, text } of after.project.files) {
    const before =
      model.project.files.find((file) => file.path === path)?.text ?? model.project.files[0]?.text;
    const isWindows = before?.includes("\r\n");
    expect(/(?<!\r)\n/.test(text) && /\r\n/.test(text), path).toBe(false);
    if (text.includes("\n")) expect(text.includes("\r\n"), path).toBe(isWindows);
  }
  return after;
}

/** The rules that find something: of several elements with one flaw, some name the first in the order of files. */
function rulesFound(model: Model): readonly string[] {
  return found(model).map((one) => one.split(" ")[0] ?? "");
}

/** In another namespace an element has another name. */
function renamedBy(model: Model, { id, path, declaration }: Element, choice = ""): readonly string[] {
  const to = `${model.project.root}/${choice}`;
  const isSame =
    !model.project.files.some((file) => file.path === to) ||
    namespaceOf(model, path) === namespaceOf(model, to);
  return isSame || declaration.ends ? [] : [`renamed ${namespaceOf(model, to)}${id} []`];
}

/** What differs, a line each. */
function told(before: Model, after: Model): readonly string[] {
  const { elements, relations } = diff(before, after);
  return [
    ...elements.map(
      ({ change, id, properties }) =>
        `${change} ${id} ${JSON.stringify(properties.map((one) => [one.name, one.before, one.after]))}`,
    ),
    ...relations.map(({ change, type, from, to }) => `${change} ${from} ${type} ${to}`),
  ];
}

function isTop({ parent }: Element): boolean {
  return parent === undefined;
}

describe.each(houses)("in %s", (_, model) => {
  test("what is moved to any file, or a new one, changes nothing", () => {
    for (const element of model.elements.filter(isTop).filter((_, index) => index % 4 === 0)) {
      const selection = at(model, element);
      const question = move.ask(model, selection);
      if ("refused" in question) throw new Error(question.refused.en);
      for (const choice of [question.choices[0], question.choices.at(-1)]) {
        const after = tried(move, model, selection, choice?.id);
        expect(told(model, after)).toEqual(renamedBy(model, element, choice?.id));
        expect(rulesFound(after)).toEqual(rulesFound(model));
      }
    }
  });

  test("nor does all of a file, nor splitting it", () => {
    for (const { path, text } of model.project.files) {
      const selection = { path, span: { start: 0, end: text.length } };
      const after = tried(move, model, selection, "all.bizarch");
      expect(told(model, after)).toEqual([]);
      expect(rulesFound(after)).toEqual(rulesFound(model));
      const question = split.ask(model, selection);
      if ("refused" in question) continue;
      const parted = tried(split, model, selection);
      expect(told(model, parted)).toEqual([]);
      expect(rulesFound(parted)).toEqual(rulesFound(model));
    }
  });

  test("an entity that is extracted is renamed, and nothing else, and is wrong nowhere", () => {
    for (const entity of ofKind(model, "entity")) {
      if ((entity.parent?.members.length ?? 0) < 2) continue;
      const after = tried(extract, model, at(model, entity), "elsewhere");
      const changes = diff(model, after);
      for (const { change, id, was, properties } of changes.elements) {
        if (change === "added") expect(id).toBe("elsewhere");
        else if (change === "renamed") expect(id).toBe(was?.replace(entity.name, `elsewhere.${entity.id}`));
        else
          expect(
            properties.map(({ name }) => name),
            id,
          ).not.toContain("title");
      }
      expect(changes.relations.filter(({ change }) => change === "removed")).toEqual([]);
      for (const { from, to } of changes.relations) expect([from, to]).toContain("elsewhere");
      const renamed = (text: string) => text.replaceAll(entity.name, `elsewhere.${entity.id}`);
      const errors = new Set(found(model, "error").map(renamed));
      expect(found(after, "error").filter((one) => !errors.has(one) && !one.includes("elsewhere"))).toEqual(
        [],
      );
    }
  });

  test("a system of record brings nothing wrong", () => {
    for (const tool of ofKind(model, "tool")) {
      const question = record.ask(model, at(model, tool));
      if ("refused" in question) continue;
      const after = tried(record, model, at(model, tool));
      // What two tools owned before, two own still.
      const id = question.choices[0]?.id ?? "";
      const known = found(model, "error");
      const errors = new Set([...known, ...known.map((one) => one.replaceAll(tool.name, id))]);
      const isNew = (one: string) =>
        !errors.has(one) && !(one.startsWith("two-systems") && isOwnedTwice(known, one, id));
      expect(found(after, "error").filter(isNew)).toEqual([]);
      const isTold = (one: string) => one.startsWith(`marketing-tool-owns-core-data ${tool.name} `);
      expect(found(after).filter(isTold)).toEqual([]);
      expect(diff(model, after).elements.every(({ change }) => change !== "removed")).toBe(true);
    }
  });

  test("what is merged has the relations of both", () => {
    for (const tool of ofKind(model, "tool")) {
      const question = merge.ask(model, at(model, tool));
      if ("refused" in question) continue;
      const [choice] = question.choices;
      const done = merge.run(model, at(model, tool), choice?.id ?? "");
      if ("refused" in done) {
        expect(done.refused.en).toContain("twice");
        continue;
      }
      const after = tried(merge, model, at(model, tool));
      const into = choice?.id ?? "";
      expect(after.byName.has(tool.name)).toBe(false);
      const expected = relationsOf(model, (name) =>
        name
          .split(" -> ")
          .map((end) => (end === tool.name ? into : end))
          .join(" -> "),
      );
      const between = (one: string) => one.includes(`${into} -> ${into}`);
      const missing = [...expected].filter((one) => !relationsOf(after).has(one) && !between(one));
      expect(
        missing.filter((one) => !isSingle(one, into)).filter((one) => !isCovered(one, expected)),
      ).toEqual([]);
      expect([...relationsOf(after)].filter((one) => !expected.has(one))).toEqual([]);
    }
  });

  test("what is retired loses its own relations, and no one else's", () => {
    for (const tool of ofKind(model, "tool")) {
      if ("refused" in retire.ask(model, at(model, tool))) continue;
      const after = tried(retire, model, at(model, tool));
      const { relations, elements } = diff(model, after);
      for (const { change, from, to } of relations) {
        expect(change).toBe("removed");
        expect(
          [from, to].some((end) => end.split(" -> ").includes(tool.name)),
          `${from} ${to}`,
        ).toBe(true);
      }
      for (const { change, id } of elements)
        expect([change, id.split(" -> ").includes(tool.name)]).toEqual([
          change === "changed" ? "changed" : "removed",
          true,
        ]);
      expect(after.byName.get(tool.name)?.declaration.properties.get("status")?.values[0]?.text).toBe(
        "retired",
      );
    }
  });
});

/** Whether the data of a finding about two systems of record had two before. */
function isOwnedTwice(known: readonly string[], one: string, id: string): boolean {
  const data = one.split(" ").at(-1) ?? "";
  return (
    one.includes(id) && known.some((other) => other.startsWith("two-systems") && other.endsWith(` ${data}`))
  );
}

function relationsOf({ relations }: Model, name = (text: string) => text): ReadonlySet<string> {
  return new Set(relations.map(({ type, from, to }) => `${type} ${name(from.name)} > ${name(to.name)}`));
}

/** What can be said once is lost where the other says it too. */
function isSingle(relation: string, into: string): boolean {
  return relation.startsWith(`vendor ${into} `) || relation.startsWith(`accountable ${into} `);
}

/** An entity need not be named beside its domain. */
function isCovered(relation: string, all: ReadonlySet<string>): boolean {
  return all.has(relation.slice(0, relation.lastIndexOf(".")));
}

test("what is laid out is laid out", () => {
  for (const [, { project }] of houses) for (const { text } of project.files) expect(format(text)).toBe(text);
});
