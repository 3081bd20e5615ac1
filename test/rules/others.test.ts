import { describe, expect, test } from "vitest";
import { found } from "../support/verdict.ts";

/** Near misses and places of the rules beyond the profile `starter`, and beyond what their pages show. */
function finds(rule: string) {
  return (text: string, expected = "") => expect(found(rule, text)).toBe(expected);
}

describe("orphan-initiative", () => {
  const check = finds("orphan-initiative");
  test("a goal that is not known is found elsewhere", () => check("initiative i { serves nothing-known }"));
  test("in a namespace", () => check("namespace a.b\ninitiative i", 'warning 2 "i" a.b.i'));
});

describe("tool-as-goal", () => {
  const check = finds("tool-as-goal");
  const goal = (title: string, rest = "") => `mission m\ngoal g "${title}" { serves m }\n${rest}`;
  test.each([
    ["Deploy a CDP", "CDP"],
    ["Un nouveau CRM pour tous", "CRM"],
    ["crm", "crm"],
    ["Mettre en place un data lake", "data lake"],
    ["A data warehouse of our own", "data warehouse"],
    ["Un chatbot sur le site", "chatbot"],
    ["Be the first with AI", "AI"],
    ["L'intelligence artificielle d'abord", "intelligence artificielle"],
    ["ERP", "ERP"],
  ])("%s", (title, word) => check(goal(title), `warning 2 "${word}" g`));
  test.each([
    "Loyalty",
    "Quality in every store",
    "More content, better search",
    "J'ai confiance",
    "What people said",
    "Main dishes of the day",
    "Décrire chaque produit",
    "An app-like calm",
  ])("%s", (title) => check(goal(title)));
  test.each([
    ["Salesforce everywhere", 'tool sf "Salesforce" { category crm }', 'warning 2 "Salesforce" g'],
    ["Everything in Salesforce", "tool salesforce { category crm }", 'warning 2 "Salesforce" g'],
    ["Installer clair-mat partout", "tool clair-mat { category cdp }", 'warning 2 "clair-mat" g'],
    ["Letters that people read", "tool letters { category email }", ""],
    ["Shorter queues at the till", "tool till { category pos }", ""],
    ["Replace the till", "tool till { category pos }", 'warning 2 "till" g'],
    ["Better product information", 'tool p "Product information" { category content }', ""],
    ["Loyalty", "tool loyalty { category loyalty }", ""],
  ])("%s, with %s", (title, tool, expected) => check(goal(title, tool), expected));
  test("the title says what it is about, else the id", () => {
    check('mission m\ngoal deploy-cdp "Know who comes back" { serves m }');
    check("mission m\ngoal deploy-cdp { serves m }", 'warning 2 "cdp" deploy-cdp');
  });
});

describe("customer-centric-is-not-a-model", () => {
  const check = finds("customer-centric-is-not-a-model");
  const model = (title: string) => `business-model b "${title}" { pattern commerce }`;
  test.each([
    "Customer-centric",
    "Client centric company",
    "Data-centric",
    "Être client-centrique",
    "Une entreprise centrée client",
    "Orienté client et data-centric",
    "The customer at the heart of everything",
    "Le client au cœur",
    "Customer centricity",
  ])("%s", (title) => check(model(title), `warning 1 "${title}" b`));
  test.each([
    "Customer-centric distribution",
    "Le client au centre de nos fermes",
    "Customers",
    "Regional distribution",
    "Data on food",
  ])("%s", (title) => check(model(title)));
  test("a title over several lines", () => {
    check('business-model b """Customer-centric""" { pattern media }', 'warning 1 "Customer-centric" b');
  });
  test("once for a model with neither pattern nor a title that says more", () => {
    check('business-model b "Customer-centric"', 'warning 1 "Customer-centric" b');
    check("business-model b", 'warning 1 "b" b');
  });
});

