import { describe, expect, test } from "vitest";
import { unindent } from "../support/fixture.ts";
import { printed, QUIET, reviewed, type Files } from "./sides.ts";

function check(base: string | Files, head: string | Files, expected: string): void {
  expect(printed(reviewed(base, head))).toBe(unindent(expected).trimEnd());
}

function quiet(base: string, head: string, expected: string): void {
  check(QUIET + unindent(base), QUIET + unindent(head), expected);
}

test("nothing is no change", () => check("mission eat", "mission eat", ""));

test("formatting, comments, order and files are no change", () =>
  check(
    {
      "a.bizarch": 'mission eat "Eat" { horizon 10y }\ndomain d core { entity A; entity B { x: id key } }\n',
      "b.bizarch": "team t { function data; skills a, b }\n",
    },
    {
      "z.bizarch":
        '// moved\nteam t {\n  skills b, a\n  function data\n}\n\ndomain d core\n{\n  entity B {\n    x: id key\n  }\n  entity A\n}\nmission eat """Eat""" {\n  horizon   10y\n}\n',
    },
    "",
  ));

test("an accent that is a sign of its own looks the same, and is no change", () =>
  quiet(
    'goal g "Caf\u00e9" { target "\u00e9t\u00e9" }',
    'goal g "Cafe\u0301" { target "e\u0301te\u0301" }',
    "",
  ));

test("a property that changed, came and went", () =>
  check(
    'mission eat { horizon 10y; link "https://a.example" }',
    'mission eat { horizon 12y; description "Why" }',
    `
    changed mission eat
      horizon 10y => 12y
      link "https://a.example" => -
      description - => Why
    `,
  ));

test("title and flags are properties by these names", () =>
  quiet(
    'domain d "Data" core',
    "domain d generic",
    `
    changed domain d
      title Data => -
      flags core => generic
    `,
  ));

test("an empty title is a title", () =>
  quiet(
    'domain d ""',
    "domain d",
    `
    changed domain d
      title  => -
    `,
  ));

test("a doc comment is the description", () =>
  quiet("/// One\ndomain d", "/// Two\ndomain d", "changed domain d\n  description One => Two\n"));

test("an attribute is an element", () =>
  quiet(
    "domain d { entity E { a: text; b: number key } }",
    "domain d { entity E { a: text for logistics; c: money list } }",
    `
    changed attribute d.E.a
      for - => logistics
    removed attribute d.E.b
      flags key => -
      type number => -
    added attribute d.E.c
      flags - => list
      type - => money
    `,
  ));

test("a changed reference shows in properties and relations", () =>
  quiet(
    "domain d { entity E }\ndomain e\ntool t { category pim; owns d.E; reads e }",
    "domain d { entity E }\ndomain e\ntool t { category pim; owns d.E, e }",
    `
    changed tool t
      owns d.E => d.E, e
      reads e => -
    added t owns e [wall]
    removed t reads e
    `,
  ));

test("another way of writing the same reference is no change", () =>
  quiet("domain d { entity E { x: E } }", "domain d { entity E { x: d.E } }", ""));

test("edges are known by kind, ends and title", () =>
  quiet(
    'tool a { category pim }\ntool b { category erp }\nflow a -> b "One" { mode batch }\nflow a -> b "Two"',
    'tool a { category pim }\ntool b { category erp }\nflow a -> b "Two"\nflow a -> b "One" { mode api }',
    `
    changed flow a -> b
      mode batch => api
    `,
  ));

test("an edge alone between its ends keeps its identity under another title", () =>
  quiet(
    'tool a { category pim }\ntool b { category erp }\nflow a -> b "One" { mode batch }',
    'tool a { category pim }\ntool b { category erp }\nflow a -> b "Another" { mode batch }',
    `
    changed flow a -> b
      title One => Another
    `,
  ));

test("a chain of edges changes one by one", () =>
  quiet(
    "tool a { category pim }\ntool b { category erp }\ntool c { category wms }\nflow a -> b -> c { mode batch }",
    "tool a { category pim }\ntool b { category erp }\ntool c { category wms }\nflow a -> b { mode batch }",
    `
    removed flow b -> c
      mode batch => -
    `,
  ));

test("another kind under the same name is another element", () =>
  quiet(
    "vendor x",
    "team x { function data }",
    `
    added team x
      function - => data
    removed vendor x
    `,
  ));

