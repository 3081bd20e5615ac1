import { describe, expect, test } from "vitest";
import { found } from "../support/verdict.ts";

/** Near misses and places of the rules of the profile `starter`, beyond what their pages show. */
function finds(rule: string) {
  return (text: string, expected = "") => expect(found(rule, text)).toBe(expected);
}

describe("no-mission", () => {
  const check = finds("no-mission");
  test("speaks at the first element in the order of paths and text", () => {
    check(
      `
        //- b.bizarch
        tool pim { category pim }
        //- a.bizarch
        goal less-waste { serves less-waste }
        kpi waste { from stock }
        domain stock
        business-model distribution
      `,
      'warning 3 "stock" stock',
    );
  });
  test("says nothing of what is not built yet", () => {
    check("team data { function data }\nvendor v\nstakeholder s { kind customer }\ncapability c");
    check("");
  });
  test("a mission anywhere is enough", () => {
    check("//- a.bizarch\ntool t { category erp }\n//- z/z.bizarch\nnamespace far.away\nmission m");
  });
});

describe("no-mission, misspelt", () => {
  test("is found as a word that is wrong, and not as a mission that is missing", () => {
    finds("no-mission")("misson m\ntool t { category erp }");
    finds("unknown-kind")("misson m\ntool t { category erp }", 'error 1 "misson" -');
  });
});

describe("orphan-business-model", () => {
  const check = finds("orphan-business-model");
  test("a name that names nothing is found once, elsewhere", () => {
    check("mission eat\nbusiness-model m { serves eta }");
    check("mission eat\nteam t { function data }\nbusiness-model m { serves t }");
  });
  test("in a namespace", () => {
    check("namespace fr\nbusiness-model m", 'error 2 "m" fr.m');
  });
});

describe("orphan-domain", () => {
  const check = finds("orphan-domain");
  test("begins with the first business model", () => {
    check("mission m\ndomain d core");
    check("business-model b\ndomain d core\ndomain e generic { embodies b }", 'warning 2 "d" d');
  });
});

describe("orphan-tool", () => {
  const check = finds("orphan-tool");
  test.each(["goal g { serves g }", "capability c", "chain c", "domain d"])("begins with %s", (first) => {
    check(`tool t { category erp }\n${first}`, 'warning 1 "t" t');
  });
  test.each(["mission m", "kpi k { from k }", "vendor v", "initiative i", "business-model b"])(
    "does not begin with %s",
    (first) => check(`tool t { category erp }\n${first}`),
  );
  test.each(["serves g", "serves c", "owns d", "owns d.E", "serves nothing-known"])(
    "is answered by %s",
    (line) => {
      check(`goal g { serves g }\ncapability c\ndomain d { entity E }\ntool t { category erp; ${line} }`);
    },
  );
  test.each(["reads d", "writes d.E", "used-by team", "accountable team"])(
    "is not answered by %s",
    (line) => {
      check(
        `team team { function data }\ndomain d { entity E }\ntool t { category erp; ${line} }`,
        'warning 3 "t" t',
      );
    },
  );
  test.each(["chain c { optimise t }", "initiative i { uses t }", "initiative i { changes t }"])(
    "is answered by %s",
    (other) => check(`domain d\ntool t { category erp }\n${other}`),
  );
  test("a flow is no purpose", () => {
    check(
      "domain d\ntool t { category erp }\ntool u { category erp; owns d }\nflow t -> u",
      'warning 2 "t" t',
    );
  });
  test.each([
    ["planned", 'warning 2 "t" t'],
    ["legacy", 'warning 2 "t" t'],
    ["retired", ""],
  ])("a tool that is %s", (status, expected) => {
    check(`domain d\ntool t { category erp; status ${status} }`, expected);
  });
});