describe("inside-out-goal", () => {
  const check = finds("inside-out-goal");
  const start = "mission m\nstakeholder s { kind customer }\n";
  test("a sub-goal takes its parent's, at any depth, from any parent", () => {
    check(`${start}goal a { serves m; for s }\ngoal b { serves a }\ngoal c { serves m, b }`);
  });
  test("a parent does not take its sub-goal's", () => {
    check(`${start}goal a { serves m }\ngoal b { serves a; for s }`, 'info 3 "a" a');
  });
  test("goals that serve each other", () => {
    check(`${start}goal a { serves b }\ngoal b { serves a }`, 'info 3 "a" a\ninfo 4 "b" b');
  });
  test("begins with the first stakeholder", () => check("mission m\ngoal a { serves m }"));
});

describe("write-bypasses-owner", () => {
  const check = finds("write-bypasses-owner");
  const world = (rest: string) => `
    domain d { entity E; entity F }
    tool own { category erp; owns d }
    tool a { category pos; writes d.E }
    tool b { category streaming }
    ${rest}
  `;
  test.each([
    ["", 'warning 3 "d.E" a'],
    ["flow a -> own", 'warning 3 "d.E" a'],
    ["flow a -> own { carries d.F }", 'warning 3 "d.E" a'],
    ["flow own -> a { carries d }", 'warning 3 "d.E" a'],
    ["flow a -> own { carries d.E }", ""],
    ["flow a -> own { carries d }", ""],
    ["flow a -> b -> own { carries d }", ""],
    ["flow a -> b { carries d.E }\nflow b -> own { carries d.F }", 'warning 3 "d.E" a'],
  ])("%s", (flow, expected) => check(world(flow), expected));
  test("a domain is written entity by entity", () => {
    check(
      "domain d { entity E; entity F }\ntool own { category erp; owns d.E }\ntool a { category pos; owns d.F; writes d }",
      'warning 3 "d" a',
    );
  });
  test("nobody owns it, or the writer does", () => {
    check("domain d { entity E }\ntool a { category pos; writes d }");
    check("domain d { entity E }\ntool a { category pos; owns d; writes d.E }");
  });
  test("a planned tool writes nothing, and a planned one on the way carries nothing", () => {
    check(
      "domain d { entity E }\ntool own { category erp; owns d }\ntool a { category pos; writes d; status planned }",
    );
    check(
      "domain d { entity E }\ntool own { category erp; owns d }\ntool a { category pos; writes d }\ntool b { category etl; status planned }\nflow a -> b -> own { carries d }",
      'warning 3 "d" a',
    );
  });
});

describe("wall-outlived", () => {
  const check = finds("wall-outlived");
  const wall = "domain d { lifespan 10y; entity E }\n";
  test.each([
    ["tool t { category erp; owns d; lifespan 9y }", 'warning 1 "10y" d'],
    ["tool t { category erp; owns d.E; lifespan 9y 11mo }", 'warning 1 "10y" d'],
    ["tool t { category erp; owns d; lifespan 10y }", ""],
    ["tool t { category erp; owns d }", ""],
    ['tool t { category erp; owns d; lifespan 1y; exit "Export" }', ""],
    ["tool t { category erp; reads d; lifespan 1y }", ""],
    ["tool t { category erp; owns d; lifespan 1y; status retired }", ""],
    ["tool t { category erp; owns d; lifespan 1y; status legacy }", 'warning 1 "10y" d'],
  ])("%s", (tool, expected) => check(wall + tool, expected));
  test.each([
    ["mission m { horizon 5y }", 'warning 1 "10y" b'],
    ["mission m { horizon 10y }", ""],
    ["mission m", ""],
  ])("%s", (mission, expected) => {
    check(`business-model b { serves m; horizon 10y }\n${mission}`, expected);
  });
});

