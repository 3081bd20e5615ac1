import { test } from "vitest";
import { fileAt, locate } from "../../server/model/edit.ts";
import { mentionsOf } from "../../server/model/mentions.ts";
import { namedAt } from "../../server/model/named.ts";
import { checker, covered } from "../support/check.ts";
import { shortPath } from "../support/fixture.ts";
import { lineIndex, positionAt } from "../../grammar/text.ts";

/** A line for each mention: the file and line, the text that is covered, what it does, and who says so. */
const check = checker(({ model, at }) => {
  const named = namedAt(model, at);
  if (!named) return undefined;
  const lines = mentionsOf(model, named.element).map(({ site, use, from }) => {
    const span = locate(model, site);
    const { line } = positionAt(lineIndex(fileAt(model, site.path)?.text ?? ""), span.start);
    const text = covered(model, site.path, span);
    return `${shortPath(site.path)}:${line + 1} [${text}] ${use} ${from?.name ?? "-"}`;
  });
  return lines.join("\n");
});

const SHOP = `
  //- data.bizarch crlf
  // 𝒳 before everything
  domain catalogue "𝒳" {
    entity Produit {
      sku: id key
      remplace: Produit list
      lot: catalogue.Lot
    }
    entity Lot
  }
  //- tools.bizarch
  tool pim { category pim; owns catalogue.Produit; reads catalogue }
  tool web { category website; reads catalogue.Produit, catalogue.Lot }
  flow pim -> web -> pim { carries catalogue.Produit }
  team équipe { function data }
`;

test("a domain is named by the first part of a dotted name", () =>
  check(
    `${SHOP}
  //- a.bizarch
  kpi k { from cata$0logue.Produit }`,
    `
    data.bizarch:2 [catalogue] declaration catalogue
    a.bizarch:1 [catalogue] read k
    data.bizarch:6 [catalogue] read catalogue.Produit.lot
    tools.bizarch:1 [catalogue] read pim
    tools.bizarch:1 [catalogue] read pim
    tools.bizarch:2 [catalogue] read web
    tools.bizarch:2 [catalogue] read web
    tools.bizarch:3 [catalogue] read pim -> web
    `,
  ));

test("an entity is named by the last part, alone inside its domain, and what is said of who changes it", () =>
  check(
    `${SHOP}
  //- a.bizarch
  rule r "R" { forbid tool[owns = catalogue.Produit] reads entity }
  policy { allow siloed-domain for catalogue.Pro$0duit because "x" until 2027-01-01 }`,
    `
    data.bizarch:3 [Produit] declaration catalogue.Produit
    a.bizarch:1 [Produit] read r
    a.bizarch:2 [Produit] read -
    data.bizarch:5 [Produit] read catalogue.Produit.remplace
    tools.bizarch:1 [Produit] write pim
    tools.bizarch:2 [Produit] read web
    tools.bizarch:3 [Produit] read pim -> web
    `,
  ));

test("the ends of edges, once each, selectors, views and exceptions", () =>
  check(
    `${SHOP}
  //- z.bizarch
  view v { around web, pim -> web; show tool[vendor = nobody] }
  policy {
    allow isolated-tool for web because "x" until 2027-01-01
    allow manual-flow for pim -> we$0b because "x" until 2027-01-01
  }
  chain c { collect web, web }`,
    `
    tools.bizarch:2 [web] declaration web
    tools.bizarch:3 [web] read pim -> web
    z.bizarch:1 [web] read v
    z.bizarch:1 [web] read v
    z.bizarch:3 [web] read -
    z.bizarch:4 [web] read -
    z.bizarch:6 [web] read c
    z.bizarch:6 [web] read c
    `,
  ));

test("an edge is named as a whole, and its twins are alike in kind and title", () =>
  check(
    `${SHOP}
  //- z.bizarch
  flow pim -> web "Another"
  initiative i { changes pim -> web; uses pim }
  flow pim -$0> web { mode api }
  policy { allow manual-flow for pim -> web because "x" until 2027-01-01 }`,
    `
    tools.bizarch:3 [pim -> web] declaration pim -> web
    z.bizarch:3 [pim -> web] declaration pim -> web
    z.bizarch:2 [pim -> web] read i
    z.bizarch:4 [pim -> web] read -
    `,
  ));

test("names of a namespace, and what is declared twice", () =>
  check(
    `
    //- a.bizarch
    namespace maison.fr
    tool pim { category pim; accountable pim }
    domain d { entity A }
    //- b.bizarch
    namespace maison
    chain c { collect fr.p$0im, maison . fr /* pim */ . pim; measure fr.d.A }
    //- c.bizarch
    namespace maison.fr
    team pim { function data; reports-to pim }
    domain d { entity B { other: d.A } }
    `,
    `
    a.bizarch:2 [pim] declaration maison.fr.pim
    c.bizarch:2 [pim] declaration maison.fr.pim
    a.bizarch:2 [pim] read maison.fr.pim
    b.bizarch:2 [pim] read maison.c
    b.bizarch:2 [pim] read maison.c
    c.bizarch:2 [pim] read maison.fr.pim
    `,
  ));

test("a domain that is declared in two files is one", () =>
  check(
    `
    //- a.bizarch
    domain d { entity A { b: B } }
    kpi k { from d.B }
    //- b.bizarch
    domain d$0 { entity B { a: d.A } }
    `,
    `
    a.bizarch:1 [d] declaration d
    b.bizarch:1 [d] declaration d
    a.bizarch:2 [d] read k
    b.bizarch:1 [d] read d.B.a
    `,
  ));

test("a rule of the project's own, in whose policy it is named by its id", () =>
  check(
    `
    namespace fr
    tool own { category pim }
    rule ow$0n "R" { forbid tool owns entity }
    policy { error own; allow own for own because "x" until 2027-01-01 }
    `,
    `
    main.bizarch:2 [own] declaration fr.own
    main.bizarch:3 [own] declaration fr.own
    main.bizarch:4 [own] read -
    main.bizarch:4 [own] read -
    main.bizarch:4 [own] read -
    `,
  ));

test("what is written with accents as signs of their own is covered as it is written", () =>
  check(
    "domain cate\u0301gorie$0 { entity E }\nkpi k { from catégorie.E }".replace("\\u0301", "\u0301"),
    "main.bizarch:1 [cate\u0301gorie] declaration catégorie\nmain.bizarch:2 [catégorie] read k",
  ));

test("what cannot be read names nothing, and costs itself alone", () =>
  check(
    `
    tool pi$0m { category pim
    flow pim -> we
    flow pim ->
    chain c { collect pim, }
    chain e { collect pim
    `,
    `
    main.bizarch:1 [pim] declaration pim
    main.bizarch:2 [pim] read pim -> we
    main.bizarch:4 [pim] read c
    main.bizarch:5 [pim] read e
    `,
  ));
