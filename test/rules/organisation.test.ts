import { describe, expect, test } from "vitest";
import { repairsOf } from "../support/repair.ts";
import { found, related, said } from "../support/verdict.ts";

/** Data in pieces, and the organisation: near misses, places and repairs beyond what the pages and other tests show. */
function finds(rule: string) {
  return (text: string, expected = "") => expect(found(rule, text)).toBe(expected);
}

describe("unreconciled-entity", () => {
  const world = (entity: string, tools: string) =>
    `domain d { entity ${entity} }\ntool own { category mdm; owns d }\n${tools}`;
  const two = "tool b { category pos; writes d }\ntool a { category oms; writes d.E }";
  test("a name that names nothing is found as that", () => {
    finds("unreconciled-entity")(world("E { reconciled-by nobody }", two));
  });
  test("two tools of two channels are told as two tools, in any order alike", () => {
    const tools = two.split("\n");
    expect(said("unreconciled-entity", world("E", two))).toEqual(
      said("unreconciled-entity", world("E", tools.toReversed().join("\n"))),
    );
    expect(said("unreconciled-entity", world("E", two))[0]).toContain("'a' and 'b' write 'd.E'");
  });
  test("the owner, or a tool made for it that is there, makes one record of it", () => {
    const more = "tool id { category identity }\ntool next { category mdm; status planned }";
    const repairs = repairsOf("unreconciled-entity", world("E", `${two}\n${more}`));
    expect(repairs.map(({ title }) => title)).toEqual(["Add 'reconciled-by own'", "Add 'reconciled-by id'"]);
    expect(repairs.flatMap(({ found }) => found)).toEqual([]);
  });
});

describe("siloed-domain", () => {
  const check = finds("siloed-domain");
  const world = (a: string, b: string) =>
    `team t { function it }\ndomain d core { entity E }\ntool a { category bi; ${a} }\ntool b { category crm; ${b} }`;
  test.each([
    ["accountable t; reads d", "accountable t; used-by nobody-known; reads d", ""],
    ["accountable t; reads d", "accountable t; reads d.E, d", 'warning 2 "d" d'],
    ["accountable t; reads d, d.E", "accountable t", ""],
    ["accountable t; owns d", "accountable t; reads d", ""],
    ["reads d", "reads d", ""],
  ])("%s and %s", (a, b, expected) => check(world(a, b), expected));
});

describe("quality-overclaimed", () => {
  const check = finds("quality-overclaimed");
  const two =
    "tool o { category mdm; owns d }\ntool a { category pos; writes d }\ntool b { category oms; writes d }\n";
  test.each([
    ["domain d { quality reconciled; entity E; entity F { quality clean } }", 'warning 1 "reconciled" d'],
    ["domain d { quality reconciled; entity F { quality clean } }", ""],
    ["domain d { entity F { quality clean, reconciled } }", 'warning 1 "reconciled" d.F'],
    ["domain d { quality reconciled; entity E { reconciled-by o } }", ""],
    ["domain d { quality reconciled }", ""],
    ["domain d { quality clean; entity E }", ""],
  ])("%s", (domain, expected) => check(`${domain}\n${two}`, expected));
  test.each([
    ["1d", ""],
    ["24h", ""],
    ["1d 1h", 'warning 1 "current" d'],
    ["25h", 'warning 1 "current" d'],
    ["90min", ""],
  ])("fed every %s", (every, expected) => {
    const flow = `flow a -> o { carries d; every ${every} }`;
    check(`domain d { quality current; entity E }\n${two}${flow}`, expected);
    check(`domain d { quality current }\n${two}${flow}`, expected);
    check(`domain d { quality current; entity E { quality clean } }\n${two}${flow}`);
  });
  test("what comes from a tool that is not there feeds nothing", () => {
    const flows = 'flow a -> o "1" { carries d; every 1w }\nflow p -> o { carries d; every 1h }';
    check(
      `domain d { quality current; entity E }\n${two}tool p { category pos; status planned }\n${flows}`,
      'warning 1 "current" d',
    );
  });
  test("reconcile it, or take the word back", () => {
    const repairs = repairsOf(
      "quality-overclaimed",
      `domain d {\n  quality reconciled, clean\n  entity E\n}\n${two}`,
    );
    expect(repairs.map(({ title }) => title)).toEqual([
      "Add 'reconciled-by o' to 'd.E'",
      "Take 'reconciled' out of 'quality'",
    ]);
    expect(repairs[1]?.text).toContain("domain d {\n  quality clean\n  entity E\n}");
    expect(repairs.flatMap(({ found }) => found)).toEqual([]);
  });
});

