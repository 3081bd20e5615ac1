import { describe, expect, test } from "vitest";
import { rules } from "../../server/rules/index.ts";
import { found, judge } from "../support/verdict.ts";

const ORPHAN = "domain d\ntool t { category erp }\nmission m\n";

function check(rule: string, text: string, expected = ""): void {
  expect(found(rule, text)).toBe(expected);
}

describe("severity", () => {
  test.each([
    ["error", 'error 2 "t" t'],
    ["warning", 'warning 2 "t" t'],
    ["info", 'info 2 "t" t'],
    ["off", ""],
  ])("%s orphan-tool", (word, expected) =>
    check("orphan-tool", `${ORPHAN}policy { ${word} orphan-tool }`, expected),
  );

  test("a policy in any file holds for the whole project", () => {
    check("orphan-tool", `//- a.bizarch\nnamespace a\npolicy { off orphan-tool }\n//- b.bizarch\n${ORPHAN}`);
  });

  test("the first of two lines holds, and the second is found", () => {
    const text = `${ORPHAN}policy { error orphan-tool }\npolicy { off orphan-tool }`;
    check("orphan-tool", text, 'error 2 "t" t');
    check("duplicate-property", text, 'error 5 "orphan-tool" -');
  });
});

describe("profile", () => {
  const text = `${ORPHAN}kpi k { from d }\ninitiative i\npolicy { info vanity-kpi }`;
  const under = (profile: "starter" | "recommended" | "strict") =>
    judge(text, { profile }).verdict.findings.map(({ rule, severity }) => `${severity} ${rule}`);

  test("recommended", () => {
    expect(under("recommended")).toEqual([
      "warning orphan-tool",
      "warning kpi-without-audience",
      "info vanity-kpi",
      "info open-ended-initiative",
      "warning orphan-initiative",
      "info unstated-impact",
    ]);
  });

  test("starter asks the first questions, and those that the policy asks", () => {
    expect(under("starter")).toEqual(["warning orphan-tool", "info vanity-kpi"]);
  });

  test("strict raises what the policy does not set, by one", () => {
    expect(under("strict")).toEqual([
      "error orphan-tool",
      "error kpi-without-audience",
      "info vanity-kpi",
      "warning open-ended-initiative",
      "error orphan-initiative",
      "warning unstated-impact",
    ]);
  });

  test("strict raises the language's warnings too", () => {
    const quality = "mission m\ndomain d { quality clean, partial }";
    expect(found("contradictory-quality", quality)).toBe('warning 2 "clean" d');
    expect(found("contradictory-quality", quality, { profile: "strict" })).toBe('error 2 "clean" d');
  });

  test("the settings come before what bizarch.json says", () => {
    const starter = `//- bizarch.json\n{ "profile": "starter" }\n//- a.bizarch\nmission m\ninitiative i`;
    check("orphan-initiative", starter);
    expect(found("orphan-initiative", starter, { profile: "strict" })).toBe('error 2 "i" i');
  });
});

