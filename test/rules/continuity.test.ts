import { describe, expect, test } from "vitest";
import { repairsOf } from "../support/repair.ts";
import { found, related, said } from "../support/verdict.ts";

/** Technical continuity: near misses, places and repairs, beyond what the pages and `others.test.ts` show. */
function finds(rule: string) {
  return (text: string, expected = "") => expect(found(rule, text)).toBe(expected);
}

describe("broken-chain", () => {
  const tools = ["a", "b", "c"].map((name) => `tool ${name} { category bi }`).join("\n");
  test("a tool that is only planned is named as the reason", () => {
    const chain = "chain all { collect a; analyse p; activate a; measure a; optimise a }";
    const text = `${tools}\ntool p { category bi; status planned }\n${chain}`;
    expect(said("broken-chain", text)[0]).toContain("no tool for 'analyse'");
    expect(related("broken-chain", text)).toEqual(["'p' is planned: it does nothing today."]);
  });
  test("the order in which a stage names its tools is no change", () => {
    const chain = (stage: string) =>
      `${tools}\nchain all { collect ${stage}; analyse c; activate c; measure c; optimise c }`;
    expect(said("broken-chain", chain("a, b"))).toEqual(said("broken-chain", chain("b, a")));
  });
  test("one wrong name in a stage may be the way", () => {
    finds("broken-chain")(
      `${tools}\nchain all { collect a, nothing-known; analyse b; activate b; measure b; optimise b }`,
    );
  });
  test.each([
    ["joined to what is there", "flow shop -> sight", "analyse sight", []],
    ["rather the neighbour's than one that nothing reaches", "", "analyse shop", []],
  ])("a stage is filled with a tool that is %s", (_, flow, line, expected) => {
    const [first] = repairsOf(
      "broken-chain",
      `tool shop { category website }\ntool sight { category web-analytics }\n${flow}\nchain c { collect shop }`,
    );
    expect(first?.text).toContain(line);
    expect(first?.found).toEqual(expected);
  });
  test("a flow bridges a gap", () => {
    const [first] = repairsOf(
      "broken-chain",
      "namespace x\ntool a { category bi }\ntool b { category bi }\nchain c { collect a; analyse b; activate b; measure b; optimise b }\n",
    );
    expect(first?.title).toBe("Declare 'flow a -> b'");
    expect(first?.found).toEqual([]);
  });
});

describe("isolated-tool", () => {
  const check = finds("isolated-tool");
  const tools = "tool a { category erp }\ntool b { category erp }\ntool c { category erp }\n";
  test("a flow whose other end names nothing is found as that", () =>
    check(`${tools}flow a -> b\nflow c -> nowhere`));
  test("a flow from a tool to itself joins it to nothing", () =>
    check(`${tools}flow a -> b\nflow c -> c`, 'warning 3 "c" c'));
  test("a flow between people and a vendor is none of the others", () =>
    check(`${tools}stakeholder s { kind customer }\nvendor v\nflow s -> v`));
  test("people and vendors are somebody to be joined to", () =>
    check(`${tools}stakeholder s { kind customer }\nvendor v\nflow s -> a\nflow b -> v`, 'warning 3 "c" c'));
});

describe("tool-sprawl", () => {
  test("a tool that serves a capability twice is one", () => {
    finds("tool-sprawl")("capability c\ntool a { category bi; serves c, c, c, c }");
  });
  test("categories that are none are found as that", () => {
    finds("tool-sprawl")(
      "abcd"
        .split("")
        .map((name) => `tool ${name} { category excel }`)
        .join("\n"),
    );
  });
  test("no tool at all may be agreed on", () => {
    finds("tool-sprawl")("policy { info tool-sprawl limit 0 }\ntool a { category bi }", 'info 2 "bi" a');
  });
});

describe("redundant-tools", () => {
  const check = finds("redundant-tools");
  const world = (a: string, b: string) =>
    `domain d { entity E; entity F }\ndomain e\ntool a { category bi; ${a} }\ntool b { category bi; ${b} }`;
  test.each([
    ["writes e", "writes e", 'info 3 "a" a\ninfo 4 "b" b'],
    ["reads e, d.F, d.E", "reads d, e", 'info 3 "a" a\ninfo 4 "b" b'],
    ["reads e, d.F", "reads d, e", ""],
    ["reads d, d.E", "reads d", 'info 3 "a" a\ninfo 4 "b" b'],
    ["reads unknown", "reads unknown", ""],
  ])("%s and %s", (a, b, expected) => check(world(a, b), expected));
  test("whatever the order, each names the same other and the same data", () => {
    const lines = [
      "domain d { entity E; entity F }",
      "tool c { category bi; writes d.F, d.E }",
      "tool a { category bi; writes d.E, d.F }",
      "tool b { category bi; writes d }",
    ];
    const sorted = said("redundant-tools", lines.join("\n")).toSorted();
    expect(said("redundant-tools", lines.toReversed().join("\n")).toSorted()).toEqual(sorted);
    expect(sorted.every((message) => message.includes("write 'd"))).toBe(true);
  });
});