describe("data-ignores-model", () => {
  const check = finds("data-ignores-model");
  const world = (model: string, attributes: string) =>
    `business-model b { ${model} }\ndomain d { embodies b; entity E { ${attributes} } }`;
  test.each([
    ["pattern production", "a: text", 'warning 2 "b" d'],
    ["pattern production", "a: text for origin", ""],
    ["pattern distribution", "a: text for origin", 'warning 2 "b" d'],
    ["pattern distribution", "a: text for waste for logistics", ""],
    ["pattern commerce", "a: text for recommendation", ""],
    ["pattern service", "a: text", ""],
    ["pattern service; expects care", "a: text", 'warning 2 "b" d'],
    ["pattern service; expects care", "a: text for care", ""],
    ["pattern commerce; expects care", "a: text for care", ""],
    ["expects care", "a: text for caring", 'warning 2 "b" d'],
    ["pattern commerce", "", ""],
  ])("%s, %s", (model, attributes, expected) => check(world(model, attributes), expected));
});

describe("customer-hub", () => {
  const check = finds("customer-hub");
  const customer = "stakeholder s { kind customer }\ndomain c core { about s; entity P }\n";
  test("everything leads to the customer", () => {
    check(`${customer}domain d core { entity A { p: c.P }; entity B { a: A list } }`, 'warning 2 "c" c');
  });
  test("another domain is referred to by as many", () => {
    check(
      `${customer}domain d core { entity A { p: c.P; x: e.X }; entity B { a: A } }\ndomain e { entity X }`,
    );
  });
  test("data about other people is no customer hub", () => {
    check(
      "stakeholder s { kind employee }\ndomain c core { about s; entity P }\ndomain d core { entity A { p: c.P } }",
    );
  });
  test("entities that refer to each other", () => {
    check(`${customer}domain d core { entity A { b: B }; entity B { a: A } }`);
  });
});

describe("no-architect", () => {
  const check = finds("no-architect");
  test.each([
    ["team t { function executive; architects d }", ""],
    ["team t { function it; architects d; reports-to e }\nteam e { function executive }", ""],
    ["team t { function it; architects d }", 'warning 1 "d" d'],
    ["team t { function it; architects d; reports-to t }", 'warning 1 "d" d'],
    ["", 'warning 1 "d" d'],
    ["team t { function it; architects d }\nteam e { function executive; architects d }", ""],
  ])("%s", (teams, expected) => check(`domain d core\ndomain other\n${teams}`, expected));
});

describe("the value chain begins with the first value", () => {
  const nobody = "stakeholder s { kind customer }\nstakeholder t { kind supplier }\n";
  test.each(["one-way-stakeholder", "customer-as-target", "linear-economy", "isolated-stakeholder"])(
    "%s",
    (rule) => {
      expect(found(rule, nobody)).toBe("");
    },
  );
  test("one who gives and one who takes", () => {
    finds("one-way-stakeholder")(`${nobody}value t -> s`, 'warning 1 "s" s\nwarning 2 "t" t');
  });
  test("a customer who gives nothing at all", () => {
    finds("customer-as-target")(`${nobody}value t -> s`, 'warning 1 "s" s');
    finds("customer-as-target")(`${nobody}value s -> t { kind money }`, 'warning 1 "s" s');
    finds("customer-as-target")(`${nobody}value s -> t { kind attention }`);
  });
  test("only customers are looked at", () => {
    finds("customer-as-target")(`${nobody}value s -> t { kind data }\nvalue t -> s { kind money }`);
  });
});

describe("linear-economy", () => {
  const check = finds("linear-economy");
  const people = ["a", "b", "c", "d"].map((name) => `stakeholder ${name} { kind partner }`).join("\n");
  test.each([
    ["value a -> b -> c -> d", 'info 1 "a" a'],
    ["value a -> b -> c -> a", ""],
    ["value a -> b -> c -> d -> a", ""],
    ["value a -> b -> a\nvalue c -> d -> c\nvalue b -> c", 'info 1 "a" a'],
    ["value a -> b -> a\nvalue b -> c -> b\nvalue c -> a", ""],
    ["value b -> c -> d", 'info 2 "b" b'],
    ["value a -> b -> a", ""],
    ["value a -> a\nvalue b -> b\nvalue c -> c", 'info 1 "a" a'],
  ])("%s", (values, expected) => check(`${people}\n${values}`, expected));
  test("by way of the company", () => {
    check(`business-model m\n${people}\nvalue a -> m -> b -> a\nvalue m -> c -> m`);
  });
});