describe("what is gone, and whose name something else took,", () => {
  test("is not what is meant by that name now", () =>
    quiet(
      'domain d { entity Product "Two" { of: a.Product } }\ndomain a { entity Product }',
      'domain a { entity Product "Two" { of: a.Product } }',
      `
      removed domain d
      removed entity a.Product
      renamed entity a.Product (was d.Product)
      changed attribute a.Product.of (was d.Product.of)
        type a.Product => a.Product
      removed a.Product.of type a.Product [wall]
      added a.Product.of type a.Product [wall]
      `,
    ));

  test("loses what led to it, and the other keeps what led there", () =>
    quiet(
      'domain b\ntool pim { category pim; owns b, a }\ndomain a "Three" { entity P; entity Q; entity R }',
      'domain b "Three" { entity P; entity Q; entity R }',
      `
      removed domain b
      renamed domain b (was a)
      removed tool pim
        category pim => -
        owns b, a => -
      removed pim owns b [wall]
      removed pim owns b [wall]
      `,
    ));
});

test("a project's own properties are compared", () =>
  quiet("vendor x { x-id 12 }", "vendor x { x-id 13 }", "changed vendor x\n  x-id 12 => 13\n"));

test("a view and its selector", () =>
  quiet(
    "view v { show tool[status = legacy] }",
    "view v { show tool[status = active] }",
    "changed view v\n  show tool[status = legacy] => tool[status = active]\n",
  ));

test("the order in a selector is no change", () =>
  quiet(
    "view v { show tool[hosting = FR | DE, status = active] }",
    "view v { show tool[status = active, hosting = DE | FR] }",
    "",
  ));

describe("what an own rule found", () => {
  const told = (base: string, head: string) => {
    const { findings, policy } = reviewed(QUIET + base, QUIET + head);
    const rules = (list: readonly { readonly rule: string }[]) => list.map(({ rule }) => rule);
    return [rules(findings.introduced), rules(findings.fixed), policy.map(({ change }) => change)];
  };
  const world = "domain d { entity E { a: text } }\ntool t { category crm; owns d }\n";
  const mine = 'rule mine "No" { forbid tool owns entity }\n';

  test("is not fixed by taking the rule out, or by turning it off", () => {
    expect(told(world + mine, world)).toEqual([[], [], ["loosened"]]);
    expect(told(world + mine, `${world}${mine}policy { off mine }`)).toEqual([[], [], ["loosened"]]);
  });

  test("is the same under another name of the rule", () => {
    expect(told(world + mine, world + mine.replace("mine", "ours"))).toEqual([[], [], []]);
  });

  test("is fixed where what it forbids is gone", () => {
    expect(told(world + mine, world.replace("; owns d", "") + mine)).toEqual([[], ["mine"], []]);
  });
});