describe("data-under-marketing", () => {
  const teams = [
    "team board { function executive }",
    "team it { function it; reports-to board }",
    "team m { function marketing; reports-to board }",
    "team p { function product; reports-to m }",
    "team below { function it; reports-to t }",
    "domain d core",
    "domain c core",
  ].join("\n");
  const data = `${teams}\nteam t { function data; reports-to p }`;
  test("the whole line up to marketing is named", () => {
    expect(related("data-under-marketing", data)).toEqual([
      "'p' reports to 'm'.",
      "'m' has the function marketing.",
    ]);
  });
  test("who could be above it instead", () => {
    const repairs = repairsOf("data-under-marketing", data);
    expect(repairs.map(({ title }) => title)).toEqual(["Replace 'p' by 'board'", "Replace 'p' by 'it'"]);
    expect(repairs.flatMap(({ found }) => found)).toEqual([]);
  });
  test("all the core domains it decides on are told, in any order alike", () => {
    const architects = (walls: string) =>
      said("data-under-marketing", `${teams}\nteam t { function it; reports-to m; architects ${walls} }`);
    expect(architects("d, c")).toEqual(architects("c, d"));
    expect(architects("d, c")[0]).toContain("core data ('c' and 'd')");
  });
  test("a line that runs into itself, whatever the order", () => {
    const circle = ["team x { function it; reports-to y }", "team y { function it; reports-to m }"];
    circle.push("team m { function marketing; reports-to z }", "team z { function data; reports-to x }");
    for (const lines of [circle, circle.toReversed()]) {
      const at = String(lines.findIndex((line) => line.includes("data")) + 1);
      finds("data-under-marketing")(lines.join("\n"), `warning ${at} "x" z`);
    }
  });
  test("a team that reports to itself", () => {
    finds("data-under-marketing")(
      "team t { function data; reports-to t }\nteam u { function marketing; reports-to u }",
    );
  });
});

describe("missing-skill", () => {
  const teams = "team t { function it }\nteam u { function it; skills s }\n";
  test.each([
    ["tool x { category bi; accountable nobody-known; requires s }", ""],
    ["tool x { category bi; accountable t; requires s; status planned }", 'warning 3 "s" x'],
    ["tool x { category bi; accountable t; used-by u; requires s }", ""],
    ["capability x { accountable nobody-known; requires s }", ""],
    ["capability x { requires S }", 'warning 3 "S" x'],
  ])("%s", (element, expected) => finds("missing-skill")(teams + element, expected));
  test.each([
    ["tool x { category bi; accountable t; requires s }", ["Add 'used-by u'", "Add 'skills s' to 't'"]],
    ["tool x { category bi; requires s }", ["Add 'accountable u'"]],
    ["capability x { accountable t; requires s }", ["Add 'skills s' to 't'"]],
    ["capability x { requires s }", ["Add 'accountable u'"]],
  ])("%s is repaired", (element, titles) => {
    const repairs = repairsOf("missing-skill", teams + element);
    expect(repairs.map(({ title }) => title)).toEqual(titles);
    for (const { found } of repairs) expect(found.filter((one) => one.includes("missing-skill"))).toEqual([]);
  });
});

