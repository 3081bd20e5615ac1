import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareRename } from "../../server/features/prepare-rename.ts";
import { rename, renamedNames } from "../../server/features/rename.ts";
import { applyEdits, type Edit } from "../../server/model/edit.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import { nameSite } from "../../server/model/mentions.ts";
import { locate } from "../../server/model/edit.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { checker, covered, type Asked } from "../support/check.ts";
import { FIXTURE_SETTINGS, ROOT, shortPath } from "../support/fixture.ts";

/** All files after a rename, or why there is none. */
const printed =
  (name: string) =>
  ({ model, at }: Asked): string => {
    const renamed = rename(model, at, name);
    if ("refused" in renamed) return `✗ ${renamed.refused.en}`;
    const files = after(model, renamed.edits);
    return files
      .map(({ path, text }) => `//- ${shortPath(path)}\n${text.replaceAll("\r", "").trimEnd()}`)
      .join("\n");
  };

function after({ project }: Model, edits: readonly Edit[]) {
  return project.files.map(({ path, text }) => {
    const own = edits.filter((edit) => edit.path === path);
    return { path, text: applyEdits(text, own) };
  });
}

const check = (name: string, text: string, expected: string) => checker(printed(name))(text, expected);

const HOUSE = `
  //- a.bizarch crlf
  /* 𝒳 */ domain client "client 𝒳" {
    entity Foyer { chef: Personne; membres: client.Personne list }
    entity Personne
  }
  //- b.bizarch
  tool crm { category crm; owns client; reads client.Foyer, client . Personne }
  flow crm -> crm { carries client.Foyer }
  view v { show tool[owns = client.Foyer]; around client }
  policy { allow lock-in for client.Foyer because "client" until 2027-01-01 }
`;

const at = (word: string): string => HOUSE.replace(word, `${word}$0`);

const RENAMED = `
  //- a.bizarch
  /* 𝒳 */ domain référentiel "client 𝒳" {
    entity Foyer { chef: Personne; membres: référentiel.Personne list }
    entity Personne
  }
  //- b.bizarch
  tool crm { category crm; owns référentiel; reads référentiel.Foyer, référentiel . Personne }
  flow crm -> crm { carries référentiel.Foyer }
  view v { show tool[owns = référentiel.Foyer]; around référentiel }
  policy { allow lock-in for référentiel.Foyer because "client" until 2027-01-01 }
`;

test("a domain is renamed in every dotted name, from wherever it is asked, and titles stay", () => {
  check("référentiel", at("domain client"), RENAMED);
  check("  référentiel ", at("around client"), RENAMED);
  check("référentiel", HOUSE.replace("reads client.", "reads cli$0ent."), RENAMED);
});

test("an entity is renamed by its own part alone", () =>
  check("Ménage", at("reads client.Foyer"), HOUSE.replace(" crlf", "").replaceAll("Foyer", "Ménage")));

test("ends of flows, chains, teams", () =>
  check(
    "board",
    `
    team direc$0tion { function executive }
    team data { function data; reports-to direction }
    kpi k { audience direction, data; from d }
    domain d { accountable direction }
    `,
    `
    //- main.bizarch
    team board { function executive }
    team data { function data; reports-to board }
    kpi k { audience board, data; from d }
    domain d { accountable board }
    `,
  ));

test("a rule of the project's own, where the policy names it too", () =>
  check(
    "eu",
    'rule loc$0al "EU" { forbid tool owns entity }\npolicy { warning local }',
    '//- main.bizarch\nrule eu "EU" { forbid tool owns entity }\npolicy { warning eu }',
  ));

test("a name that would mean something else is written longer", () =>
  check(
    "y",
    `
    //- a.bizarch
    namespace fr
    team ch$0ef { function it }
    //- b.bizarch
    namespace fr.sud
    team y { function data }
    tool t { category erp; accountable chef }
    `,
    `
    //- a.bizarch
    namespace fr
    team y { function it }
    //- b.bizarch
    namespace fr.sud
    team y { function data }
    tool t { category erp; accountable fr.y }
    `,
  ));

test("where even the whole name would mean something else, nothing is renamed", () =>
  check(
    "x",
    `
    //- a.bizarch
    namespace fr
    team x { function it }
    tool t { category erp; accountable deux }
    //- b.bizarch
    team deu$0x { function data }
    `,
    "✗ a.bizarch:3 could no longer name it: 'deux' would mean something else there, even in full. Choose another name.",
  ));