describe("parameters", () => {
  const four = ["a", "b", "c", "d"].map((name) => `tool ${name} { category email }`).join("\n");

  test("a number", () => {
    check("tool-sprawl", four, 'warning 4 "email" d');
    check(
      "tool-sprawl",
      `${four}\npolicy { info tool-sprawl limit 2 }`,
      'info 3 "email" c\ninfo 4 "email" d',
    );
    check("tool-sprawl", `${four}\npolicy { warning tool-sprawl limit 4 }`);
  });

  test("a share", () => {
    const hub = `
      stakeholder s { kind customer }
      domain c core { about s; entity P }
      domain d core { entity A { p: c.P }; entity B { a: A }; entity C }
    `;
    check("customer-hub", hub, 'warning 2 "c" c');
    check("customer-hub", `${hub}policy { warning customer-hub share 66% }`, 'warning 2 "c" c');
    check("customer-hub", `${hub}policy { warning customer-hub share 67% }`);
  });

  test("countries", () => {
    const tool = "domain d { entity P personal }\ntool t { category cdp; hosting IE, US; owns d }\n";
    check("personal-data-leaves", tool);
    check(
      "personal-data-leaves",
      `${tool}policy { error personal-data-leaves countries EU }`,
      'error 2 "d" t',
    );
    check("personal-data-leaves", `${tool}policy { error personal-data-leaves countries EU, US }`);
  });

  test.each([
    ["warning tool-sprawl limit", 'error 1 "limit" -'],
    ["warning tool-sprawl limit 8%", 'error 1 "8%" -'],
    ["warning tool-sprawl limit many", 'error 1 "many" -'],
    ["warning tool-sprawl limit 3, 4", 'error 1 "4" -'],
    ["warning tool-sprawl limt 3", 'error 1 "limt" -'],
    ["warning orphan-tool limit 3", 'error 1 "limit" -'],
    ["warning customer-hub share 60", 'error 1 "60" -'],
    ["error personal-data-leaves countries FR, UK", 'error 1 "UK" -'],
    ["error personal-data-leaves countries FR DE", 'error 1 "DE" -'],
    ["warning tool-sprawl 3", 'error 1 "3" -'],
  ])("%s", (line, expected) => check("invalid-value", `policy { ${line} }`, expected));

  test("one that does not fit is not used", () => {
    check("tool-sprawl", `${four}\npolicy { warning tool-sprawl limit 99% }`, 'warning 4 "email" d');
  });

  test("the same twice", () => {
    check("duplicate-property", "policy { warning tool-sprawl limit 3 limit 4 }", 'error 1 "limit" -');
  });

  test("each says what it is for, and which way is stricter", () => {
    const all = rules.flatMap(({ parameters }) => Object.entries(parameters));
    expect(all.map(([name]) => name).toSorted()).toEqual(["countries", "limit", "share"]);
    for (const [, { doc, stricter }] of all) {
      expect(doc).toMatch(/\.$/);
      expect(stricter).toBeDefined();
    }
  });
});

