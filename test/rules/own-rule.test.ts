import { describe, expect, test } from "vitest";
import { found, judge, placeOf } from "../support/verdict.ts";

const EU = `
rule eu-only "Personal data stays in the EU" {
  forbid tool[hosting != FR | DE] owns entity[personal]
  severity error
}
domain customer { entity Profile personal; entity Segment }
`;

function check(rule: string, text: string, expected = ""): void {
  expect(found(rule, text)).toBe(expected);
}

test("forbids a relation between what two selectors name", () => {
  check(
    "eu-only",
    `${EU}tool crm { category crm; hosting US; owns customer.Profile }`,
    'error 6 "customer.Profile" crm',
  );
  check(
    "eu-only",
    `${EU}tool crm { category crm; hosting FR, US; owns customer.Profile }`,
    'error 6 "customer.Profile" crm',
  );
});

test("a domain stands for its entities", () => {
  check("eu-only", `${EU}tool crm { category crm; hosting US; owns customer }`, 'error 6 "customer" crm');
});

test("is silent where a condition does not hold, or nothing is said", () => {
  check("eu-only", `${EU}tool crm { category crm; hosting FR, DE; owns customer }`);
  check("eu-only", `${EU}tool crm { category crm; owns customer }`);
  check("eu-only", `${EU}tool crm { category crm; hosting US; owns customer.Segment }`);
  check("eu-only", `${EU}tool crm { category crm; hosting US; reads customer }`);
  check("eu-only", `${EU}tool crm { category crm; hosting US; owns customer; status retired }`);
});

test("requires a relation", () => {
  const rule =
    "rule answered { require domain[core] accountable team[function = data] }\nteam d { function data }\nteam s { function sales }\n";
  check("answered", `${rule}domain a core { accountable d }\ndomain b`);
  check("answered", `${rule}domain a core { accountable s }`, 'warning 4 "a" a');
  check("answered", `${rule}domain a core`, 'warning 4 "a" a');
});

test("an entity has its domain's team", () => {
  const rule = "rule answered { require entity accountable team }\nteam d { function data }\n";
  check("answered", `${rule}domain a { accountable d; entity E }`);
  check("answered", `${rule}domain a { entity E }`, 'warning 3 "E" a.E');
});

test("several lines hold all, and conditions compare", () => {
  const rule =
    "rule short { forbid tool[lifespan < 1y] owns domain[core]\nforbid tool[status = legacy] owns domain }\ndomain a core { entity E }\n";
  check("short", `${rule}tool t { category erp; lifespan 6mo; owns a.E }`, 'warning 4 "a.E" t');
  check("short", `${rule}tool t { category erp; lifespan 1y; owns a.E }`);
  check("short", `${rule}tool t { category erp; status legacy; owns a }`, 'warning 4 "a" t');
});

test("a policy sets its severity, and excuses from it", () => {
  const crm = `${EU}tool crm { category crm; hosting US; owns customer }\n`;
  check("eu-only", `${crm}policy { info eu-only }`, 'info 6 "customer" crm');
  check("eu-only", `${crm}policy { off eu-only }`);
  check("eu-only", `${crm}policy { allow eu-only for crm because "moving" until 2027-01-01 }`);
});

test("bears its id in a namespace too", () => {
  check(
    "r",
    "namespace n\nrule r { forbid tool owns domain }\ndomain a\ntool t { category erp; owns a }",
    'warning 4 "a" n.t',
  );
});

