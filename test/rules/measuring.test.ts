import { describe, expect, test } from "vitest";
import { repairsOf } from "../support/repair.ts";
import { found, related, said } from "../support/verdict.ts";

/** Measuring: near misses, places and repairs beyond what the pages and the other tests show. */
function finds(rule: string) {
  return (text: string, expected = "") => expect(found(rule, text)).toBe(expected);
}

describe("unmeasured-goal", () => {
  const check = finds("unmeasured-goal");
  const start = "mission m\ndomain d\nkpi k { from d }\n";
  const circle = ["goal a { serves c }", "goal b { serves a }", "goal c { serves b; measured-by k }"];
  test.each([
    ["forwards", circle],
    ["backwards", circle.toReversed()],
  ])("a circle that is measured at one place, %s", (_, goals) => {
    check(start + goals.join("\n"));
  });
  test.each([
    ["goal a { serves m; measured-by nothing-known }", ""],
    ["goal a { serves m, a }", 'warning 4 "a" a'],
    ["goal a { serves m }\ngoal b { serves a, a; measured-by k }", ""],
    ["goal a { serves m, a }\ngoal b { serves a; measured-by k }", ""],
    ["goal a { serves m }\ntool t { category bi; serves a }", 'warning 4 "a" a'],
    ["goal a { serves m }\ninitiative i { serves a; measured-by k }", 'warning 4 "a" a'],
  ])("%s", (goals, expected) => check(start + goals, expected));
  test("a thousand goals under each other, measured at the bottom", () => {
    const goals = Array.from({ length: 1000 }, (_, index) => `goal g${index} { serves g${index - 1} }`).slice(
      1,
    );
    check(`${start}goal g0 { serves m }\n${goals.join("\n")}\ngoal z { serves g999; measured-by k }`);
  });
  test("a KPI that measures nothing yet is proposed first, else a new one", () => {
    const text = `${start}kpi l { from d }\ngoal b { serves m; measured-by k }\ngoal a { serves m }`;
    expect(repairsOf("unmeasured-goal", text).map(({ title }) => title)).toEqual([
      "Add 'measured-by l'",
      "Add 'measured-by k'",
    ]);
    const [alone] = repairsOf("unmeasured-goal", "mission m\ngoal a { serves m }\n");
    expect(alone?.text).toBe(
      "mission m\ngoal a { serves m; measured-by a-kpi }\n\nkpi a-kpi {\n  from a-data\n}\n\ndomain a-data\n",
    );
    const [first] = repairsOf("unmeasured-goal", "mission m\ndomain d\ngoal a { serves m }\n");
    expect(first?.text).toBe(
      "mission m\ndomain d\ngoal a { serves m; measured-by a-kpi }\n\nkpi a-kpi {\n  from d\n}\n",
    );
    expect(first?.found.filter((one) => one.startsWith("error"))).toEqual([]);
  });
});

describe("vanity-kpi", () => {
  const check = finds("vanity-kpi");
  test.each([
    ["goal g { serves g; measured-by k }", ""],
    ["initiative i { measured-by k }", ""],
    ["initiative i { changes k }", 'warning 2 "k" k'],
    ["view v { around k }", 'warning 2 "k" k'],
  ])("%s", (rest, expected) => check(`domain d\nkpi k { from d }\n${rest}`, expected));
  test("what is not measured yet may be, from another namespace too", () => {
    const text =
      "namespace a.b\ngoal g\ngoal h { measured-by l }\ninitiative i\ndomain d\nkpi l { from d }\nkpi k { from d }";
    const repairs = repairsOf("vanity-kpi", text);
    expect(repairs.map(({ title }) => title)).toEqual([
      "Add 'measured-by k' to 'a.b.g'",
      "Add 'measured-by k' to 'a.b.i'",
    ]);
    expect(repairs[0]?.found).toEqual([]);
  });
});

