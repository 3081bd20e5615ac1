import { test } from "vitest";
import { complete } from "../../server/features/complete.ts";
import { checker, covered } from "../support/check.ts";

/** The text that would be replaced, and the labels, the likeliest first. */
const check = checker(({ model, at }) => {
  const { span, items } = complete(model, at);
  const labels = items.toSorted((a, b) => a.rank - b.rank).map(({ label }) => label);
  return items.length === 0 ? "nothing" : `[${covered(model, at.path, span)}] ${labels.join(" ")}`;
});

/** One item with all that it says. */
const checkItem = (label: string) =>
  checker(({ model, at }) => {
    const found = complete(model, at).items.find((one) => one.label === label);
    return found && [found.sort, found.detail, found.doc, found.snippet ?? ""].join("\n");
  });

const HOUSE = `
  //- house.bizarch
  mission eat
  goal know "Know them" { serves eat }
  team office { function data; skills sql, python }
  team sales { function sales }
  domain catalog core {
    entity Product { sku: id key; lead: duration for logistics }
    entity Lot
  }
  domain référentiel { entity Foyer personal }
  tool pim { category pim; owns catalog }
  tool crm { category crm; tags pilot }
  stakeholder household { kind customer }
  vendor maker
  flow pim -> crm "Nightly"
  //- here.bizarch
`;

test("kinds at the top of a file", () =>
  check(
    `
    mission eat
    $0
    `,
    `
    [] mission goal business-model stakeholder value domain kpi capability team vendor tool flow chain initiative view rule policy
    `,
  ));

test("a namespace where the file begins", () =>
  check(
    "$0",
    "[] mission goal business-model stakeholder value domain kpi capability team vendor tool flow chain initiative view rule policy namespace",
  ));

test("a kind half typed, before the statement that follows", () =>
  check(
    `
    mission eat
    too$0
    tool pim {
      category pim
    }
    `,
    `
    [too] mission goal business-model stakeholder value domain kpi capability team vendor tool flow chain initiative view rule policy
    `,
  ));

test("a kind comes with what it has to say", () =>
  checkItem("goal")(
    "mission eat\n$0",
    `
    kind

    Something to reach that serves the mission or a larger goal.
    goal \${1:id} "\${2:Title}" {
      serves \${3}$0
    }
    `,
  ));

test("a kind alone where the rest of its statement is there", () =>
  checkItem("tool")(
    "to$0 pim { category pim }",
    `
    kind

    A piece of software that somebody runs: a partition that comes and goes.
    `,
  ));

test("properties that the kind has and the element does not, those that it needs first", () =>
  check(
    `
    stakeholder household {
      needs "Fresh food"
      $0
    }
    `,
    "[] kind description tags link since until",
  ));

test("a property half typed in the middle of a block", () =>
  check(
    `
    stakeholder household {
      ne$0
      kind customer
    }
    `,
    "[ne] needs description tags link since until",
  ));

test("a property that is there already while the cursor is on it", () =>
  check("stakeholder s { needs$0 }", "[needs] kind needs description tags link since until"));

test("entities in a domain, with its properties", () =>
  check(
    "domain d core {\n  $0\n}",
    "[] entity embodies accountable lifespan quality about description tags link since until",
  ));

test("properties in an entity of a block that is never closed", () =>
  check(
    `
    domain d {
      entity E {
        sku: id
        $0
    `,
    "[] quality accountable reconciled-by description tags link since until",
  ));

test("in a block that is never closed, before another statement", () =>
  check(
    `
    stakeholder s {
      kind customer
      $0

    mission eat
    `,
    "[] needs description tags link since until",
  ));

test("at the left edge after a block that is never closed", () =>
  check(
    `
    stakeholder s {
      kind customer
    $0
    `,
    "[] mission goal business-model stakeholder value domain kpi capability team vendor tool flow chain initiative view rule policy",
  ));

test("in a block on one line", () =>
  check("stakeholder s { kind customer; $0 }", "[] needs description tags link since until"));

