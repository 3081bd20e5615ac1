import { test } from "vitest";
import { fix } from "../../server/features/fix.ts";
import { applied, expectGone } from "./repaired.ts";
import type { Model } from "../../server/model/model.ts";
import { checker } from "../support/check.ts";
import { shortPath, unindent } from "../support/fixture.ts";

/** The repairs offered at the cursor, and the files that the best one leaves. */
const check = checker(({ model, at }) => {
  const repairs = fix(model, at.path, { start: at.offset, end: at.offset });
  const [first] = repairs;
  if (!first) return "nothing to repair";
  const after = applied(model, first);
  expectGone(model, after, first);
  const titles = repairs.map(({ title, preferred }) => `${preferred ? "*" : "-"} ${title.en}`);
  const changed = after.project.files.filter(({ path, text }) => text !== textAt(model, path));
  const files = changed.map(({ path, text }) => `//- ${shortPath(path)}\n${text.replaceAll("\r", "␍")}`);
  return [...titles, ...files].join("\n");
});

function textAt(model: Model, path: string): string | undefined {
  return model.project.files.find((file) => file.path === path)?.text;
}

test("an unknown kind becomes the one that was meant", () =>
  check(
    `
    misson$0 eat
    `,
    `
    * Write 'mission'
    //- main.bizarch
    mission eat
    `,
  ));

test("a kind in French becomes the language's", () =>
  check(
    `
    equipe$0 données {
      function data
    }
    `,
    `
    * Write 'team'
    //- main.bizarch
    team données {
      function data
    }
    `,
  ));

test("an unknown property becomes the one that was meant", () =>
  check(
    `
    tool pim {
      categry$0 pim
    }
    `,
    `
    * Write 'category'
    //- main.bizarch
    tool pim {
      category pim
    }
    `,
  ));

test("a word that is nearly one is corrected", () =>
  check(
    `
    domain 𝒳 "𝒳𝒳" corr$0
    `,
    `
    * Write 'core'
    //- main.bizarch
    domain 𝒳 "𝒳𝒳" core
    `,
  ));

test("an unknown name becomes the near one, or is declared with what it has to say", () =>
  check(
    `
    //- a.bizarch crlf
    tool pim {
      category pim
      accountable data-ofice$0
    }
    //- b.bizarch
    team data-office {
      function data
    }
    `,
    `
    * Write 'data-office'
    - Declare a team 'data-ofice'
    //- a.bizarch
    tool pim {␍
      category pim␍
      accountable data-office␍
    }
    `,
  ));

test("a missing element is declared at the end of the file", () =>
  check(
    `
    //- a.bizarch crlf
    tool pim {
      category pim
      accountable juridique$0
    }
    `,
    `
    * Declare a team 'juridique'
    //- a.bizarch
    tool pim {␍
      category pim␍
      accountable juridique␍
    }␍
    ␍
    team juridique "Juridique" {␍
      function executive␍
    }␍
    `,
  ));

test("a missing goal serves the mission that there is", () =>
  check(
    `
    mission eat
    chain c {
      serves know$0
    }
    `,
    `
    * Declare a goal 'know'
    //- main.bizarch
    mission eat
    chain c {
      serves know
    }

    goal know "Know" {
      serves eat
    }
    `,
  ));

test("a missing entity goes into the domain that its name says", () =>
  check(
    `
    //- data.bizarch
    domain catalog {
      entity Product
    }
    //- tool.bizarch
    tool erp {
      category erp
      owns catalog.Supplying$0
    }
    `,
    `
    * Declare an entity 'catalog.Supplying'
    //- data.bizarch
    domain catalog {
      entity Product
      entity Supplying
    }
    `,
  ));

test("a missing domain comes with its entity", () =>
  check(
    `
    tool erp {
      category erp
      owns stock.Level$0
    }
    `,
    `
    * Declare an entity 'stock.Level'
    //- main.bizarch
    tool erp {
      category erp
      owns stock.Level
    }

    domain stock "Stock" {
      entity Level
    }
    `,
  ));

test("the entity of an association goes into the domain around it", () =>
  check(
    `
    domain catalog {
      entity Product {
        supplier: Maker$0
      }
    }
    `,
    `
    * Declare an entity 'Maker'
    //- main.bizarch
    domain catalog {
      entity Product {
        supplier: Maker
      }
      entity Maker
    }
    `,
  ));

test("the ends of a flow are declared", () =>
  check(
    `
    tool pim {
      category pim
    }
    flow pim -> shop$0
    `,
    `
    * Declare a tool 'shop'
    - Declare a stakeholder 'shop'
    - Declare a vendor 'shop'
    //- main.bizarch
    tool pim {
      category pim
    }
    flow pim -> shop

    tool shop "Shop" {
      category crm
    }
    `,
  ));

test("what a name gives away is the category", () =>
  check(
    `
    mission eat
    tool our-pim$0
    `,
    `
    * Add 'category pim'
    //- main.bizarch
    mission eat
    tool our-pim {
      category pim
    }
    `,
  ));

test("a goal without a mission gets one", () =>
  check(
    `
    goal know$0 "Know them"
    `,
    `
    * Declare a mission 'know-mission', and add 'serves know-mission'
    * Declare a kpi 'know-kpi', and add 'measured-by know-kpi'
    //- main.bizarch
    goal know "Know them" {
      serves know-mission
    }

    mission know-mission "Know mission"
    `,
  ));

