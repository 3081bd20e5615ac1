import { expect, test } from "vitest";
import { measured, scored } from "./print.ts";

const WHY = "mission m\ngoal g { serves m }\nbusiness-model b { serves m }\n";

/** Which elements lack a path, of those of what and how. */
function lost(text: string): string {
  return scored(WHY + text)
    .traceability.all.lacking.map(({ name }) => name)
    .join(", ");
}

test.each([
  // Walls stand on walls.
  ["business-model c { serves m }", ""],
  ["business-model c", "c"],
  ["domain d { embodies b; entity E }", ""],
  ["domain d { entity E }", "d, d.E"],
  ["domain d\ninitiative i { serves g; changes d }", "d"],
  ["tool t { category pim; serves g; reads d }\ndomain d", "d"],
  ["stakeholder s { kind customer }", "s"],
  ["stakeholder s { kind customer }\ngoal h { serves m; for s }", ""],
  ["stakeholder s { kind customer }\nvalue s -> b", ""],
  ["stakeholder s { kind customer }\nvalue b -> s", ""],
  ["stakeholder s { kind customer }\nstakeholder u { kind partner }\nvalue b -> s\nvalue s -> u", ""],
  ["stakeholder s { kind customer }\nstakeholder u { kind partner }\nvalue s -> u", "s, u, s -> u"],
  ["domain d { embodies b }\nkpi k { from d }", ""],
  ["domain d\nkpi k { from d }", "d, k"],
  ["domain d\nkpi k { from d }\ngoal h { serves m; measured-by k }", "d"],
  // Partitions stand on both.
  ["capability c { serves g }", ""],
  ["capability c", "c"],
  ["capability c\ntool t { category pim; serves c }", "c, t"],
  ["tool t { category pim; serves g }", ""],
  ["tool t { category pim; owns d }\ndomain d { embodies b }", ""],
  ["tool t { category pim; owns d }\ndomain d", "d, t"],
  ["tool t { category pim; reads d; writes d }\ndomain d { embodies b }", "t"],
  ["tool t { category pim }\nchain c { serves g; measure t }", ""],
  ["tool t { category pim }\nchain c { measure t }", "t, c"],
  ["tool t { category pim }\ninitiative i { serves g; uses t }", ""],
  ["tool t { category pim }\ninitiative i { uses t }", "t, i"],
  ["tool t { category pim }\ninitiative i { serves g; changes t }", ""],
  ["tool t { category pim; status planned; serves g }", ""],
  ["tool t { category pim; status planned }", "t"],
  ["tool t { category pim; status retired }", ""],
  ["tool t { category pim; status retired; serves g; vendor v }\nvendor v", "v"],
  ["tool t { category pim; serves g; vendor v }\nvendor v", ""],
  ["tool t { category pim; vendor v }\nvendor v", "v, t"],
  ["vendor v { competes-with b }", "v"],
  ["tool t { category pim; serves g }\ntool u { category pim }\nflow u -> t", "u"],
  ["tool t { category pim; serves g }\ntool u { category pim }\nflow t -> u", "u, t -> u"],
  ["tool t { category pim; serves g }\ntool u { category pim; status retired }\nflow t -> u", ""],
  ["flow t -> nowhere\ntool t { category pim; serves g }", "t -> nowhere"],
  ["team t { function it }", "t"],
  ["team t { function it }\ndomain d { embodies b; accountable t }", ""],
  ["team t { function it; architects b }", ""],
  ["team t { function it }\ntool u { category pim; used-by t; serves g }", ""],
  ["team t { function it }\ntool u { category pim; used-by t }", "t, u"],
  ["team t { function it }\nteam u { function it; reports-to t; architects b }", ""],
  ["team t { function it; reports-to u }\nteam u { function it; reports-to t }", "t, u"],
  // What names nothing leads nowhere.
  ["tool t { category pim; serves nothing }", "t"],
  ["domain d { embodies tt }\ntool tt { category pim; serves g }", "d"],
])("%s", (text, expected) => expect(lost(text)).toBe(expected));

test("goals lead up too, and a circle of goals leads nowhere", () => {
  expect(
    measured(
      "traceability",
      "mission m\ngoal a { serves m }\ngoal b { serves a }\ngoal c { serves d }\ngoal d { serves c }",
      "why",
    ),
  ).toBe("why 2/4 (c, d)");
});

test("without a mission nothing leads up; without elements there is nothing to measure", () => {
  expect(measured("traceability", "domain d\ntool t { category pim; owns d }")).toMatchInlineSnapshot(`
    "all 0/2 (d, t)
    why 0/0
    what 0/1 (d)
    how 0/1 (t)
    kinds {kind domain traced 0/1}, {kind tool traced 0/1}"
  `);
  expect(measured("traceability", "mission m")).toMatchInlineSnapshot(`
    "all 0/0
    why 0/0
    what 0/0
    how 0/0
    kinds -"
  `);
  expect(scored("").traceability.all.share).toBeNull();
});

test("views, rules and policies are not of the house", () => {
  expect(
    measured(
      "traceability",
      "mission m\nview v { show tool }\nrule r { forbid tool owns domain }\npolicy { off orphan-tool }",
      "all",
    ),
  ).toBe("all 0/0");
});
