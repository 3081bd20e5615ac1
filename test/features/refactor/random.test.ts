import fc from "fast-check";
import { expect, test } from "vitest";
import { refactorings } from "../../../server/features/refactor/refactorings.ts";
import { modelOf } from "../../../server/model/link.ts";
import { referencesOf } from "../../../server/model/mentions.ts";
import type { Element, Model } from "../../../server/model/model.ts";
import { referentOf } from "../../../server/model/reference.ts";
import { diff } from "../../../server/review/diff.ts";
import { fixture, projectIn } from "../../support/fixture.ts";
import { unformatted } from "../../support/unformatted.ts";
import { carriedOut } from "./carried-out.ts";

/** Statements over few names, in two namespaces, so that names are in each other's way. */
const id = fc.constantFrom("a", "b", "é", "fr");
const entity = fc.constantFrom("E", "F", "G");
const data = fc.oneof(
  id,
  fc.tuple(id, entity).map(([domain, one]) => `${domain}.${one}`),
  fc.tuple(id, entity).map(([domain, one]) => `fr.${domain}.${one}`),
);
const list = fc.uniqueArray(data, { minLength: 1, maxLength: 3 }).map((names) => names.join(", "));
const toolId = fc.constantFrom("pim", "crm", "a", "é-1");
const line = (key: string, values: fc.Arbitrary<string>) =>
  fc.option(values, { nil: undefined }).map((text) => (text === undefined ? "" : `  ${key} ${text}\n`));
const comment = fc.constantFrom("", "// noted 𝒳\n", "/// Said.\n", "// apart\n\n", "/* a */\n");

const tool = fc
  .tuple(
    comment,
    toolId,
    line("owns", list),
    line("writes", list),
    line("reads", list),
    line("lifespan", fc.constantFrom("1y", "2y")),
  )
  .map(([above, name, ...lines]) => `${above}tool ${name} {\n  category crm\n${lines.join("")}}`);
const domain = fc
  .tuple(comment, id, fc.constantFrom("", " core"), fc.uniqueArray(entity, { maxLength: 3 }), data)
  .map(([above, name, flag, entities, of]) => {
    const lines = entities.map((one) => `\n  entity ${one} {\n    of: ${of}\n  }\n`);
    return `${above}domain ${name}${flag} {\n  lifespan 9y\n${lines.join("")}}`;
  });
const flow = fc
  .tuple(
    comment,
    fc.array(toolId, { minLength: 2, maxLength: 4 }),
    fc.constantFrom("", ' "T"'),
    line("carries", list),
  )
  .map(
    ([above, ends, title, carried]) =>
      `${above}flow ${ends.join(" -> ")}${title}${carried === "" ? "" : ` {\n${carried}}`}`,
  );
const other = fc.constantFrom(
  'policy {\n  allow lock-in for crm because "x" until 2027-01-01\n  allow lock-in for pim because "x" until 2027-01-01\n}',
  'policy {\n  allow manual-flow for crm -> pim because "x" until 2027-01-01\n}',
  "chain c {\n  collect pim, crm\n}",
  "initiative i {\n  uses crm\n  changes crm -> pim, pim, a\n}",
  "view v {\n  around crm, a, fr.a\n  show tool[owns = a]\n}",
  "team é {\n  function data\n  architects a\n}",
  "tool half {",
  "dom",
);
const file = fc
  .tuple(
    fc.constantFrom("", "namespace fr\n\n", "// head\n\n"),
    fc.array(fc.oneof(tool, domain, flow, other), { maxLength: 7 }),
  )
  .map(([head, statements]) => `${head}${statements.join("\n\n")}\n`);

function model(files: readonly string[]): Model {
  const text = files
    .map((one, index) => `//- f${String(index)}.bizarch${index === 1 ? " crlf" : ""}\n${one}`)
    .join("\n");
  return modelOf(projectIn(fixture(text)));
}

const languageFound = (one: Model): readonly string[] => one.findings.map(({ rule }) => rule).toSorted();

/**
 * The elements that are known by what is written in them: flows whose ends are not there, and those that name a flow that
 * is not there, or something of a kind that does not fit. The names in them follow all the same. Of two of one name,
 * nobody knows which became which.
 */
function unsure(model: Model): ReadonlySet<Element> {
  const flows = model.elements.filter(({ declaration, ends }) => declaration.ends && !ends);
  const naming = referencesOf(model).flatMap((reference) => {
    const { from, value } = reference;
    const isLoose = value.type === "path" || referentOf(model, reference) !== undefined;
    return from && isLoose && model.targets.get(value) === undefined ? [from] : [];
  });
  const twins = model.elements.filter((element) => model.byName.get(element.name) !== element);
  const ofTwins = twins.flatMap(({ name }) => model.byName.get(name) ?? []);
  // What `a -> b -> c` says, it says of each of its flows, and is known as a reference of the first.
  const statements = new Set(naming.map(({ declaration }) => declaration.statement));
  const beside = model.elements.filter(({ declaration }) => statements.has(declaration.statement));
  return new Set([...flows, ...naming, ...beside, ...twins, ...ofTwins]);
}

/** A tool retires, and with it the last two statements of a file: a flow, and the exception of another one that goes. */
const LAST_TWO: [string[], number, number, number] = [
  [
    "domain a {\n  lifespan 9y\n}\n",
    'tool pim {\n  category crm\n  owns a.E\n  reads fr.a.E, a.E\n}\n\n// apart\n\ntool crm {\n  category crm\n  writes fr.a.E, fr.a.F, a.E\n  reads fr.a.E\n}\n\n// apart\n\nflow pim -> pim -> pim {\n  carries a, fr.E\n}\n\npolicy {\n  allow manual-flow for crm -> pim because "x" until 2027-01-01\n}\n',
    "flow crm -> pim\n",
  ],
  2050666474,
  18,
  0,
];

test("nothing is broken, and nothing means something else, whatever is refactored", () => {
  const done = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(file, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      (files, where, which, choice) => {
        const before = model(files);
        const source = before.project.files[where % before.project.files.length];
        const refactoring = refactorings[which % refactorings.length];
        if (!source || !refactoring) return;
        const offset = where % (source.text.length + 1);
        const selection = { path: source.path, span: { start: offset, end: offset } };
        const question = refactoring.ask(before, selection);
        if ("refused" in question) return;
        const chosen = question.choices[choice % Math.max(1, question.choices.length)]?.id ?? "";
        const result = refactoring.run(before, selection, chosen);
        if ("refused" in result) return;
        done.set(refactoring.id, (done.get(refactoring.id) ?? 0) + 1);
        const after = carriedOut(before, result.edits);
        const known = languageFound(before);
        if (refactoring.id !== "declareMissing")
          expect(languageFound(after).length).toBeLessThanOrEqual(known.length);
        if (unformatted(before).length === 0) expect(unformatted(after)).toEqual([]);
        if (refactoring.sort !== "move") return;
        const { elements, relations } = diff(before, after);
        // A flow between what is not there is known by what is written.
        const loose = new Set([...unsure(before), ...unsure(after)]);
        const isKnown = ({ before: old, after: now }: (typeof elements)[number]): boolean =>
          ![old, now].some((one) => one && loose.has(one));
        const others = elements.filter(({ change }) => change !== "renamed").filter(isKnown);
        expect(others.map(({ id: name }) => name)).toEqual([]);
        expect(relations.filter(({ stays }) => stays)).toEqual([]);
      },
    ),
    { numRuns: 2500, examples: [LAST_TWO] },
  );
  for (const { id: name } of refactorings) expect([name, (done.get(name) ?? 0) > 2]).toEqual([name, true]);
});