describe("marketing-tool-owns-core-data", () => {
  const check = finds("marketing-tool-owns-core-data");
  const world = (tool: string) => `
    domain core-data core { entity E }
    domain other { entity F }
    team m { function marketing }
    team s { function sales }
    ${tool}
  `;
  test("a domain or one of its entities, each reference by itself", () => {
    check(
      world("tool t { category cdp; owns core-data, core-data.E, other }"),
      'error 5 "core-data" t\nerror 5 "core-data.E" t',
    );
  });
  test.each([
    ["crm", "", 'error 5 "core-data" t'],
    ["crm", "accountable m", 'error 5 "core-data" t'],
    ["crm", "accountable s", ""],
    ["cdp", "accountable s", 'error 5 "core-data" t'],
    ["loyalty", "", 'error 5 "core-data" t'],
    ["erp", "accountable m", 'error 5 "core-data" t'],
    ["erp", "accountable s", ""],
    ["erp", "", ""],
    ["website", "", ""],
    ["cdp", "status planned", ""],
    ["cdp", "status retired", ""],
    ["cdp", "status legacy", 'error 5 "core-data" t'],
  ])("%s, %s", (category, line, expected) => {
    check(world(`tool t { category ${category}; owns core-data; ${line} }`), expected);
  });
  test("reading, writing and data that is not core", () => {
    check(world("tool t { category cdp; reads core-data; writes core-data.E; owns other, other.F }"));
  });
});

describe("no-system-of-record", () => {
  const check = finds("no-system-of-record");
  test("each entity by itself, wherever its owner stands", () => {
    check(
      `
        //- a.bizarch
        namespace data
        domain catalog core { entity Product; entity Recipe }
        //- b.bizarch
        namespace tools
        tool pim { category pim; owns data.catalog.Product }
      `,
      'warning 2 "Recipe" data.catalog.Recipe',
    );
  });
  test.each([
    ["active", ""],
    ["legacy", ""],
    ["planned", 'warning 1 "E" d.E'],
    ["retired", 'warning 1 "E" d.E'],
  ])("owned by a tool that is %s", (status, expected) => {
    check(`domain d core { entity E }\ntool t { category erp; owns d; status ${status} }`, expected);
  });
  test("not for data that is not core", () => {
    check("domain d { entity E }\ndomain e supporting { entity E }\ndomain f generic { entity E }");
  });
});

describe("two-systems-of-record", () => {
  const check = finds("two-systems-of-record");
  test("the domain here, the entity there", () => {
    check(
      "domain d { entity E; entity F }\ntool a { category erp; owns d }\ntool b { category pim; owns d.F }",
      'error 2 "d" a\nerror 3 "d.F" b',
    );
  });
  test("three of them, each once", () => {
    check(
      "domain d { entity E; entity F }\ntool a { category erp; owns d }\ntool b { category pim; owns d }\ntool c { category mdm; owns d.E }",
      'error 2 "d" a\nerror 3 "d" b\nerror 4 "d.E" c',
    );
  });
  test("a domain without entities has two masters too", () => {
    check(
      "domain d\ntool a { category erp; owns d }\ntool b { category pim; owns d }",
      'error 2 "d" a\nerror 3 "d" b',
    );
  });
  test("two entities of a domain have two owners in peace", () => {
    check(
      "domain d { entity E; entity F }\ntool a { category erp; owns d.E }\ntool b { category pim; owns d.F }",
    );
  });
  test.each(["planned", "retired"])("one of them is %s", (status) => {
    check(
      `domain d { entity E }\ntool a { category erp; owns d }\ntool b { category pim; owns d; status ${status} }`,
    );
  });
  test("a waiver for one leaves the other", () => {
    check(
      `
        domain d { entity E }
        tool a { category erp; owns d }
        tool b { category pim; owns d; status legacy }
        policy { allow two-systems-of-record for b because "Until the move is over" until 2027-01-01 }
      `,
      'error 2 "d" a',
    );
  });
});