describe("maturity-overclaimed", () => {
  const world = (maturity: string, status: string, rest = "") =>
    `team t { function it; maturity ${maturity} }\nteam u { function it }\ntool b { category bi; status ${status} }\ndomain d { entity E }\nkpi k { from d; audience t, u; delivered-by b; every 1d }\n${rest}`;
  test.each([
    ["active", "planned", "", 'warning 1 "active" t'],
    ["active", "retired", "", 'warning 1 "active" t'],
    ["active", "legacy", "", ""],
    ["data-driven", "active", "goal g { serves m; measured-by nothing-known }\nmission m", ""],
    ["data-driven", "active", "flow b -> nobody { mode manual }", ""],
  ])("%s, %s, %s", (maturity, status, rest, expected) => {
    finds("maturity-overclaimed")(world(maturity, status, rest), expected);
  });
  test.each([
    ["data-driven", "retired", "", "conscious"],
    ["informed", "active", "", "active"],
    ["data-driven", "active", "goal g { serves g }", "informed"],
  ])("%s is lowered to what is borne out (%s, %s)", (maturity, status, rest, borneOut) => {
    const alone =
      maturity === "informed" ? world(maturity, status).replace("t, u", "t") : world(maturity, status, rest);
    const [only] = repairsOf("maturity-overclaimed", alone);
    expect(only?.title).toBe(`Replace '${maturity}' by '${borneOut}'`);
    expect(only?.found).toEqual([]);
  });
  test("goals that are not measured are told in any order alike", () => {
    const goals = ["goal z { serves z }", "goal y { serves y }"];
    const told = said("maturity-overclaimed", world("data-driven", "active", goals.join("\n")));
    expect(told).toEqual(
      said("maturity-overclaimed", world("data-driven", "active", goals.toReversed().join("\n"))),
    );
  });
});

describe("data-driven-too-early", () => {
  const world = (maturity: string, tool: string) =>
    `team t { function it; maturity ${maturity} }\nteam u { function it }\ntool x { ${tool} }`;
  test.each([
    ["conscious", "category cdp; used-by t", 'warning 3 "t" x'],
    ["active", "category reverse-etl; accountable t", 'warning 3 "t" x'],
    ["active", "category personalisation; accountable t; used-by u", ""],
    ["informed", "category cdp; used-by t", ""],
    ["conscious", "category crm; used-by t", ""],
    ["conscious", "category cdp; used-by t; status retired", ""],
    ["conscious", "category cdp; used-by t; status legacy", 'warning 3 "t" x'],
    ["conscious", "category cdp; used-by nobody-known; accountable t", ""],
  ])("%s, %s", (maturity, tool, expected) => finds("data-driven-too-early")(world(maturity, tool), expected));
});

describe("the whole of marketing, the whole portfolio", () => {
  test("a word that does not exist covers nothing and begins nothing", () => {
    finds("marketing-gap")("capability c { activity selling }");
    finds("one-sided-portfolio")(
      "initiative a { improves cost }\ninitiative b { improves cost }\ninitiative c { improves everything }",
    );
  });
  test("one more of the same is no new finding", () => {
    const portfolio =
      "initiative a { improves cost }\ninitiative b { improves cost }\ninitiative c { improves cost }";
    const more = `${portfolio}\ninitiative d { improves revenue }`;
    expect(said("one-sided-portfolio", portfolio)).toEqual(said("one-sided-portfolio", more));
    expect(related("one-sided-portfolio", more)).toHaveLength(4);
  });
});

describe("initiatives", () => {
  test("each line goes where it belongs, an empty text is filled in", () => {
    const text =
      'domain d\nkpi k { from d }\ninitiative i {\n  accountable t\n  hypothesis ""\n  since 2026-01-01\n}\nteam t { function it }';
    finds("open-ended-initiative")(text, 'info 3 "i" i');
    const [only] = repairsOf("open-ended-initiative", text);
    expect(only?.text).toContain(
      'initiative i {\n  accountable t\n  hypothesis "If we do this, that will change by so much"\n  measured-by k\n  since 2026-01-01\n  until 2026-12-29\n}',
    );
    expect(only?.found).toEqual([]);
  });
  test("one without a block gets one", () => {
    const [only] = repairsOf("open-ended-initiative", "initiative i");
    expect(only?.text).toBe(
      'initiative i {\n  hypothesis "If we do this, that will change by so much"\n  until 2026-12-29\n}',
    );
  });
  test("what an initiative may do", () => {
    const repairs = repairsOf("unstated-impact", "initiative i { improves cost }");
    expect(repairs.map(({ title }) => title)).toEqual(
      ["commerce", "decisions", "teams", "customers"].map((word) => `Add 'impacts ${word}'`),
    );
    expect(repairs.flatMap(({ found }) => found)).toEqual([]);
  });
});