describe("isolated-stakeholder", () => {
  const check = finds("isolated-stakeholder");
  const people =
    "stakeholder a { kind partner }\nstakeholder b { kind partner }\nstakeholder x { kind citizen }\nvalue a -> b\n";
  test.each([
    ["", 'info 3 "x" x'],
    ["view v { around x }", 'info 3 "x" x'],
    ["goal g { serves g; for x }", ""],
    ["domain d { about x }", ""],
    ["tool t { category app }\nflow t -> x", ""],
    ["initiative i { changes x }", ""],
    ["value x -> a", ""],
  ])("%s", (rest, expected) => check(people + rest, expected));
});

describe("isolated-tool", () => {
  const check = finds("isolated-tool");
  const tools = "tool a { category erp }\ntool b { category erp }\ntool c { category erp }\n";
  test("begins with the first flow", () => {
    check(tools);
    check(`${tools}flow a -> b`, 'warning 3 "c" c');
  });
  test.each(["legacy", "planned", "retired"])("a tool that is %s", (status) => {
    check(
      `tool a { category erp }\ntool b { category erp }\ntool c { category erp; status ${status} }\nflow a -> b`,
    );
  });
  test("a flow to what is not there yet joins nothing", () => {
    check(`${tools}tool p { category erp; status planned }\nflow a -> b\nflow c -> p`, 'warning 3 "c" c');
  });
});

describe("tool-sprawl", () => {
  const check = finds("tool-sprawl");
  const some = (count: number, rest = "") =>
    Array.from({ length: count }, (_, index) => `tool t${index} { category bi; ${rest} }`).join("\n");
  test("three are fine, each one more is found", () => {
    check(some(3));
    check(some(5), 'warning 4 "bi" t3\nwarning 5 "bi" t4');
  });
  test("only active ones count", () =>
    check(`${some(3)}\n${some(3, "status legacy").replaceAll("tool t", "tool u")}`));
  test("for a capability, over all categories", () => {
    const serving = ["crm", "cdp", "bi", "erp"]
      .map((it) => `tool ${it} { category ${it}; serves c }`)
      .join("\n");
    check(`capability c\n${serving}`, 'warning 1 "c" c');
    check(`capability c\n${serving.replace("serves c }", "serves c; status legacy }")}`);
  });
});

describe("redundant-tools", () => {
  const check = finds("redundant-tools");
  const world = (a: string, b: string, category = "bi") =>
    `domain d { entity E; entity F }\ntool a { category bi; ${a} }\ntool b { category ${category}; ${b} }`;
  test.each([
    ["writes d.E", "writes d", 'info 2 "a" a\ninfo 3 "b" b'],
    ["writes d.E", "writes d.F", ""],
    ["reads d", "reads d.F, d.E", 'info 2 "a" a\ninfo 3 "b" b'],
    ["reads d", "reads d.E", ""],
    ["", "", ""],
    ["writes d; status legacy", "writes d", ""],
  ])("%s and %s", (a, b, expected) => check(world(a, b), expected));
  test("of two categories", () => check(world("writes d", "writes d", "erp")));
});

describe("one-vendor-chain", () => {
  const check = finds("one-vendor-chain");
  const world = (stages: string) =>
    `vendor v\nvendor w\ntool a { category bi; vendor v }\ntool b { category bi; vendor v }\ntool c { category bi; vendor w }\ntool d { category bi }\nchain x { ${stages} }`;
  test.each([
    ["collect a; analyse b; activate a; measure b; optimise a", 'warning 7 "x" x'],
    ["collect a; analyse b; activate a; measure b", ""],
    ["collect a; analyse b; activate c; measure b; optimise a", ""],
    ["collect a, d; analyse b; activate a; measure b; optimise a", ""],
    ["collect d; analyse d; activate d; measure d; optimise d", ""],
  ])("%s", (stages, expected) => check(world(stages), expected));
});