describe("accountable-nobody", () => {
  const check = finds("accountable-nobody");
  test("the domain, and the tool that owns one entity of it", () => {
    check(
      "domain d core { entity E; entity F }\ntool t { category erp; owns d.E }",
      'warning 1 "d" d\nwarning 2 "t" t',
    );
  });
  test("not for what is not core", () => {
    check("domain d { entity E }\ntool t { category erp; owns d }\ntool u { category erp; reads d }");
  });
  test("entities with teams of their own do not answer for the whole", () => {
    const team = "team t { function it }\n";
    check(`${team}domain d core { accountable t; entity E { accountable t } }`);
    check(`${team}domain d core { entity E { accountable t } }`, 'warning 2 "d" d');
  });
  test("an unknown team is found once, elsewhere", () => {
    check("domain d core { accountable nobody-known }");
  });
});

describe("broken-chain", () => {
  const check = finds("broken-chain");
  const tools = ["a", "b", "c"].map((name) => `tool ${name} { category bi }`).join("\n");
  test("nothing before there is a chain", () => check(tools));
  test("an empty chain lacks all five", () => check(`chain c`, 'error 1 "c" c'));
  test("any tool of a stage to any of the next, through any number of flows", () => {
    check(`
      ${tools}
      tool x { category streaming }
      stakeholder s { kind customer }
      flow b -> x -> s -> c
      chain all { collect a, b; analyse c, x; activate c; measure c; optimise c }
    `);
  });
  test("flows count in their direction only", () => {
    check(
      `${tools}\nflow b -> a\nchain all { collect a; analyse b; activate b; measure b; optimise b }`,
      'error 5 "all" all',
    );
  });
  test("a tool in two stages is a path by itself, and not from the first to the third", () => {
    check(`${tools}\nchain all { collect a; analyse a, b; activate b; measure b; optimise b }`);
    check(
      `${tools}\nchain all { collect a; analyse b; activate a; measure a; optimise a }`,
      'error 4 "all" all\nerror 4 "all" all',
    );
  });
  test("the loop need not be closed by a flow from the last stage to the first", () => {
    check(`${tools}\nflow a -> b\nchain all { collect a; analyse a; activate a; measure a; optimise b }`);
  });
  test("a planned tool, or one on the way, joins nothing", () => {
    check(
      `
        tool a { category bi }
        tool b { category bi; status planned }
        tool c { category bi }
        flow a -> b -> c
        chain all { collect a; analyse c; activate c; measure c; optimise c }
      `,
      'error 5 "all" all',
    );
  });
  test("a stage whose tool is not known is found elsewhere", () => {
    check(`${tools}\nchain all { collect a; analyse nothing-known; activate b; measure b; optimise b }`);
  });
});

describe("rival-holds-our-data", () => {
  const check = finds("rival-holds-our-data");
  const world = (rest: string) => `
    business-model shop
    vendor rival { competes-with shop }
    vendor friend { business advertising }
    domain core-data core { entity E }
    domain people { entity P personal; entity Q }
    domain plain { entity X }
    tool ours { category erp }
    tool theirs { category erp; vendor rival }
    ${rest}
  `;
  test.each([
    ["owns core-data", 'error 9 "core-data" t'],
    ["owns core-data.E", 'error 9 "core-data.E" t'],
    ["reads people", 'error 9 "people" t'],
    ["reads people.P", 'error 9 "people.P" t'],
    ["reads people.Q", ""],
    ["owns plain", ""],
    ["writes core-data", ""],
    ["reads core-data; status planned", ""],
    ["owns core-data; status retired", ""],
    ["owns core-data; status legacy", 'error 9 "core-data" t'],
  ])("a tool of theirs %s", (line, expected) => {
    check(world(`tool t { category bi; vendor rival; ${line} }`), expected);
  });
  test("a tool of somebody else", () =>
    check(world("tool t { category bi; vendor friend; owns core-data }")));
  test.each([
    ["flow ours -> rival { carries core-data }", 'error 9 "core-data" ours -> rival'],
    ["flow ours -> theirs { carries plain, people.P }", 'error 9 "people.P" ours -> theirs'],
    ["flow ours -> theirs anonymised { carries people }", ""],
    ["flow ours -> theirs anonymised { carries core-data }", 'error 9 "core-data" ours -> theirs'],
    ["flow theirs -> ours { carries core-data }", ""],
    ["flow rival -> ours { carries people }", ""],
    ["flow ours -> friend { carries people }", ""],
  ])("%s", (flow, expected) => check(world(flow), expected));
});

