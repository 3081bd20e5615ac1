import { expect, test } from "vitest";
import { rules } from "../../server/rules/index.ts";
import { unindent } from "../support/fixture.ts";
import { printed, QUIET, reviewed, type Files } from "./sides.ts";

function check(base: string | Files, head: string | Files, expected: string): void {
  const side = (files: string | Files): Files => ({
    "policy.bizarch": QUIET,
    ...(typeof files === "string" ? { "main.bizarch": unindent(files) } : files),
  });
  expect(printed(reviewed(side(base), side(head)))).toBe(unindent(expected).trimEnd());
}

const HOUSE = `
  domain catalog "Product catalog" core {
    accountable office
    entity Product { sku: id key; supplier: partners.Supplier }
    entity Media { of: Product }
  }
  domain partners { entity Supplier { name: text } }
  team office { function data; architects catalog }
  tool pim { category pim; owns catalog; accountable office }
  tool webshop { category website; reads catalog.Product }
  flow pim -> webshop "Nightly" { carries catalog.Product }
  view around { around catalog; show tool[accountable = office] }
`;

test("a domain in use: one rename, and nothing of what follows from it", () =>
  check(
    HOUSE,
    HOUSE.replaceAll("catalog", "products").replace("Product products", "Product catalog"),
    "renamed domain products (was catalog)",
  ));

test("an entity without a title", () =>
  check(
    HOUSE,
    HOUSE.replaceAll("Product ", "Article ")
      .replaceAll("Product;", "Article;")
      .replaceAll("Product }", "Article }")
      .replace('"Article catalog"', '"Product catalog"'),
    "renamed entity catalog.Article (was catalog.Product)",
  ));

test("a tool with a flow, and a team that others name", () =>
  check(
    HOUSE,
    HOUSE.replaceAll("pim ", "plm ")

      .replaceAll("office", "data-office"),
    `
    renamed team data-office (was office)
    renamed tool plm (was pim)
    `,
  ));

test("an entity that moves to another domain", () =>
  check(
    "domain a { entity Price { amount: money; from: date } }\ndomain b { entity Other { x: id } }\ntool t { category erp; owns a.Price }",
    "domain a\ndomain b { entity Other { x: id }; entity Price { amount: money; from: date } }\ntool t { category erp; owns b.Price }",
    "renamed entity b.Price (was a.Price)",
  ));

test("a whole file under a namespace", () =>
  check(
    { "x.bizarch": unindent(HOUSE) },
    { "x.bizarch": `namespace retail.fr\n${unindent(HOUSE)}` },
    `
    renamed domain retail.fr.catalog (was catalog)
    renamed domain retail.fr.partners (was partners)
    renamed team retail.fr.office (was office)
    renamed tool retail.fr.pim (was pim)
    renamed tool retail.fr.webshop (was webshop)
    renamed view retail.fr.around (was around)
    `,
  ));

test("a rename with a change: both are told", () =>
  check(
    HOUSE,
    HOUSE.replaceAll("pim ", "plm ").replace("owns catalog", "lifespan 7y; owns catalog"),
    `
    renamed tool plm (was pim)
      lifespan - => 7y
    `,
  ));

test("a change inside of what was renamed", () =>
  check(
    HOUSE,
    HOUSE.replaceAll("catalog", "products")
      .replace("Product products", "Product catalog")
      .replace("sku: id key", "sku: text key"),
    `
    renamed domain products (was catalog)
    changed attribute products.Product.sku (was catalog.Product.sku)
      type id => text
    `,
  ));

test("another title is another thing: a tool that replaces another is no rename", () =>
  check(
    'domain d { entity E }\ntool one "Sendgrid" { category email; reads d.E }',
    'domain d { entity E }\ntool two "Brevo" { category email; reads d.E }',
    `
    removed tool one
      title Sendgrid => -
      category email => -
      reads d.E => -
    added tool two
      title - => Brevo
      category - => email
      reads - => d.E
    removed one reads d.E
    added two reads d.E
    `,
  ));