describe("manual-flow", () => {
  const check = finds("manual-flow");
  const chain = (flows: string) => `
    tool a { category bi }
    tool b { category bi }
    tool x { category bi }
    chain c { collect a; analyse b; activate b; measure b; optimise b }
    ${flows}
  `;
  test.each([
    ["flow a -> b { mode manual }", 'warning 5 "b" a -> b'],
    ["flow a -> b { mode file }", 'warning 5 "b" a -> b'],
    ["flow a -> b { mode batch }", ""],
    ["flow a -> b", ""],
    ["flow a -> x { mode manual }\nflow x -> b", 'warning 5 "x" a -> x'],
    ["flow a -> x { mode manual }\nflow a -> b", ""],
    ["flow a -> x { mode manual }", ""],
    ["flow b -> a { mode manual }\nflow a -> b", ""],
  ])("%s", (flows, expected) => check(chain(flows), expected));
  test("on the way to a KPI, for the data that it is from", () => {
    const kpi =
      "domain d { entity E; entity F }\ntool o { category erp; owns d }\ntool t { category bi }\nkpi k { from d.E; delivered-by t }\n";
    check(`${kpi}flow o -> t { carries d; mode file }`, 'warning 5 "t" o -> t');
    check(`${kpi}flow o -> t { carries d.F; mode file }`);
    check(`${kpi}flow o -> t "1" { carries d; mode file }\nflow o -> t "2" { carries d.E; mode api }`);
    check(
      `${kpi}flow o -> t "1" { carries d; mode file }\nflow o -> t "2" { carries d.F; mode api }`,
      'warning 5 "t" o -> t',
    );
  });
});

describe("unused-tool", () => {
  const check = finds("unused-tool");
  const world = (line: string, rest = "") =>
    `team t { function it }\nstakeholder s { kind customer }\ntool a { category bi; ${line} }\n${rest}`;
  test.each([
    ["accountable t", "", 'info 3 "a" a'],
    ["", "", ""],
    ["accountable t; used-by t", "", ""],
    ["accountable t; status legacy", "", ""],
    ["accountable t", "chain c { collect a }", ""],
    ["accountable t", "initiative i { uses a }", ""],
    ["accountable t", "flow s -> a", ""],
    ["accountable t", "flow a -> s", ""],
    ["accountable t", "tool b { category bi }\nflow a -> b", 'info 3 "a" a'],
  ])("%s, %s", (line, rest, expected) => check(world(line, rest), expected));
});

describe("lock-in", () => {
  const check = finds("lock-in");
  test.each([
    ["owns d; vendor v", 'warning 3 "a" a'],
    ["owns d.E; vendor v; status legacy", 'warning 3 "a" a'],
    ["owns d", ""],
    ['owns d; vendor v; exit "Export"', ""],
    ["owns d; vendor v; status planned", ""],
    ["reads d; vendor v", ""],
  ])("%s", (line, expected) =>
    check(`vendor v\ndomain d core { entity E }\ntool a { category erp; ${line} }`, expected),
  );
});