describe("one-vendor-chain", () => {
  const world = (collect: string, rest = "") =>
    `vendor v\nvendor w\ntool a { category bi; vendor v }\n${rest}\nchain x { collect ${collect}; analyse a; activate a; measure a; optimise a }`;
  test.each([
    ["a", "", 'warning 5 "x" x'],
    ["a, nothing-known", "", ""],
    ["a, b", "tool b { category bi; vendor nobody }", ""],
    ["a, b", "tool b { category bi; vendor w; status planned }", 'warning 5 "x" x'],
    ["b", "tool b { category bi; vendor v; status planned }", ""],
  ])("collect %s, %s", (collect, rest, expected) =>
    finds("one-vendor-chain")(world(collect, rest), expected),
  );
  test("each contract is a place", () => {
    expect(related("one-vendor-chain", world("a"))).toEqual(["'a' comes from 'v'."]);
  });
});

describe("legacy-in-chain", () => {
  const check = finds("legacy-in-chain");
  const world = (status: string, rest: string) =>
    `tool old { category bi; status ${status} }\ntool new { category bi }\ntool far { category bi }\nflow new -> far\n${rest}`;
  test.each([
    ["legacy", "chain c { measure old }", 'warning 5 "old" c'],
    ["retired", "chain c { collect old; measure old }", 'warning 5 "old" c\nwarning 5 "old" c'],
    ["planned", "chain c { measure old }", ""],
    ["active", "chain c { measure old }", ""],
    ["legacy", "initiative i { uses old }", 'warning 5 "old" i'],
    ["legacy", "initiative i { changes old }", ""],
    ["legacy", "view v { around old }", ""],
  ])("%s, %s", (status, rest, expected) => check(world(status, rest), expected));
  test("a waiver for the tool is one for its places", () => {
    check(
      world(
        "legacy",
        'chain c { measure old }\npolicy { allow legacy-in-chain for old because "Until the move" until 2027-01-01 }',
      ),
    );
  });
  test("another tool of its kind takes its place, where that breaks nothing", () => {
    const chain = "chain c { collect new; analyse old; activate old; measure old; optimise old }";
    const titles = repairsOf("legacy-in-chain", world("legacy", `flow new -> old\n${chain}`)).map(
      ({ title }) => title,
    );
    expect(titles).toEqual(["Replace 'old' by 'new'"]);
  });
  test("it leaves where another stands beside it", () => {
    const repairs = repairsOf("legacy-in-chain", world("legacy", "initiative i { uses old, new, far }"));
    expect(repairs.map(({ title }) => title)).toEqual(["Take 'old' out of 'uses'"]);
    expect(repairs[0]?.text).toContain("{ uses new, far }");
  });
});

describe("manual-flow", () => {
  const check = finds("manual-flow");
  test("a domain without entities is data too", () => {
    check(
      "domain d\ntool o { category erp; owns d }\ntool t { category bi }\nkpi k { from d; delivered-by t }\nflow o -> t { carries d; mode file }",
      'warning 5 "t" o -> t',
    );
  });
  test("a stage with a wrong name may have another way", () => {
    check(
      "tool a { category bi }\ntool b { category bi }\nflow a -> b { mode manual }\nchain c { collect a, x; analyse b; activate b; measure b; optimise b }",
    );
  });
  test("all chains that need the flow are named, in one finding", () => {
    const chain = (name: string) =>
      `chain ${name} { collect a; analyse b; activate b; measure b; optimise b }`;
    const text = `${chain("z")}\n${chain("y")}\ntool a { category bi }\ntool b { category bi }\nflow a -> b { mode manual }`;
    expect(said("manual-flow", text)).toEqual([expect.stringContaining("in the midst of 'y' and 'z'")]);
  });
  test("flows in a circle", () => {
    check(
      "tool a { category bi }\ntool b { category bi }\nflow a -> b -> a { mode file }\nchain c { collect a; analyse b; activate a; measure a; optimise a }",
      'warning 3 "b" a -> b\nwarning 3 "a" b -> a',
    );
  });
});

describe("unused-tool", () => {
  const world = (line: string, rest = "") =>
    `team t { function it }\ntool a { category bi; ${line} }\n${rest}`;
  test("a half-written flow may be one with people", () => {
    finds("unused-tool")(world("accountable t", "flow a -> hous"));
  });
  test("who answers for it, or for what it serves, may be who uses it", () => {
    const rest = "capability c { accountable u }\nteam u { function sales }";
    const repairs = repairsOf("unused-tool", world("accountable t; serves c", rest));
    expect(repairs.map(({ title }) => title)).toEqual(["Add 'used-by u'", "Add 'used-by t'"]);
    expect(repairs.flatMap(({ found }) => found)).toEqual([]);
  });
});

describe("lock-in", () => {
  const world = (line: string) =>
    `vendor v\ndomain d core { entity E }\ndomain c core\ntool a { category erp; vendor v; ${line} }`;
  test("an empty exit says nothing, and is filled in", () => {
    finds("lock-in")(world('owns d; exit " "'), 'warning 4 "a" a');
    const [first] = repairsOf("lock-in", world('owns d; exit ""'));
    expect(first?.text).toContain('exit "Full export in an open format" }');
    expect(first?.found).toEqual([]);
  });
  test("all that is core is named, and nothing else", () => {
    expect(said("lock-in", world("owns d.E, c"))).toEqual(said("lock-in", world("owns c, d.E")));
    expect(said("lock-in", world("owns d.E, c"))[0]).toContain("core data ('c' and 'd.E')");
  });
  test("a vendor that is not known is found as that", () => {
    finds("lock-in")("domain d core\ntool a { category erp; vendor nobody; owns d }");
  });
});