test("the words of a property", () =>
  check("team t {\n  maturity $0\n}", "[] conscious active informed data-driven"));

test("the words of a property half typed, in a file with CRLF", () =>
  check(
    "//- a.bizarch crlf\nteam t {\n  maturity inf$0\n}\n",
    "[inf] conscious active informed data-driven",
  ));

test("the words of a list that are not there yet, before and behind the cursor", () =>
  check(
    "domain d {\n  quality clean, $0, partial\n}",
    "[] reconciled current siloed scattered heterogeneous",
  ));

test("nothing after a word that stands alone", () => {
  check("team t {\n  maturity active $0\n}", "nothing");
  check("domain d {\n  quality clean $0\n}", "nothing");
});

test("a word that is the element's own name too", () =>
  checkItem("pim")("tool pim { category pi$0 }", "word"));

test("elements that fit, written the shortest way, for a system of record first what has none", () =>
  check(
    `${HOUSE}\ntool erp {\n  category erp\n  owns $0\n}`,
    "[] référentiel référentiel.Foyer catalog catalog.Product catalog.Lot",
  ));

test("elements that fit, half typed", () =>
  check(
    `${HOUSE}\ntool erp {\n  owns cat$0\n}`,
    "[cat] référentiel référentiel.Foyer catalog catalog.Product catalog.Lot",
  ));

test("the whole of a dotted name is replaced", () =>
  check(
    `${HOUSE}\ntool erp {\n  owns catalog, référentiel.Fo$0yer\n}`,
    "[référentiel.Foyer] référentiel référentiel.Foyer catalog.Product catalog.Lot",
  ));

test("after the dot of a domain", () =>
  check(
    `${HOUSE}\ntool erp {\n  owns catalog.$0\n}`,
    "[catalog.] référentiel référentiel.Foyer catalog catalog.Product catalog.Lot",
  ));

test("elements that are not listed yet, over several lines", () =>
  check(
    `${HOUSE}\ntool erp {\n  owns catalog,\n    $0\n}`,
    "[] référentiel référentiel.Foyer catalog.Product catalog.Lot",
  ));

test("a reference that is half typed does not swallow the next line", () =>
  check(`${HOUSE}\ntool erp {\n  accountable $0\n  category erp\n}`, "[] office sales"));

test("a tool does not serve itself", () =>
  check("team a { function data }\nteam b { function data; reports-to $0 }", "[] a"));

test("inside its domain an entity goes by its own name", () =>
  check(
    `
    domain catalog {
      entity Product {
        lot: $0
      }
      entity Lot
    }
    `,
    "[] id text number money boolean date datetime duration image geo Lot Product",
  ));

test("inside its domain too, who typed the domain goes on with it", () =>
  check(
    `
    domain catalog {
      entity Product {
        lot: catalog.$0
      }
      entity Lot
    }
    `,
    "[catalog.] id text number money boolean date datetime duration image geo catalog.Lot catalog.Product",
  ));

test("modifiers of an attribute", () =>
  check("domain d { entity E {\n  sku: id key $0\n} }", "[] personal list optional for"));

test("aspects that the project knows", () =>
  check(
    `${HOUSE}\nbusiness-model b { expects origin }\ndomain d { entity E {\n  sku: id for $0\n} }`,
    "[] logistics origin",
  ));

test("skills that the project knows", () =>
  check(`${HOUSE}\ntool t { category bi; requires $0 }`, "[] python sql"));

test("both ends of a flow", () => {
  check(`${HOUSE}\nflow $0`, "[] pim crm household maker");
  check(`${HOUSE}\nflow pi$0 -> crm`, "[pi] pim household maker");
  check(`${HOUSE}\nflow pim $0`, "[] ->");
  check(`${HOUSE}\nflow pim -> $0`, "[] crm household maker");
  check(`${HOUSE}\nflow pim -> $0\n\ntool other { category erp }`, "[] other crm household maker");
  check(`${HOUSE}\nflow pim -> cr$0 {\n  mode api\n}`, "[cr] crm household maker");
});