describe("conditions", () => {
  const tool = (condition: string, line: string) =>
    `rule r { forbid tool[${condition}] owns domain }\ndomain d\nteam a { function it }\nteam b { function hr }\ntool t { category erp; owns d; ${line} }`;
  const HIT = 'warning 5 "d" t';
  test.each([
    ["status = active", "", HIT],
    ["status != active", "", ""],
    ["status != active | legacy", "status planned", ""],
    ["status != active", "status legacy", HIT],
    ["category = erp | crm", "", HIT],
    ["category = crm", "", ""],
    ["lifespan < 1y", "lifespan 364d", HIT],
    ["lifespan < 1y", "lifespan 365d", ""],
    ["lifespan = 365d", "lifespan 1y", HIT],
    ["lifespan != 365d", "lifespan 1y", ""],
    ["lifespan > 1y | 9y", "lifespan 2y", HIT],
    ["cost > 100000 EUR", "cost 100001 EUR", HIT],
    ["cost > 100000 EUR", "cost 100000 EUR", ""],
    ["cost > 100000 EUR", "cost 900000 USD", ""],
    ["cost = 5 EUR", "cost 5 USD", ""],
    ["until < 2027-01-01", "until 2026-12-31", HIT],
    ["until < 2027-01-01", "until 2027-01-01", ""],
    ["until > 2027-01-01", "", ""],
    ["tags = old", "tags new, old", HIT],
    ["channel != digital", "channel digital", ""],
    ["x-env = prod", 'x-env "prod"', HIT],
    ["x-size > 4", "x-size 1, 5", HIT],
    ["x-size > 4", "x-size 9d", ""],
    ["x-size != 4", "", ""],
    ["accountable = a", "accountable a", HIT],
    ["accountable = a", "accountable b", ""],
    ["accountable != a", "accountable b", HIT],
    ["accountable != a", "", ""],
    ["accountable = a, status = active, category != crm", "accountable a", HIT],
    ["accountable = a, status = legacy", "accountable a", ""],
    ["used-by = a | b", "used-by b", HIT],
    ['exit = "Export"', 'exit "Export"', HIT],
  ])("tool[%s], %s", (condition, line, expected) => check("r", tool(condition, line), expected));

  test.each([
    ["supporting", "d", 'warning 2 "d" t'],
    ["supporting", "d supporting", 'warning 2 "d" t'],
    ["supporting", "d core", ""],
    ["generic", "d", ""],
    ["core", "d core", 'warning 2 "d" t'],
  ])("domain[%s], %s", (flag, domain, expected) => {
    check(
      "r",
      `rule r { forbid tool owns domain[${flag}] }\ntool t { category erp; owns d }\ndomain ${domain}`,
      expected,
    );
  });

  test("what an entity leaves to its domain", () => {
    const data =
      "domain d { quality partial; accountable a; entity E; entity F { quality clean; accountable b } }";
    const world = `${data}\nteam a { function it }\nteam b { function hr }\nkpi k { from d.E }\nkpi l { from d.F }\n`;
    check("r", `${world}rule r { forbid kpi from entity[quality = partial] }`, 'warning 4 "d.E" k');
    check("r", `${world}rule r { forbid kpi from entity[accountable = b] }`, 'warning 5 "d.F" l');
    check("r", `${world}rule r { forbid entity accountable team[function = it] }`, 'warning 1 "a" d.E');
  });

  test("a team of the same name in another namespace is another", () => {
    const world = (team: string) =>
      `//- a.bizarch\nnamespace x\nteam data { function it }\nrule r { forbid tool[accountable = ${team}] owns domain }\ndomain d\n//- b.bizarch\nnamespace y\nteam data { function it }\ntool t { category erp; accountable data; owns x.d }`;
    check("r", world("data"));
    check("r", world("y.data"), 'warning 3 "x.d" y.t');
  });
});

describe("what a relation reaches", () => {
  const data = "domain d core { entity P { mail: text personal; of: Q key }; entity Q; entity R }\n";
  test.each([
    ["tool owns entity[personal]", "d", 'warning 2 "d" t'],
    ["tool owns entity[personal]", "d.P", 'warning 2 "d.P" t'],
    ["tool owns entity[personal]", "d.Q", ""],
    ["tool owns domain[core]", "d.Q", 'warning 2 "d.Q" t'],
    ["tool owns attribute[personal]", "d", 'warning 2 "d" t'],
    ["tool owns attribute[personal]", "d.Q", ""],
    ["tool owns team", "d", ""],
  ])("%s, owns %s", (clause, owned, expected) => {
    check("r", `${data}tool t { category erp; owns ${owned} }\nrule r { forbid ${clause} }`, expected);
  });

  test("an attribute its type", () => {
    check("r", `${data}rule r { forbid attribute[key] type entity }`, 'warning 1 "Q" d.P.of');
    check("r", `${data}rule r { forbid attribute[personal] type entity }`);
  });

  test("a flow what it carries, while it is there", () => {
    const world = `${data}tool a { category erp }\ntool b { category erp }\ntool c { category erp; status planned }\nrule r { forbid flow[mode = manual] carries entity[personal] }\n`;
    const flow = (line: string) => `${world}flow ${line}`;
    check("r", flow("a -> b { carries d; mode manual }"), 'warning 6 "d" a -> b');
    check("r", flow("a -> b { carries d; mode api }"));
    check("r", flow("a -> b { carries d }"));
    check("r", flow("a -> b { carries d.Q; mode manual }"));
    check("r", flow("a -> b anonymised { carries d; mode manual }"));
    check("r", flow("a -> c { carries d; mode manual }"));
    check("r", flow("a -> nothing-known { carries d; mode manual }"));
    check(
      "r",
      flow(
        'a -> b { carries d; mode manual }\npolicy { allow r for a -> b because "Soon" until 2027-01-01 }',
      ),
    );
  });

  test("two lines that forbid the same say it once, each reference by itself", () => {
    const rule = "rule r { forbid tool owns domain\n  forbid tool owns entity }\n";
    check("r", `${rule}${data}tool t { category erp; owns d, d.P }`, 'warning 4 "d" t\nwarning 4 "d.P" t');
  });
});