describe("waivers", () => {
  const waiver = (rule: string, element: string, until = "2027-01-01") =>
    `policy { allow ${rule} for ${element} because "It is being replaced" until ${until} }`;

  test("excuse one rule at one element", () => {
    const text = `${ORPHAN}tool u { category erp }\n${waiver("orphan-tool", "t")}`;
    check("orphan-tool", text, 'warning 4 "u" u');
    const { waived } = judge(text).verdict;
    expect(waived.map(({ finding, waiver }) => [finding.element, waiver.because, waiver.until])).toEqual([
      ["t", "It is being replaced", "2027-01-01"],
    ]);
  });

  test("name an element as it is seen from where they stand", () => {
    check(
      "orphan-tool",
      `//- a.bizarch\nnamespace shop\ntool t { category erp }\n${waiver("orphan-tool", "t")}\n//- b.bizarch\n${ORPHAN}`,
      'warning 2 "t" t',
    );
  });

  test("excuse a flow by its two ends", () => {
    const flow =
      "domain d { entity P personal }\ntool a { category erp }\nvendor v\nflow a -> v { carries d }\n";
    check("personal-data-without-basis", `${flow}${waiver("personal-data-without-basis", "a -> v")}`);
  });

  test("excuse two systems of record at the data that both own, or at one of them", () => {
    const text =
      "domain d { entity E }\ntool a { category erp; owns d }\ntool b { category pim; owns d.E }\n";
    check("two-systems-of-record", text + waiver("two-systems-of-record", "d.E"));
    check("unused-waiver", text + waiver("two-systems-of-record", "d.E"));
    check("two-systems-of-record", text + waiver("two-systems-of-record", "a"), 'error 3 "d.E" b');
    const both = `${text}${waiver("two-systems-of-record", "d.E")}\n${waiver("two-systems-of-record", "a")}`;
    check("unused-waiver", both);
  });

  test("hold on their last day, and not the day after", () => {
    const text = ORPHAN + waiver("orphan-tool", "t", "2026-06-30");
    expect(found("orphan-tool", text, { today: "2026-06-30" })).toBe("");
    expect(found("orphan-tool", text, { today: "2026-07-01" })).toBe('warning 2 "t" t');
    expect(found("expired-waiver", text, { today: "2026-07-01" })).toBe('error 4 "2026-06-30" -');
    expect(found("unused-waiver", text, { today: "2026-07-01" })).toBe("");
  });

  test("of two for the same the one that lasts longer holds, wherever they stand", () => {
    const twice = (first: string, second: string) =>
      `//- a.bizarch\n${ORPHAN}${waiver("orphan-tool", "t", first)}\n//- b.bizarch\nnamespace x\n${waiver("orphan-tool", "t", second)}`;
    for (const text of [twice("2027-01-01", "2028-01-01"), twice("2028-01-01", "2027-01-01")]) {
      check("orphan-tool", text);
      expect(judge(text).verdict.waived.map(({ waiver }) => waiver.until)).toEqual(["2028-01-01"]);
    }
    check("unused-waiver", twice("2027-01-01", "2028-01-01"), 'warning 4 "orphan-tool" -');
    check("unused-waiver", twice("2028-01-01", "2027-01-01"), 'warning 2 "orphan-tool" -');
    check("unused-waiver", twice("2026-01-01", "2027-01-01"));
    check("expired-waiver", twice("2026-01-01", "2027-01-01"), 'error 4 "2026-01-01" -');
  });

  test("an element at a time: a domain's waiver is not its entities'", () => {
    const text = `mission m\ndomain d core { entity E }\n${waiver("no-system-of-record", "d")}`;
    check("no-system-of-record", text, 'warning 2 "E" d.E');
    check("unused-waiver", text, 'warning 3 "no-system-of-record" -');
    check(
      "no-system-of-record",
      `mission m\ndomain d core { entity E }\n${waiver("no-system-of-record", "d.E")}`,
    );
  });

  test.each(["becuse", "becauses"])("a misspelt word (%s) is found as that, and not as missing", (word) => {
    const text = ORPHAN + waiver("orphan-tool", "t").replace("because", word);
    check("invalid-value", text, `error 4 "${word}" -`);
    check("waiver-without-reason", text);
    check("orphan-tool", text, 'warning 2 "t" t');
  });

  test("in any order of their parts", () => {
    check("orphan-tool", `${ORPHAN}policy { allow orphan-tool until 2027-01-01 because "Soon" for t }`);
  });

  test("a name that names nothing is found once, elsewhere", () => {
    const text = ORPHAN + waiver("orphan-tool", "nothing-known");
    check("unused-waiver", text);
    check("unknown-reference", text, 'error 4 "nothing-known" -');
  });

  test("an excuse for nothing", () => {
    check("unused-waiver", ORPHAN + waiver("orphan-tool", "m"), 'warning 4 "orphan-tool" -');
    check("unused-waiver", ORPHAN + waiver("no-mission", "t"), 'warning 4 "no-mission" -');
  });

  test("of a rule that is off nobody knows whether it is needed", () => {
    const idle = ORPHAN + waiver("vanity-kpi", "t");
    expect(found("unused-waiver", idle, { profile: "starter" })).toBe("");
    check("unused-waiver", `${idle}\npolicy { off vanity-kpi }`);
    check("unused-waiver", idle, 'warning 4 "vanity-kpi" -');
  });

  test("excuse a rule of the project's own, which is known by its id", () => {
    const text = `
      //- a.bizarch
      namespace house
      rule calm { forbid tool owns domain }
      policy { warning calm; allow calm for t because "For now" until 2027-01-01 }
      mission m
      domain d
      tool t { category erp; owns d }
    `;
    check("calm", text);
    check("unknown-rule", text);
    expect(judge(text).verdict.waived.map(({ finding }) => finding.rule)).toEqual(["calm"]);
  });

  test.each(["syntax", "unknown-reference", "unused-waiver"])("never excuse %s", (rule) => {
    check("invalid-value", ORPHAN + waiver(rule, "t"), `error 4 "${rule}" -`);
  });
});

test("an own rule cannot take the name of one that there is", () => {
  const own = (name: string) => `rule ${name} "Mine" { forbid tool owns domain }\n`;
  check("duplicate-name", own("no-mission"), 'error 1 "no-mission" no-mission');
  check("duplicate-name", own("syntax"), 'error 1 "syntax" syntax');
  check("duplicate-name", own("mine"));
});

test("a parameter that only every object has is none", () => {
  const text = "policy { warning tool-sprawl __proto__ 3; warning customer-hub constructor 3 }";
  check("invalid-value", text, 'error 1 "__proto__" -\nerror 1 "constructor" -');
});