test("flags after the title, without what contradicts", () => {
  check('domain d "D" $0', "[] core supporting generic");
  check('domain d "D" core $0', "nothing");
  check('flow a -> b "x" $0', "[] anonymised");
  check("domain d { entity E $0 }", "[] personal");
});

test("no name is proposed where a new one is given", () => {
  check("tool $0", "nothing");
  check("domain d { entity $0 }", "nothing");
});

test("kinds and conditions of a selector", () => {
  check(
    "view v { show $0 }",
    "[] mission goal business-model stakeholder value domain entity kpi capability team vendor tool flow chain initiative",
  );
  check(
    "view v { show domain[$0] }",
    "[] core supporting generic embodies accountable lifespan quality about description tags link since until",
  );
  check("view v { show tool[status = $0] }", "[] planned active legacy retired");
  check("view v { show tool[status = legacy | $0] }", "[] planned active retired");
  check(`${HOUSE}\nview v { show tool[accountable != $0] }`, "[] office sales");
});

test("the three parts of an own rule", () => {
  check(
    'rule r "x" { forbid too$0 }',
    "[too] goal business-model domain entity kpi capability team vendor tool flow chain initiative",
  );
  check(
    'rule r "x" { forbid tool[status = legacy] own$0 entity }',
    "[own] vendor accountable used-by serves owns writes reads",
  );
  check(
    'rule r "x" { forbid tool owns entity[$0',
    "[] personal quality accountable reconciled-by description tags link since until",
  );
});

test("words of the policy", () => check("policy {\n  $0\n}", "[] error warning info off allow"));

test("an exception goes on word by word", () => {
  check("policy { allow orphan-tool $0 }", "[] for because until");
  check('policy { allow orphan-tool for a because "x" $0 }', "[] until");
  check("policy { allow orphan-tool for a because $0 }", "nothing");
});

test("an exception is for what the rule finds, first of all", () =>
  check(
    `
    mission eat
    goal know { serves eat }
    tool explained { category erp; serves know }
    tool lost { category bi }
    policy { allow orphan-tool for $0 }
    `,
    "[] lost eat know explained",
  ));

test("names of namespaces", () =>
  check("//- a.bizarch\nnamespace retail.fr\n//- b.bizarch\nnamespace $0", "[] retail retail.fr"));

test("in a namespace names are written without it", () =>
  check(
    "//- a.bizarch\nnamespace fr\nteam a { function data }\n//- b.bizarch\nnamespace fr\nteam b {\n  reports-to $0\n}",
    "[] a",
  ));

test("from outside of a namespace with it", () =>
  check(
    "//- a.bizarch\nnamespace fr\nteam a { function data }\n//- b.bizarch\nteam b {\n  reports-to $0\n}",
    "[] fr.a",
  ));

test("an element says what it is", () =>
  checkItem("know")(
    `${HOUSE}\nchain c { serves $0 }`,
    `
    reference
    goal · Know them
    `,
  ));

test("nothing in comments and texts", () => {
  check("// tool $0", "nothing");
  check("/// tool $0\nmission eat", "nothing");
  check("/* tool\n$0\n*/", "nothing");
  check('tool pim "a $0"', "nothing");
  check('tool pim "a $0', "nothing");
  check('mission eat {\n  description """\n    owns $0\n  """\n}', "nothing");
  check("goal g { target $0 }", "nothing");
});

test("nothing in what no schema knows", () => {
  check("whatever x {\n  $0\n}", "nothing");
  check("tool t {\n  unheard-of $0\n}", "nothing");
  check("tool t {\n  entity e {\n    $0\n  }\n}", "nothing");
});

test("astral characters before the cursor", () =>
  check('team 𝒯 "𝒯𝒯" {\n  function it // 𝒯\n  maturity $0\n}', "[] conscious active informed data-driven"));

test("a chain goes on to anybody but its last end, and may come back", () => {
  check(`${HOUSE}\nflow pim -> crm -> $0`, "[] pim household maker");
  check(`${HOUSE}\nflow pim -> $0 -> household`, "[] crm maker");
  check(`${HOUSE}\nflow pim -> crm $0`, "[] anonymised ->");
});