describe("a requirement", () => {
  const teams = "team a { function data; reports-to b }\nteam b { function it; reports-to a }\n";
  const world = (clause: string, rest: string) => `${teams}rule r { require ${clause} }\n${rest}`;
  test.each([
    ["tool owns domain", "tool t { category erp; status planned }", ""],
    ["tool owns domain", "tool t { category erp; status legacy }", 'warning 4 "t" t'],
    ["tool accountable team", "tool t { category erp; status planned }", 'warning 4 "t" t'],
    ["tool accountable team", "tool t { category erp; accountable nobody-known }", ""],
    ["tool accountable team", "tool t { category erp; accountable }", ""],
    ["tool accountable team", "tool t { category erp; acountable a }", ""],
    ["tool accountable team[function = hr]", "tool t { category erp; accountable a }", 'warning 4 "t" t'],
    ["entity accountable team", "domain d { accountable nobody-known; entity E }", ""],
    ["entity accountable team", "domain d { accountable a; entity E { accountable nobody-known } }", ""],
    ["flow carries entity", "tool t { category erp }\nflow t -> nothing-known", ""],
    [
      "flow carries entity",
      "tool t { category erp }\ntool u { category erp }\nflow t -> u",
      'warning 6 "u" t -> u',
    ],
    ["team reports-to team[function = it]", "", 'warning 2 "b" b'],
  ])("%s: %s", (clause, rest, expected) => check("r", world(clause, rest), expected));
});

test("a relation that a kind does not have is found, and holds up no other line", () => {
  const rule = "rule r { forbid kpi owns domain\n  forbid tool onws domain\n  forbid tool owns domain }\n";
  const text = `${rule}domain d\ntool t { category erp; owns d }`;
  check("invalid-value", text, 'error 1 "owns" r\nerror 2 "onws" r');
  check("r", text, 'warning 5 "d" t');
});

test("says which two, where both stand, and why", () => {
  const { model, verdict } = judge(`
    rule eu "Personal data stays in the EU" {
      forbid tool[hosting != FR] owns entity[personal]
      require domain accountable team[function = data]
      because """The law
        asks for it"""
    }
    domain d { accountable legal; entity B personal; entity A personal }
    team legal { function legal }
    tool crm { category crm; hosting US; owns d }
  `);
  const own = verdict.findings.filter(({ rule }) => rule === "eu");
  expect(own.map(({ message }) => message)).toEqual([
    {
      en: "'d' lacks 'accountable team[function = data]', which 'eu' requires: Personal data stays in the EU. The law asks for it.",
      fr: "Il manque à « d » « accountable team[function = data] », exigé par « eu » : Personal data stays in the EU. The law asks for it.",
    },
    {
      en: "'crm owns d.A, d.B' is forbidden by 'eu': Personal data stays in the EU. The law asks for it.",
      fr: "« crm owns d.A, d.B » est interdit par « eu » : Personal data stays in the EU. The law asks for it.",
    },
  ]);
  expect(own.at(0)?.related.map(({ message }) => message.en)).toEqual([
    "'eu' stands here.",
    "It says 'accountable legal'.",
  ]);
  const places = own.at(1)?.related.map((related) => placeOf(model, related));
  expect(places?.map(({ line, covered }) => `${line} ${covered}`)).toEqual(["1 eu", "7 A", "7 B"]);
});

test("profiles keep it, strict raises it, and a policy comes before both", () => {
  const text = "domain d\ntool t { category erp; owns d }\n";
  const rule = (severity: string) => `${text}rule r { forbid tool owns domain; severity ${severity} }`;
  const under = (profile: "starter" | "strict", text: string) => found("r", text, { profile });
  expect(under("starter", rule("info"))).toBe('info 2 "d" t');
  expect(under("strict", rule("info"))).toBe('warning 2 "d" t');
  expect(under("strict", rule("warning"))).toBe('error 2 "d" t');
  expect(under("strict", `${rule("error")}\npolicy { info r }`)).toBe('info 2 "d" t');
});