describe("personal-data-without-basis", () => {
  const check = finds("personal-data-without-basis");
  const world = (flow: string) => `
    domain people { entity P personal; entity A { mail: text personal }; entity Q }
    tool a { category erp }
    tool b { category erp }
    tool c { category erp; status planned }
    stakeholder s { kind customer }
    ${flow}
  `;
  test.each([
    ["flow a -> b { carries people }", 'error 6 "people" a -> b'],
    ["flow a -> b { carries people.P }", 'error 6 "people.P" a -> b'],
    ["flow a -> b { carries people.A }", 'error 6 "people.A" a -> b'],
    ["flow s -> a { carries people.P }", 'error 6 "people.P" s -> a'],
    ["flow a -> b { carries people.Q }", ""],
    ["flow a -> b", ""],
    ["flow a -> c { carries people }", ""],
    ["flow a -> b anonymised { carries people }", ""],
    ["flow a -> b { carries people; basis consent }", ""],
    ['flow a -> b "Title" anonymised { carries people.P }', ""],
  ])("%s", (flow, expected) => check(world(flow), expected));
  test("each edge of a path by itself", () => {
    check(world("flow s -> a -> b { carries people }"), 'error 6 "people" s -> a\nerror 6 "people" a -> b');
  });
  test("two flows of one name are two", () => {
    check(
      world(
        'flow a -> b "One" { carries people; basis consent }\n    flow a -> b "Two" { carries people.P }',
      ),
      'error 7 "people.P" a -> b',
    );
  });
});

describe("shared-without-anonymising", () => {
  const check = finds("shared-without-anonymising");
  const world = (flow: string) => `
    domain people { entity P personal; entity Q }
    vendor soft { business software }
    vendor ads { business advertising }
    vendor broker { business data-broker }
    stakeholder ally { kind partner }
    stakeholder household { kind customer }
    tool a { category erp }
    tool x { category dsp; vendor ads }
    tool y { category dmp; vendor broker }
    tool z { category email; vendor soft }
    ${flow}
  `;
  test.each([
    ["flow a -> soft { carries people }", 'error 11 "people" a -> soft'],
    ["flow a -> ads { carries people.P; basis consent }", 'error 11 "people.P" a -> ads'],
    ["flow a -> ally { carries people.Q, people.P }", 'error 11 "people.P" a -> ally'],
    ["flow a -> x { carries people }", 'error 11 "people" a -> x'],
    ["flow a -> y { carries people }", 'error 11 "people" a -> y'],
    ["flow a -> z { carries people }", ""],
    ["flow a -> household { carries people }", ""],
    ["flow ads -> a { carries people }", ""],
    ["flow a -> x { carries people.Q }", ""],
    ["flow a -> soft anonymised { carries people }", ""],
  ])("%s", (flow, expected) => check(world(flow), expected));
});

describe("unmeasured-goal", () => {
  const check = finds("unmeasured-goal");
  const kpi = "kpi k { from d }\ndomain d\n";
  test("measured below, at any depth", () => {
    check(`${kpi}goal a { serves m }\ngoal b { serves a }\ngoal c { serves b; measured-by k }\nmission m`);
  });
  test("one goal below without a figure", () => {
    check(
      `${kpi}goal a { serves m }\ngoal b { serves a; measured-by k }\ngoal c { serves a }\nmission m`,
      'warning 3 "a" a\nwarning 5 "c" c',
    );
  });
  test("a goal that is measured itself does not need those below", () => {
    check(`${kpi}goal a { serves m; measured-by k }\ngoal c { serves a }\nmission m`, 'warning 4 "c" c');
  });
  test("goals that serve each other measure nothing", () => {
    check("goal a { serves b }\ngoal b { serves a }", 'warning 1 "a" a\nwarning 2 "b" b');
  });
  test("two goals above one", () => {
    check(`${kpi}goal a { serves m }\ngoal b { serves m }\ngoal c { serves a, b; measured-by k }\nmission m`);
  });
});