test("where two would do as well, none is taken for a rename", () =>
  check(
    "vendor a { country FR }",
    "vendor b { country FR }\nvendor c { country FR }",
    `
    removed vendor a
      country FR => -
    added vendor b
      country - => FR
    added vendor c
      country - => FR
    `,
  ));

test("nothing in common but the kind is no evidence", () =>
  check("vendor a", "vendor b", "removed vendor a\nadded vendor b\n"));

test("too little in common is another element", () =>
  check(
    "vendor a { country FR; business cloud; tags x }",
    "vendor b { country FR; business software; tags y }",
    `
    removed vendor a
      country FR => -
      business cloud => -
      tags x => -
    added vendor b
      country - => FR
      business - => software
      tags - => y
    `,
  ));

test("names that change places are told as changes, not as renames", () =>
  check(
    "vendor a { country FR }\nvendor b { country DE }",
    "vendor b { country FR }\nvendor a { country DE }",
    `
    changed vendor a
      country FR => DE
    changed vendor b
      country DE => FR
    `,
  ));

const TWO = [
  "domain d core { entity E }",
  'tool a "A" { category pim; lifespan 5y; owns d }',
  'tool b "B" { category erp; lifespan 7y; reads d }',
  "flow a -> b { carries d }",
].join("\n");