test("several words are offered where none is likelier", () =>
  check(
    `
    stakeholder foyer$0
    `,
    `
    - Add 'kind customer'
    - Add 'kind employee'
    - Add 'kind supplier'
    - Add 'kind partner'
    - Add 'kind shareholder'
    - Add 'kind citizen'
    - Add 'kind regulator'
    - Add 'kind competitor'
    //- main.bizarch
    stakeholder foyer {
      kind customer
    }
    `,
  ));

test("an unknown rule becomes the one that was meant", () =>
  check(
    `
    policy {
      warning orphan-tol$0
    }
    `,
    `
    * Write 'orphan-tool'
    //- main.bizarch
    policy {
      warning orphan-tool
    }
    `,
  ));

test("a waiver that nobody needs goes, and leaves the others", () =>
  check(
    `
    mission eat
    policy {
      warning orphan-tool
      allow no-mission$0 for eat because "once" until 2026-12-31
    }
    `,
    `
    * Remove this exception
    //- main.bizarch
    mission eat
    policy {
      warning orphan-tool
    }
    `,
  ));

test("a policy that only held that waiver goes with it", () =>
  check(
    `
    mission eat
    policy {
      allow no-mission$0 for eat because "once" until 2026-12-31
    }
    `,
    `
    * Remove this exception
    //- main.bizarch
    mission eat
    `,
  ));

test("a policy that goes leaves one blank line behind, or none", () => {
  const policy = `
    policy {
      allow no-mission$0 for eat because "once" until 2026-12-31
    }`;
  const title = "* Remove this exception\n//- main.bizarch\n";
  const cases: readonly (readonly [string, string])[] = [
    ["mission eat\n\nPOLICY\n\ngoal g { serves eat }\n", "mission eat\n\ngoal g { serves eat }\n"],
    ["mission eat\n\nPOLICY\n", "mission eat\n"],
    ["POLICY\n\nmission eat\n", "mission eat\n"],
    ["mission eat\nPOLICY\n\ngoal g { serves eat }\n", "mission eat\n\ngoal g { serves eat }\n"],
    [
      "mission eat\r\n\r\nPOLICY\r\n\r\ngoal g { serves eat }\r\n",
      "mission eat␍\n␍\ngoal g { serves eat }␍\n",
    ],
  ];
  for (const [text, expected] of cases) {
    const eol = text.includes("\r") ? "\r\n" : "\n";
    check(text.replace("POLICY", unindent(policy).trimEnd().replaceAll("\n", eol)), title + expected);
  }
});

test("a block on one line is opened where the line would be long", () =>
  check(
    `
    team office { function data }
    initiative menus "A week of menus within the money" { accountable ofice$0; until 2027-01-31; improves services }
    `,
    `
    * Write 'office'
    - Declare a team 'ofice'
    //- main.bizarch
    team office { function data }
    initiative menus "A week of menus within the money" {
      accountable office
      until 2027-01-31
      improves services
    }
    `,
  ));

test("a rule's own repair is offered", () =>
  check(
    `
    mission eat
    domain customer core {
      embodies shop
    }
    business-model shop {
      serves eat
    }
    tool mdm {
      category mdm
      accountable data-office
    }
    team data-office {
      function data
    }
    tool cdp {
      category cdp
      owns customer$0
    }
    `,
    `
    * Let 'mdm' own 'customer', and 'cdp' read it
    //- main.bizarch
    mission eat
    domain customer core {
      embodies shop
    }
    business-model shop {
      serves eat
    }
    tool mdm {
      category mdm
      accountable data-office
      owns customer
    }
    team data-office {
      function data
    }
    tool cdp {
      category cdp
      reads customer
    }
    `,
  ));

test("where all is well there is nothing to repair", () => check("mission ea$0t", "nothing to repair"));

test("a block that is never closed is closed where it ends, in the file's own line ends", () =>
  check(
    `
    //- a.bizarch crlf
    domain d
    tool pim {$0
      category pim

    tool web { category website }
    `,
    `
    * Add '}'
    //- a.bizarch
    domain d␍
    tool pim {␍
      category pim␍
    }␍
    ␍
    tool web { category website }␍
    `,
  ));

test("a text in typographic quotes gets straight ones, its own quotes escaped", () =>
  check(
    `
    mission m “Help "people"$0 eat”
    `,
    String.raw`
    * Write '"Help \"people\" eat"'
    //- main.bizarch
    mission m "Help \"people\" eat"
    `,
  ));

test("an exception that has ended goes, with the policy that said nothing else", () =>
  check(
    `
    mission m
    domain d
    policy {
      allow orphan-domain for d because "Until the model is written" until 2026-0$06-01
    }
    `,
    `
    * Remove this exception
    //- main.bizarch
    mission m
    domain d
    `,
  ));

test("it leaves neither a semicolon nor a second blank line", () => {
  check(
    `
    //- a.bizarch crlf
    mission m

    policy {
      // Not needed any more
      allow no-mi$0ssion for m because "Once" until 2027-01-01
    }

    mission n
    `,
    `
    * Remove this exception
    //- a.bizarch
    mission m␍
    ␍
    mission n␍
    `,
  );
  check(
    'mission m\npolicy { off vanity-kpi; allow no-$0mission for m because "Once" until 2027-01-01 }',
    "* Remove this exception\n//- main.bizarch\nmission m\npolicy { off vanity-kpi }",
  );
});

test("of two words that contradict each other either may go", () =>
  check(
    `
    domain d {
      quality cle$0an, partial
    }
    `,
    `
    - Remove 'clean'
    - Remove 'partial'
    //- main.bizarch
    domain d {
      quality partial
    }
    `,
  ));
