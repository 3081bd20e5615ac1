import { test } from "vitest";
import { definition } from "../../server/features/definition.ts";
import { checker, covered } from "../support/check.ts";
import { shortPath } from "../support/fixture.ts";

/** The words that were asked about, and where they lead: the file, the name there, and the first line around it. */
const check = checker(({ model, at }) => {
  const found = definition(model, at);
  if (!found) return undefined;
  const { path, name, whole } = found.to;
  const [line] = covered(model, path, whole).split(/\r?\n/);
  return `[${covered(model, at.path, found.span)}] → ${shortPath(path)}: [${covered(model, path, name)}] in [${line ?? ""}]`;
});

const DATA = `
  //- data.bizarch crlf
  // 𝒳 before everything
  domain catalogue "𝒳" {
    entity Produit {
      sku: id key
    }
  }
  tool pim { category pim }
  tool web { category website }
  flow pim -> web
`;

test("a reference in another file", () =>
  check(
    `${DATA}\n//- a.bizarch\nchain c { collect pi$0m }`,
    "[pim] → data.bizarch: [pim] in [tool pim { category pim }]",
  ));

test("the end of a dotted reference", () =>
  check(
    `${DATA}\n//- a.bizarch\nkpi k { from catalogue.Prod$0uit }`,
    "[Produit] → data.bizarch: [Produit] in [entity Produit {]",
  ));

test("the beginning of a dotted reference", () =>
  check(
    `${DATA}\n//- a.bizarch\nkpi k { from cata$0logue.Produit }`,
    '[catalogue] → data.bizarch: [catalogue] in [domain catalogue "𝒳" {]',
  ));

test("an end of a flow", () =>
  check(
    `${DATA}\n//- a.bizarch\nflow web -> pi$0m`,
    "[pim] → data.bizarch: [pim] in [tool pim { category pim }]",
  ));

test("each end of a chain of flows", () =>
  check(
    `${DATA}\n//- a.bizarch\nflow web -> pi$0m -> web`,
    "[pim] → data.bizarch: [pim] in [tool pim { category pim }]",
  ));

test("an association", () =>
  check(
    `${DATA}\n//- a.bizarch\ndomain d { entity E { of: catalogue.Produi$0t } }`,
    "[Produit] → data.bizarch: [Produit] in [entity Produit {]",
  ));

test("an exception in the policy", () =>
  check(
    `${DATA}\n//- a.bizarch\npolicy { allow orphan-tool for pi$0m because "x" until 2027-01-01 }`,
    "[pim] → data.bizarch: [pim] in [tool pim { category pim }]",
  ));

test("an exception for a flow", () =>
  check(
    `${DATA}\n//- a.bizarch\npolicy { allow orphan-tool for pim -> we$0b because "x" until 2027-01-01 }`,
    "[web] → data.bizarch: [web] in [tool web { category website }]",
  ));

test("an arrow leads to the edge", () => {
  check(
    `${DATA}\n//- a.bizarch\npolicy { allow orphan-tool for pim -$0> web because "x" until 2027-01-01 }`,
    "[->] → data.bizarch: [pim -> web] in [flow pim -> web]",
  );
  check(`${DATA}\n//- a.bizarch\nflow web -$0> pim`, "[->] → a.bizarch: [web -> pim] in [flow web -> pim]");
  check(`${DATA}\n//- a.bizarch\ninitiative i { changes web -$0> pim }`, "-");
});

test("a name of a kind that does not fit leads there all the same", () => {
  check(
    `${DATA}\n//- a.bizarch\ntool crm { category crm; accountable pi$0m }`,
    "[pim] → data.bizarch: [pim] in [tool pim { category pim }]",
  );
  check(
    `${DATA}\n//- a.bizarch\nnamespace fr\nflow catalogue.Prod$0uit -> pim`,
    "[Produit] → data.bizarch: [Produit] in [entity Produit {]",
  );
});

test("a rule of the project's own in a namespace, and what only bears the name of a rule", () => {
  check(
    'namespace fr\nrule own "x" { forbid tool owns entity }\npolicy { error o$0wn }',
    '[own] → main.bizarch: [own] in [rule own "x" { forbid tool owns entity }]',
  );
  check("tool orphan-tool { category crm }\npolicy { error orphan-to$0ol }", "-");
});

test("a name in a selector", () =>
  check(
    "team t { function data }\nview v { show tool[accountable = $0t] }",
    "[t] → main.bizarch: [t] in [team t { function data }]",
  ));

test("a rule of the project's own", () =>
  check(
    'rule own "x" { forbid tool owns entity }\npolicy { error o$0wn }',
    '[own] → main.bizarch: [own] in [rule own "x" { forbid tool owns entity }]',
  ));

test("the name of a declaration leads to itself", () =>
  check("mission ea$0t", "[eat] → main.bizarch: [eat] in [mission eat]"));

test("a cursor behind the last letter still stands on the word", () =>
  check("tool a { category erp }\nflow a$0 -> a", "[a] → main.bizarch: [a] in [tool a { category erp }]"));

test("in a namespace", () =>
  check(
    "//- a.bizarch\nnamespace retail.fr\ntool pim { category pim }\n//- b.bizarch\nchain c { collect retail.fr.pi$0m }",
    "[pim] → a.bizarch: [pim] in [tool pim { category pim }]",
  ));

test("words that are no names lead nowhere", () => {
  check("tool pim { cate$0gory pim }", "-");
  check("tool pim { category pi$0m }", "-");
  check("to$0ol pim { category pim }", "-");
  check(
    'mission a "so$0me words" // and more',
    '["some words"] → main.bizarch: [a] in [mission a "some words"]',
  );
  check("chain c { collect unkno$0wn }", "-");
});