test("the nearest first: of the same file, of the folder or namespace, then the others", () =>
  check(
    `
    //- a/far.bizarch
    team far { function it }
    //- b/beside.bizarch
    team beside { function it }
    //- b/here.bizarch
    domain d { accountable $0 }
    team here { function it }
    `,
    "[] here beside far",
  ));

test("for a system of record, what is core and has none comes first", () =>
  check(
    `
    domain plain { entity A }
    domain vital core { entity B }
    domain taken core
    tool old { category erp; owns taken }
    tool new { category erp; owns $0 }
    `,
    "[] vital vital.B plain plain.A taken",
  ));

test("what a flow carries is first what it comes from has to do with", () =>
  check(
    `
    domain a { entity A }
    domain b { entity B }
    tool pim { category pim; reads b.B }
    tool web { category website }
    flow pim -> web { carries $0 }
    `,
    "[] b b.B a a.A",
  ));

test("a team that would close a circle comes last", () =>
  check(
    `
    team below { function it; reports-to top }
    team other { function it }
    team top { function executive; reports-to $0 }
    `,
    "[] other below",
  ));

test("what is listed is known under whichever name", () =>
  check(
    `
    //- a.bizarch
    namespace fr
    domain d { entity A }
    domain e
    //- b.bizarch
    namespace fr
    tool t { category erp; owns fr.d, fr.d.A, $0 }
    `,
    "[] e",
  ));

test("properties of the project's own, those of the kind first, and the words under them", () => {
  const own = "tool a { category erp; x-zone dmz }\nteam t { function it; x-site lyon }";
  check(
    `${own}\ntool b { category erp; x-z$0 }`,
    "[x-z] vendor accountable used-by serves owns writes reads channel lifespan status hosting cost requires exit description tags link since until x-zone x-site",
  );
  check(`${own}\ntool b { category erp; x-zone $0 }`, "[] dmz");
});

test("no description where a comment says it", () =>
  check("/// Who pays.\nstakeholder s { kind customer; $0 }", "[] needs tags link since until"));

test("a word that nobody else says is not proposed for itself", () =>
  check("tool a { category erp; tags pilote }\ntool b { category erp; tags pilo$0 }", "[pilo] pilote"));

test("parameters of a rule and their values", () => {
  check("policy { warning tool-sprawl $0 }", "[] limit");
  check("policy { warning tool-sprawl limit $0 }", "[] 3");
  check("policy { warning tool-sprawl limit 4 $0 }", "nothing");
  check("policy { warning customer-hub share $0 }", "[] 50%");
  checker(({ model, at }) => {
    const { items } = complete(model, at);
    return `${items[0]?.label ?? ""} ${String(items.some(({ label }) => label === "FR"))} ${String(items.length > 200)}`;
  })(
    "tool t { category erp; hosting PT }\npolicy { error personal-data-leaves countries FR, $0 }",
    "PT false true",
  );
});

test("a severity is set once", () =>
  checker(({ model, at }) => {
    const labels = complete(model, at).items.map(({ label }) => label);
    return `${String(labels.includes("tool-sprawl"))} ${String(labels.includes("lock-in"))} ${labels[0] ?? ""}`;
  })(
    'rule own "x" { forbid tool owns entity }\npolicy {\n  off tool-sprawl\n  warning $0\n}',
    "false true own",
  ));

test("an exception for a flow goes on to where one leads, and ends on a day", () => {
  check(`${HOUSE}\npolicy { allow lock-in for pim -> $0 }`, "[] crm");
  check(
    'policy { allow lock-in for a because "x" until $0 }',
    "[] 2026-09-30 2026-06-30 2026-12-31 2027-06-30",
  );
});

test("what a clause joins fits what it begins with", () => {
  check('rule r "x" { require domain accountable $0 }', "[] team");
  check('rule r "x" { forbid tool serves $0 }', "[] goal capability");
  check('rule r "x" { forbid vendor $0 }', "[] competes-with");
});