test("names that change places, where the titles and the rest went with them", () =>
  check(
    TWO,
    TWO.replaceAll(/\b[ab]\b(?! ")/g, (name) => (name === "a" ? "b" : "a"))
      .replace('tool a "A"', 'tool b "A"')
      .replace('tool b "B"', 'tool a "B"'),
    `
    renamed tool a (was b)
    renamed tool b (was a)
    `,
  ));

test("a name that was taken by another, which has a new one itself", () =>
  check(
    TWO,
    TWO.replaceAll(/\bb\b/g, "c").replaceAll(/\ba\b/g, "b"),
    `
    renamed tool b (was a)
    renamed tool c (was b)
    `,
  ));

test("a name that was taken by another, and what had it is gone", () =>
  check(
    'tool a "A" { category pim; lifespan 5y; status legacy }\ntool b "B" { category erp; lifespan 7y }',
    'tool b "A" { category pim; lifespan 5y; status legacy }',
    `
    removed tool b
      title B => -
      category erp => -
      lifespan 7y => -
    renamed tool b (was a)
    `,
  ));

test("titles that change places are no renames", () =>
  check(
    TWO,
    TWO.replace('"A"', '"C"').replace('"B"', '"A"').replace('"C"', '"B"'),
    `
    changed tool a
      title A => B
    changed tool b
      title B => A
    `,
  ));

test("domains that change places take their entities along", () =>
  check(
    'domain a "A" core { lifespan 9y; entity E { x: text } }\ndomain b "B" { entity E { y: text } }\ntool t { category pim; owns a.E }',
    'domain b "A" core { lifespan 9y; entity E { x: text } }\ndomain a "B" { entity E { y: text } }\ntool t { category pim; owns b.E }',
    `
    renamed domain a (was b)
    renamed domain b (was a)
    `,
  ));

test("under another title too, where all else agrees and it is ours to name", () =>
  check(
    HOUSE,
    HOUSE.replaceAll("catalog", "products").replace('"Product products"', '"What we sell"'),
    `
    renamed domain products (was catalog)
      title Product catalog => What we sell
    `,
  ));

test("a vendor under another title is another vendor, however much is like it", () => {
  const house = (id: string, title: string) =>
    `vendor ${id} "${title}" { business software; country US }
    ${["one", "two", "three"].map((tool) => `tool ${tool} { category crm; vendor ${id} }`).join("\n")}`;
  const { changes } = reviewed(house("a", "Alpha"), house("b", "Beta"));
  expect(changes.elements.filter(({ kind }) => kind === "vendor").map(({ change }) => change)).toEqual([
    "removed",
    "added",
  ]);
});

test("under the same title with several changes, where most still agrees", () =>
  check(
    TWO,
    TWO.replaceAll(/\ba\b/g, "z").replace("lifespan 5y", "lifespan 1y; cost 5 EUR; hosting US"),
    `
    renamed tool z (was a)
      lifespan 5y => 1y
      cost - => 5 EUR
      hosting - => US
    `,
  ));

test("a domain of which all parts were renamed too", () =>
  check(
    'domain d "Data" core { lifespan 9y; entity A { x: text; y: text }; entity K { z: text } }\ntool q { category pim; owns d.A; reads d.K }',
    'domain e "Data" core { lifespan 9y; entity B { x: text; y: text }; entity L { z: text } }\ntool q { category pim; owns e.B; reads e.L }',
    `
    renamed domain e (was d)
    renamed entity e.B (was d.A)
    renamed entity e.L (was d.K)
    `,
  ));

test("an edge of which one end is unknown follows the other", () => {
  const house = (name: string, more = "") =>
    `tool ${name} "Pim" { category pim; lifespan 3y; hosting FR }\nflow ${name} -> shop { mode api }\n${more}`;
  const shop = 'tool shop "Shop" { category website; lifespan 3y }';
  const told = (review: ReturnType<typeof reviewed>) =>
    review.changes.elements.map(({ change, id }) => `${change} ${id}`).toSorted();
  expect(told(reviewed(house("pim", shop), house("plm")))).toEqual(["removed shop", "renamed plm"]);
  expect(told(reviewed(house("plm"), house("pim", shop)))).toEqual(["added shop", "renamed pim"]);
});

test("an attribute under another name", () =>
  check(
    "domain d { entity E { sku: id key for logistics; a: text; b: text } }",
    "domain d { entity E { code: id key for logistics; a: text; b: text } }",
    "renamed attribute d.E.code (was d.E.sku)",
  ));

test("a finding stays the same under the new name", () =>
  check(
    'tool one "CDP" { category cdp; owns d }\ndomain d core { entity E }',
    'tool two "CDP" { category cdp; owns d }\ndomain d core { entity E }',
    "renamed tool two (was one)",
  ));

test("so does one of the language itself, which names it in a sentence", () => {
  const house = (name: string) =>
    `tool ${name} "CDP" { category cdp; owns d }\ndomain d core { entity E }\npolicy { allow orphan-tool for ${name} because "x" until 2027-01-01 }`;
  const { findings } = reviewed(house("one"), house("two"));
  expect([findings.introduced, findings.fixed]).toEqual([[], []]);
});

test("a finding that names several stays the same when one of them is renamed", () => {
  const house = (name: string) =>
    `
    policy { ${rules.map(({ name }) => `off ${name}`).join("; ")}; warning unreconciled-entity }
    domain d { entity E }
    tool own "Own" { category mdm; owns d }
    tool ${name} "Till" { category pos; writes d }
    tool shop "Shop" { category website; writes d }
  `.replace("off unreconciled-entity; ", "");
  const review = reviewed(house("till"), house("zeta"));
  expect(printed(review)).toBe("renamed tool zeta (was till)");
  expect(review.findings.unchanged).toBe(1);
});

test("what is in two domains of one name is not taken for what is in the one that was renamed to it", () => {
  const base =
    'domain a "Three" { entity Product; entity Order; entity Person }\ndomain b { entity Order }\ndomain b { entity Order }\n';
  const head = 'domain b "Three" { entity Order "One"; entity Product; entity Person }\n';
  const { changes } = reviewed(base, head);
  expect(changes.elements.filter(({ id }) => id === "b.Order").map(({ change }) => change)).toEqual([
    "changed",
    "removed",
    "removed",
  ]);
});