describe("marked-nowhere", () => {
  const check = finds("marked-nowhere");
  const named = (name: string, type = "text") => `domain d { entity E { ${name}: ${type} } }`;
  test.each([
    "email",
    "e-mail",
    "e_mail",
    "customerEmail",
    "courriel",
    "phone-number",
    "téléphone",
    "birth-date",
    "birthday",
    "date-de-naissance",
    "address",
    "delivery-address",
    "adresse",
    "first-name",
    "lastName",
    "nom-de-famille",
    "prénom",
    "iban",
  ])("%s", (name) => check(named(name), `info 1 "${name}" d.E.${name}`));
  test.each([
    "name",
    "nom",
    "product-name",
    "file-name",
    "web-address",
    "phoneme",
    "rebirths",
    "description",
    "state",
  ])("%s", (name) => check(named(name)));
  test("what is marked, or is no text", () => {
    check("domain d { entity E { email: text personal } }");
    check("domain d { entity E personal { email: text } }");
    check("domain d { entity E { address: A }; entity A { street: text } }");
    check(named("phone", "boolean"));
  });
  test.each(["customer", "employee", "citizen"])("a plain name in data about a %s", (kind) => {
    check(
      `stakeholder s { kind ${kind} }\ndomain d { about s; entity E { name: text; nick: text } }`,
      'info 2 "name" d.E.name',
    );
  });
  test("a plain name in data about suppliers", () => {
    check("stakeholder s { kind supplier }\ndomain d { about s; entity E { name: text } }");
  });
});

describe("kpi-cannot-arrive", () => {
  const check = finds("kpi-cannot-arrive");
  const world = (rest: string) =>
    `domain d { entity E; entity F }\ntool o { category erp; owns d }\ntool t { category bi }\ntool x { category etl }\nkpi k { from d.E; delivered-by t }\n${rest}`;
  test.each([
    ["", 'warning 5 "t" k'],
    ["flow o -> t { carries d }", ""],
    ["flow o -> x -> t { carries d.E }", ""],
    ["flow o -> x { carries d }\nflow x -> t { carries d.F }", 'warning 5 "t" k'],
    ["flow t -> o { carries d }", 'warning 5 "t" k'],
    ["flow o -> t", 'warning 5 "t" k'],
  ])("%s", (flows, expected) => check(world(flows), expected));
  test("nobody owns it, nothing delivers it, or the owner does", () => {
    check("domain d { entity E }\ntool t { category bi }\nkpi k { from d; delivered-by t }");
    check(
      "domain d { entity E }\ntool t { category bi; owns d }\nkpi k { from d; delivered-by t }\nkpi l { from d }",
    );
  });
});

describe("siloed-domain", () => {
  const check = finds("siloed-domain");
  const world = (a: string, b: string) =>
    `team t { function it }\nteam u { function sales }\ndomain d core { entity E; entity F }\ntool a { category bi; ${a} }\ntool b { category crm; ${b} }`;
  test.each([
    ["accountable t; reads d", "used-by t; reads d.E", 'warning 3 "d" d'],
    ["accountable t; reads d", "accountable u; reads d.E", ""],
    ["accountable t; used-by u; reads d", "accountable t; reads d", ""],
    ["accountable t; reads d", "accountable t", ""],
    ["accountable t; reads d", "accountable u; reads d; status planned", ""],
    ["accountable t; reads d", "reads d", ""],
  ])("%s and %s", (a, b, expected) => check(world(a, b), expected));
});

describe("quality-overclaimed", () => {
  const check = finds("quality-overclaimed");
  const world = (quality: string, flows: string) =>
    `domain d { quality ${quality}; entity E }\ntool o { category mdm; owns d }\ntool a { category pos; writes d }\n${flows}`;
  test.each([
    ["current", "flow a -> o { carries d; every 2d }", 'warning 1 "current" d'],
    ["current", "flow a -> o { carries d; every 1d }", ""],
    ["current", "flow a -> o { carries d; mode batch }", ""],
    ["current", 'flow a -> o "1" { carries d; every 2d }\nflow a -> o "2" { carries d; every 1h }', ""],
    ["current", "flow o -> a { carries d; every 2d }", ""],
    ["current", "", ""],
    ["clean", "flow a -> o { carries d; every 2d }", ""],
  ])("%s, %s", (quality, flows, expected) => check(world(quality, flows), expected));
  test("reconciled", () => {
    check(world("clean, reconciled", "tool b { category oms; writes d }"), 'warning 1 "reconciled" d');
    check(world("clean, reconciled", ""));
  });
});