describe("kpi-on-unfit-data", () => {
  const check = finds("kpi-on-unfit-data");
  test("nothing before anybody states a quality", () =>
    check("domain d { entity E }\nkpi k { from d, d.E }"));
  test.each([
    "siloed",
    "scattered",
    "heterogeneous",
    "partial",
    "current",
    "reconciled, current",
    "clean, siloed",
  ])("%s", (quality) => {
    check(
      `domain d { quality ${quality}; entity E }\nkpi k { from d.E }\nkpi l { from d }`,
      'warning 2 "d.E" k\nwarning 3 "d" l',
    );
  });
  test("clean", () => check("domain d { quality clean; entity E }\nkpi k { from d.E, d }"));
  test("another domain's word begins the rule", () => {
    check("domain c { quality clean }\ndomain d { entity E }\nkpi k { from c, d.E }", 'warning 3 "d.E" k');
  });
  test("an entity's own word counts instead of its domain's", () => {
    const data = "domain d { quality clean; entity E { quality partial }; entity F }\n";
    check(`${data}kpi k { from d.F }`);
    check(`${data}kpi k { from d.E }`, 'warning 2 "d.E" k');
    check(`${data}kpi k { from d }`, 'warning 2 "d" k');
    check("domain d { quality partial; entity E { quality clean } }\nkpi k { from d.E, d }");
  });
});

describe("unreconciled-entity", () => {
  const check = finds("unreconciled-entity");
  const world = (entity: string, tools: string) =>
    `domain d { entity ${entity} }\ntool own { category mdm; owns d }\n${tools}`;
  const two = "tool a { category pos; writes d }\ntool b { category oms; writes d.E }";
  test("written by two", () => check(world("E", two), 'warning 1 "E" d.E'));
  test("with something that makes one record of it", () => check(world("E { reconciled-by own }", two)));
  test("the owner writes too", () => {
    check(
      "domain d { entity E }\ntool a { category mdm; owns d; writes d }\ntool b { category oms; writes d.E }",
      'warning 1 "E" d.E',
    );
  });
  test("to own is not to write", () => check(world("E", "tool a { category pos; writes d.E }")));
  test("nobody owns it", () => check(`domain d core { entity E }\n${two}`));
  test("one tool on two channels", () => {
    check(world("E", "tool a { category pos; writes d; channel digital, physical }"), 'warning 1 "E" d.E');
    check(world("E", "tool a { category pos; writes d; channel physical }"));
  });
  test.each(["planned", "retired"])("the other is %s", (status) => {
    check(
      world("E", `tool a { category pos; writes d }\ntool b { category oms; writes d; status ${status} }`),
    );
  });
  test("one tool that says so twice", () => check(world("E", "tool a { category pos; writes d, d.E }")));
});

describe("data-under-marketing", () => {
  const check = finds("data-under-marketing");
  const teams =
    "team m { function marketing }\nteam p { function product; reports-to m }\ndomain d core\ndomain e\n";
  test.each([
    ["team t { function data; reports-to m }", 'warning 5 "m" t'],
    ["team t { function data; reports-to p }", 'warning 5 "p" t'],
    ["team t { function it; reports-to p }", ""],
    ["team t { function it; reports-to p; architects d }", 'warning 5 "p" t'],
    ["team t { function it; reports-to p; architects e }", ""],
    ["team t { function data }", ""],
    ["team t { function marketing; architects d }", ""],
  ])("%s", (team, expected) => check(teams + team, expected));
  test("teams that report to each other", () => {
    check("team a { function data; reports-to b }\nteam b { function it; reports-to a }");
    check(
      "team a { function data; reports-to b }\nteam b { function marketing; reports-to a }",
      'warning 1 "b" a',
    );
  });
});