describe("kpi-without-audience", () => {
  test("each line goes where it belongs", () => {
    const [only] = repairsOf(
      "kpi-without-audience",
      'team t { function it }\ndomain d { accountable t }\nkpi k {\n  from d\n  every 1d // each night\n  unit "%"\n}',
    );
    expect(only?.text).toContain(
      'kpi k {\n  from d\n  audience t\n  every 1d // each night\n  format report\n  unit "%"\n}',
    );
    expect(only?.found).toEqual([]);
  });
  test("nobody to name", () => {
    const [only] = repairsOf("kpi-without-audience", "domain d\nkpi k { from d }");
    expect(only?.title).toBe("Add 'every 1w; format report'");
  });
});

describe("kpi-on-unfit-data", () => {
  const data =
    "domain d { quality clean; entity E { quality siloed }; entity F { quality partial, clean }; entity G }\n";
  test("all that is unfit is told, in any order alike", () => {
    expect(said("kpi-on-unfit-data", `${data}kpi k { from d }`)).toEqual([
      expect.stringContaining("data that is siloed and partial ('d.E' and 'd.F')"),
    ]);
    const turned = said("kpi-on-unfit-data", "domain d { quality partial, siloed }\nkpi k { from d }");
    expect(turned).toEqual(
      said("kpi-on-unfit-data", "domain d { quality siloed, partial }\nkpi k { from d }"),
    );
  });
  test("a word that does not exist is found as that", () => {
    finds("kpi-on-unfit-data")("domain d { quality cleen }\nkpi k { from nothing-known }");
  });
});

describe("kpi-cannot-arrive", () => {
  const world = (flows: string) =>
    `domain d { entity E; entity F }\ndomain p { entity P personal }\ntool o { category erp; owns d }\ntool q { category mdm; owns p }\ntool t { category bi }\nkpi k { from d, p.P; delivered-by t }\n${flows}`;
  test("all the owners are told, in any order alike", () => {
    expect(said("kpi-cannot-arrive", world(""))[0]).toContain(
      "brings 'd.E', 'd.F' and 'p.P' there from 'o' and 'q'",
    );
    expect(said("kpi-cannot-arrive", world(""))).toEqual(
      said("kpi-cannot-arrive", world("").replace("from d, p.P", "from p.P, d.F, d.E")),
    );
  });
  test("flows are declared, or carry more; a figure needs no names", () => {
    const [only] = repairsOf("kpi-cannot-arrive", world("flow o -> t { mode api }\n"));
    expect(only?.title).toBe("Let 'o -> t' carry 'd'; Declare 'flow q -> t anonymised { carries p.P }'");
    expect(only?.text).toContain(
      "flow o -> t { carries d; mode api }\n\nflow q -> t anonymised {\n  carries p.P\n}\n",
    );
    expect(only?.found).toEqual([]);
  });
  test("by what right a flow carries people's data is not for a repair to say", () => {
    expect(
      repairsOf("kpi-cannot-arrive", world("flow o -> t { carries d }\nflow q -> t { mode api }")),
    ).toEqual([]);
  });
  test("a tool that is not there yet", () => {
    const text =
      "domain d { entity E }\ntool o { category erp; owns d }\ntool t { category bi; status planned }\nkpi k { from d; delivered-by t }\nflow o -> t { carries d }";
    finds("kpi-cannot-arrive")(text, 'warning 4 "t" k');
    expect(related("kpi-cannot-arrive", text)[0]).toBe("'t' is planned: nothing flows there today.");
    expect(repairsOf("kpi-cannot-arrive", text)).toEqual([]);
  });
  test("an entity that nobody owns beside one that is lost", () => {
    const text =
      "domain d { entity E; entity F }\ntool o { category erp; owns d.E }\ntool t { category bi }\nkpi k { from d; delivered-by t }";
    expect(said("kpi-cannot-arrive", text)[0]).toContain("brings 'd.E' there from 'o'");
  });
});