describe("refused, with a reason", () => {
  test.each([
    [
      "a taken name",
      "b",
      "tool a$0 { category erp }\ntool b { category erp }",
      "'b' is taken: main.bizarch:2 declares",
    ],
    ["a taken name in the domain", "B", "domain d { entity A$0; entity B }", "'B' is taken"],
    ["no name", "  ", "tool a$0 { category erp }", "A name cannot be empty."],
    ["two words", "a b", "tool a$0 { category erp }", "'a b' cannot be a name."],
    ["a dotted name", "a.b", "tool a$0 { category erp }", "'a.b' has a dot"],
    ["a sign", "a-", "tool a$0 { category erp }", "'a-' cannot be a name."],
    ["a keyword", "x", "too$0l a { category erp }", "'tool' is a word of the language"],
    ["a word of the language", "x", "tool a { category er$0p }", "'erp' is a word of the language"],
    ["a title", "x", 'tool a "Ti$0tle" { category erp }', "This is the title"],
    ["a flow", "x", "tool a { category erp }\nflow a -$0> a", "A flow has no name of its own"],
    ["a name of nothing", "x", "tool a { category erp; vendor no$0body }", "Nothing is called 'nobody' here"],
    ["a rule of ours", "x", "policy { off orphan-t$0ool }", "'orphan-tool' is not a rule of this project."],
    ["nothing", "x", "tool a { category erp }\n$0\n", "There is no name here."],
    ["a comment", "x", "// a$0", "There is no name here."],
    [
      "what would be meant by others",
      "b",
      "tool a$0 { category erp }\ntool c { category erp; vendor b }",
      "main.bizarch:2 says 'b', which names nothing yet",
    ],
  ])("%s", (_, name, text, reason) => {
    checker(({ model, at: place }) => {
      const renamed = rename(model, place, name);
      return "refused" in renamed && renamed.refused.en.startsWith(reason) && renamed.refused.fr !== ""
        ? "yes"
        : "no";
    })(text, "yes");
  });
});

test("what is prepared is the part under the cursor, with the name that it has", () => {
  const prepared = checker(({ model, at: place }) => {
    const found = prepareRename(model, place);
    return "refused" in found ? "-" : `${covered(model, place.path, found.span)} ${found.name}`;
  });
  prepared("domain d { entity É }\ntool t { category erp; owns d$0.É }", "d d");
  prepared("domain d { entity É }\ntool t { category erp; owns d.$0É }", "É É");
  prepared("domain d$0 {", "d d");
  prepared("domain $0", "-");
});

const drift = join(import.meta.dirname, "../../samples/retail-drift");
const files = readdirSync(drift)
  .filter((name) => name.endsWith(".bizarch"))
  .map((name) => ({ path: `${ROOT}/${name}`, text: readFileSync(join(drift, name), "utf8") }));

function modelFrom(sources: typeof files): Model {
  const [project] = snapshotOf(sources, [ROOT], FIXTURE_SETTINGS).projects.values();
  if (!project) throw new Error("No project.");
  return modelOf(project);
}

/** Which element names which, under what, by their places in the model. */
function shape({ elements, relations }: Model): readonly string[] {
  const index = new Map(elements.map((element, at) => [element, at]));
  return relations.map(({ type, from, to }) => `${String(index.get(from))} ${type} ${String(index.get(to))}`);
}

test("after any rename all names mean what they meant, and renaming back gives the text that was", () => {
  const model = modelFrom(files);
  const named = model.elements.filter(({ declaration }) => declaration.id);
  const name = fc.oneof(
    fc.constantFrom("zed", "élan-vital", "tool", "Product", "crm", "customer", "x_1"),
    fc.constantFrom(...named.map(({ id }) => id)),
  );
  let done = 0;
  fc.assert(
    fc.property(fc.constantFrom(...named), name, (element, wanted) => {
      const { start } = locate(model, nameSite(element));
      const renamed = rename(model, { path: element.path, offset: start }, wanted);
      if ("refused" in renamed) return;
      done++;
      const sources = after(model, renamed.edits);
      const next = modelFrom(sources);
      expect(shape(next)).toEqual(shape(model));
      expect(next.findings.map(({ rule }) => rule)).toEqual(model.findings.map(({ rule }) => rule));
      const same = next.elements[model.elements.indexOf(element)];
      if (!same) throw new Error("It is gone.");
      const place = { path: same.path, offset: locate(next, nameSite(same)).start };
      const back = rename(next, place, element.id);
      if (!("refused" in back) && renamed.edits.every(({ text }) => text === wanted))
        expect(after(next, back.edits)).toEqual(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
    }),
    { numRuns: 60 },
  );
  expect(done).toBeGreaterThan(20);
});

describe("which name becomes which", () => {
  const names = checker(({ model, at }) => {
    const { from, to } = renamedNames(model, at, "new") ?? {};
    return from === undefined ? "none" : `${from} → ${to ?? ""}`;
  });

  test("of an element, with all that it is in", () =>
    names(
      "//- a.bizarch\nnamespace retail\ndomain cat { entity $0Product }\n",
      "retail.cat.Product → retail.cat.new",
    ));

  test("of a reference, that which it stands for", () =>
    names("//- a.bizarch\ndomain cat { entity Product }\ntool pim { owns $0cat.Product }\n", "cat → new"));

  test("of a part of a namespace", () =>
    names("//- a.bizarch\nnamespace retail.$0fr\ntool pim\n", "retail.fr → retail.new"));

  test("of a word of the language, none", () => names("//- a.bizarch\nto$0ol pim\n", "none"));
});