describe("a guard", () => {
  const guard = (base: string, head: string) =>
    reviewed(`mission m\n${base}`, `mission m\n${head}`).policy.map(({ change, what }) => [change, what.en]);

  test("that was silent for want of words is tightened by the first, and loosened by taking the last", () => {
    const countries = (list: string) => `policy { warning personal-data-leaves countries ${list} }`;
    expect(guard("", countries("FR"))).toEqual([
      ["tightened", "'countries' of rule 'personal-data-leaves' went from — to FR"],
    ]);
    expect(guard(countries("FR"), "")).toEqual([
      ["loosened", "'countries' of rule 'personal-data-leaves' went from FR to —"],
    ]);
    expect(guard(countries("FR"), countries("FR, DE"))[0]?.[0]).toBe("loosened");
    expect(guard(countries("FR, DE"), countries("FR"))[0]?.[0]).toBe("tightened");
  });

  test("that was off is tightened by being turned on, however wide its limit is then", () => {
    const [off, wide] = ["policy { off tool-sprawl }", "policy { warning tool-sprawl limit 80 }"];
    expect(guard(off, wide)).toEqual([["tightened", "rule 'tool-sprawl' went from off to warning"]]);
    expect(guard(wide, off)).toEqual([["loosened", "rule 'tool-sprawl' went from warning to off"]]);
  });

  test("is what it was where a number is only written otherwise", () => {
    const share = (text: string) => `policy { warning customer-hub share ${text} }`;
    expect(guard(share("60%"), share("60.0%"))).toEqual([]);
    expect(guard(share("60%"), share("60.5%"))[0]?.[0]).toBe("loosened");
    expect(guard(share("50%"), "policy { warning customer-hub }")).toEqual([]);
  });

  test("says a share in percent where nobody set it, too", () => {
    expect(guard("policy { warning customer-hub share 40% }", "")).toEqual([
      ["loosened", "'share' of rule 'customer-hub' went from 40% to 50%"],
    ]);
  });

  test("that forbids more is tightened, one that forbids less or something else is loosened", () => {
    const rule = (...clauses: readonly string[]) => `rule r { ${clauses.join("; ")} }`;
    const [one, two] = ["forbid tool owns entity", "forbid tool reads entity"];
    const changes = (base: string, head: string) => guard(base, head).map(([change]) => change);
    expect(changes(rule(one), rule(one, two))).toEqual(["tightened"]);
    expect(changes(rule(one, two), rule(two))).toEqual(["loosened"]);
    expect(changes(rule(one), rule(two))).toEqual(["loosened"]);
  });

  test.each([
    ["forbid tool[status = legacy] owns entity", "forbid tool owns entity", "tightened"],
    ["forbid tool[hosting = US] owns entity", "forbid tool[hosting = CN | US] owns entity", "tightened"],
    ["forbid tool[hosting != FR | DE] owns entity", "forbid tool[hosting != DE] owns entity", "tightened"],
    [
      "forbid tool[hosting != DE | FR] owns entity",
      "forbid tool[hosting != FR | DE | ES] owns entity",
      "loosened",
    ],
    ["forbid tool[lifespan > 10y] owns entity", "forbid tool[lifespan > 60mo] owns entity", "tightened"],
    ["forbid tool[lifespan > 5y] owns entity", "forbid tool[lifespan > 10y] owns entity", "loosened"],
    ["forbid tool[lifespan < 1y] owns entity", "forbid tool[lifespan < 2y] owns entity", "tightened"],
    ["forbid tool[lifespan < 2y] owns entity", "forbid tool[lifespan < 1y] owns entity", "loosened"],
    ["forbid tool[lifespan > 1y] owns entity", "forbid tool[lifespan < 1y] owns entity", "loosened"],
    ["forbid tool[cost > 9 EUR] owns entity", "forbid tool[cost > 8 USD] owns entity", "loosened"],
    ["forbid tool owns entity", "forbid tool owns entity[personal]", "loosened"],
    ["forbid tool[hosting = US] owns entity", "forbid tool[status = legacy] owns entity", "loosened"],
    ["require domain[core] accountable team", "require domain accountable team", "tightened"],
    ["require domain accountable team", "require domain accountable team[function = data]", "tightened"],
    ["require domain accountable team[function = data]", "require domain accountable team", "loosened"],
    ["require domain accountable team", "require domain[core] accountable team", "loosened"],
  ])("%s, then %s: %s", (before, after, change) => {
    expect(guard(`rule r { ${before} }`, `rule r { ${after} }`).map(([what]) => what)).toEqual([change]);
  });

  test("of the project's own that is off guards nothing, whatever becomes of it", () => {
    const rule = (clause = "forbid tool owns entity") => `rule r { ${clause} }\n`;
    const [off, on] = ["policy { off r }", "policy { error r }"];
    expect(guard("", rule() + off)).toEqual([]);
    expect(guard(rule() + off, "")).toEqual([]);
    expect(guard(rule() + off, rule("require tool owns entity") + off)).toEqual([]);
    expect(guard(rule() + on, rule("require tool owns entity") + off)).toEqual([
      ["loosened", "rule 'r' went from error to off"],
    ]);
    expect(guard("", rule() + on)).toEqual([["tightened", "a new rule of the project's own, 'r'"]]);
    expect(guard(rule(), "")[0]?.[0]).toBe("loosened");
  });

  test("of the project's own in a namespace is known by its id", () => {
    const rule = 'namespace shop\nrule r "No" { forbid tool owns entity; severity error }';
    const side = (policy: string) => ({ "a.bizarch": `${rule}\npolicy { ${policy} }` });
    expect(reviewed(side(""), side("off r")).policy.map(({ what }) => what.en)).toEqual([
      "rule 'r' went from error to off",
    ]);
  });

  test("of another name takes its exceptions along", () => {
    const side = (name: string) =>
      `tool t { category crm }\nrule ${name} "No" { forbid tool owns entity; severity error }\npolicy { allow ${name} for t because "x" until 2027-01-01 }`;
    const { policy, findings } = reviewed(side("r"), side("s"));
    expect([policy, findings.introduced, findings.fixed]).toEqual([[], [], []]);
  });

  test("an exception for another reason is another exception; other blanks are none", () => {
    const allow = (because: string, until = "2027-01-01") =>
      `tool t { category crm }\npolicy { allow orphan-tool for t because ${because} until ${until} }`;
    expect(guard(allow('"MDM goes live"'), allow('"We like it"'))).toEqual([
      [
        "loosened",
        "the waiver of 'orphan-tool' for 't' has another reason: “We like it”, and no longer “MDM goes live”",
      ],
    ]);
    expect(guard(allow('"One two"'), allow('"One  two "'))).toEqual([]);
    expect(guard(allow('"One"'), allow('"Two"', "2026-12-01")).map(([change]) => change)).toEqual([
      "tightened",
      "loosened",
    ]);
  });
});

test("what rules say of several together is no news after a reordering", () => {
  const [model, tools] = [
    "business-model m { pattern commerce }\n",
    [1, 2, 3, 4].map((n) => `tool t${String(n)} { category crm }\n`),
  ];
  check(model + tools.join(""), tools.toReversed().join("") + model, "");
});