describe("missing-skill", () => {
  const check = finds("missing-skill");
  const teams = "team t { function it; skills a }\nteam u { function it; skills b }\n";
  test.each([
    ["tool x { category bi; accountable t; requires a }", ""],
    ["tool x { category bi; accountable t; used-by u; requires a, b }", ""],
    ["tool x { category bi; accountable t; requires a, b }", 'warning 3 "b" x'],
    ["tool x { category bi; requires a }", 'warning 3 "a" x'],
    ["tool x { category bi; requires a; status retired }", ""],
    ["capability x { accountable t; requires b }", 'warning 3 "b" x'],
    ["capability x { accountable u; requires b }", ""],
  ])("%s", (element, expected) => check(teams + element, expected));
});

describe("maturity-overclaimed", () => {
  const check = finds("maturity-overclaimed");
  const world = (maturity: string, rest: string) =>
    `team t { function it; maturity ${maturity} }\nteam u { function it }\ntool b { category bi }\ntool s { category collaboration }\ndomain d { entity E }\n${rest}`;
  const own = "kpi k { from d; audience t; delivered-by b; every 1d }\n";
  const shared = "kpi k { from d; audience t, u; delivered-by b; every 1d }\n";
  test.each([
    ["conscious", "", ""],
    ["active", "", 'warning 1 "active" t'],
    ["active", "kpi k { from d; audience t; delivered-by s }", 'warning 1 "active" t'],
    ["active", "kpi k { from d; audience u; delivered-by b }", 'warning 1 "active" t'],
    ["active", own, ""],
    [
      "active",
      "kpi k { from d; audience t; delivered-by c }\ntool c { category bi; status planned }",
      'warning 1 "active" t',
    ],
    ["active", "kpi k { from d; audience t; delivered-by c }\ntool c { category bi; status legacy }", ""],
    ["informed", own, 'warning 1 "informed" t'],
    ["informed", shared, ""],
    ["informed", `${own}kpi l { from d.E; audience u }`, ""],
    ["informed", `${own}kpi l { from c; audience u }\ndomain c`, 'warning 1 "informed" t'],
    ["data-driven", shared, ""],
    ["data-driven", own, 'warning 1 "data-driven" t'],
    ["data-driven", `${shared}goal g { serves g }`, 'warning 1 "data-driven" t'],
    ["data-driven", `${shared}goal g { serves m; measured-by k }\nmission m`, ""],
    [
      "data-driven",
      `${shared}goal g { serves m; measured-by l }\nmission m\nkpi l { from d }`,
      'warning 1 "data-driven" t',
    ],
    ["data-driven", `${shared}goal g { serves m }\ngoal h { serves g; measured-by k }\nmission m`, ""],
    ["data-driven", `${shared}flow b -> s { mode manual }`, 'warning 1 "data-driven" t'],
    ["data-driven", `${shared}flow b -> s { mode file }`, ""],
    ["data-driven", "", 'warning 1 "data-driven" t'],
  ])("%s, %s", (maturity, rest, expected) => check(world(maturity, rest), expected));
});

describe("the whole of marketing, the whole portfolio", () => {
  test("at the first element in the order of paths and text", () => {
    finds("marketing-gap")(
      "//- b.bizarch\ncapability b { activity data }\n//- a.bizarch\ncapability x\ncapability a { activity content }",
      'info 2 "a" a',
    );
    finds("one-sided-portfolio")(
      "//- b.bizarch\ninitiative b { improves cost }\n//- a.bizarch\ninitiative a { improves cost }\ninitiative c { improves cost }",
      'info 1 "a" a',
    );
  });
  test("one that does not say what it improves leaves it open", () => {
    finds("one-sided-portfolio")(
      "initiative a { improves cost }\ninitiative b { improves cost }\ninitiative c",
    );
  });
});
