import { describe, expect, test } from "vitest";
import { verdictOf } from "../../server/rules/check.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import { locate } from "../../server/model/edit.ts";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { covered } from "../support/check.ts";
import { fixture, projectIn, shortPath } from "../support/fixture.ts";

/** What the language itself finds in a workspace: `rule "covered text" (element) → suggestion`. */
function found(text: string): readonly string[] {
  const project = projectIn(fixture(text));
  const model = modelOf(project);
  const names = new Set(languageRules.map(({ name }) => name));
  return verdictOf(project)
    .findings.filter(({ rule }) => names.has(rule))
    .map(({ rule, site, element, suggestion }) => {
      const place = project.files.length > 1 ? `${shortPath(site.path)} ` : "";
      const about = element === undefined ? "" : ` (${element})`;
      const near = suggestion === undefined ? "" : ` → ${suggestion}`;
      return `${place}${rule} ${JSON.stringify(covered(model, site.path, locate(model, site)))}${about}${near}`;
    });
}

type Case = readonly [text: string, ...expected: string[]];

function cases(name: string, all: readonly Case[]): void {
  describe(name, () => {
    test.each(all.map(([text, ...expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
      expect(found(text)).toEqual(expected);
    });
  });
}

const MISSION = "mission m";

cases("nothing to say", [
  [""],
  ["// only a comment"],
  [MISSION],
  ['stakeholder household { kind customer; needs "Fresh food", "Low prices" }'],
  ["goal g { serves m }\nmission m"],
  ["business-model b { pattern commerce; serves m; expects origin, seasonality; horizon 1y 6mo }\nmission m"],
  ["domain d core { entity E personal { a: id key; b: E list optional for logistics } }"],
  ["domain d { entity A { b: B }\n entity B { a: d.A } }"],
  ['team t { function data; x-cmdb-id "APP-0042"; x-any 1 2 three, 4 }'],
  [
    'tool a { category pim; cost 120000 EUR; hosting FR, DE; since 2024-01-31; link "https://example.org/a" }',
  ],
  ['tool a { category pim }\ntool b { category erp }\nflow a -> b -> a "Round" anonymised { mode batch }'],
  ["tool tool { category pim }\nteam team { function it }"],
  ['rule r "No" { forbid tool[hosting != FR | DE, status = active] owns entity[personal]; severity error }'],
  ["view v { show tool, domain[core], tool[lifespan < 1y]; depth 2; group-by team; direction right }"],
]);

cases("kinds", [
  ["tol pim { category pim }", 'unknown-kind "tol" → tool'],
  ["outil pim { category pim }", 'unknown-kind "outil" → tool'],
  ["modele vente", 'unknown-kind "modele" → business-model'],
  ["zzzz pim", 'unknown-kind "zzzz"'],
  ["attribute a", 'unknown-kind "attribute"'],
  ["Tool pim { category pim }", 'unknown-kind "Tool" → tool'],
  // What an unreadable statement would have declared is not reported as missing a second time.
  ["tol pim { category pim }\ntool b { category erp }\nflow pim -> b", 'unknown-kind "tol" → tool'],
  ["domain d { entty E { a: id } }\ntool t { category pim; owns d.E }", 'unknown-kind "entty" → entity'],
  ["view v { show tols }", 'unknown-kind "tols" (v) → tool'],
  ["rule r { forbid toul owns entity }", 'unknown-kind "toul" (r) → tool'],
]);

cases("properties", [
  ["team t { function it; skils a }", 'unknown-property "skils" (t) → skills'],
  ["team t { function it; owns a }", 'unknown-property "owns" (t)'],
  ["team t { function it; x 1 }", 'unknown-property "x" (t)'],
  ["team t { function it; function data }", 'duplicate-property "function" (t)'],
  ['/// One\nmission m { description "Two" }', 'duplicate-property "description" (m)'],
  ["team t", 'missing-property "t" (t) → function'],
  ["tool t { cost 1 EUR }", 'missing-property "t" (t) → category'],
  ["goal g", 'missing-property "g" (g) → serves'],
  ["kpi k { every 1d }", 'missing-property "k" (k) → from'],
  ['stakeholder s { needs "x" }', 'missing-property "s" (s) → kind'],
  ["rule r { forbid tool[colour = red] owns entity }", 'unknown-property "colour" (r)'],
  ["policy { waring no-mission }", 'unknown-property "waring" → warning'],
  ["policy { warn no-mission }", 'unknown-property "warn" → warning'],
  ["domain d { entity E { sku } }", 'unknown-property "sku" (d.E)'],
]);

cases("values", [
  ["mission m { horizon 10 }", 'invalid-value "10" (m) → 10y'],
  ["mission m { horizon 10years }", 'invalid-value "10years" (m) → 10y'],
  ['mission m { horizon "10y" }', 'invalid-value "\\"10y\\"" (m) → 10y'],
  ["mission m { horizon }", 'invalid-value "horizon" (m)'],
  ["mission m { horizon 1y, 2y }", 'invalid-value "2y" (m)'],
  ["mission m { since 2026-02-30 }", 'invalid-value "2026-02-30" (m)'],
  ['mission m { link "javascript:alert(1)" }', 'invalid-value "\\"javascript:alert(1)\\"" (m)'],
  ["mission m { description text }", 'invalid-value "text" (m) → "text"'],
  ["team t { function marketin }", 'invalid-value "marketin" (t) → marketing'],
  ["team t { function sales, it }", 'invalid-value "it" (t)'],
  ["tool t { category pim; cost 12 }", 'invalid-value "12" (t) → 12 EUR'],
  ["tool t { category pim; cost 12 EUX }", 'invalid-value "12 EUX" (t) → 12 EUR'],
  ["tool t { category pim; hosting fr, Paris }", 'invalid-value "fr" (t) → FR', 'invalid-value "Paris" (t)'],
  ["tool t { category pim; status actve }", 'invalid-value "actve" (t) → active'],
  ["domain d cor", 'invalid-value "cor" (d) → core'],
  ["domain d core generic", 'invalid-value "generic" (d)'],
  ["domain d core core", 'invalid-value "core" (d)'],
  ["mission m core", 'invalid-value "core" (m)'],
  ["domain d { entity E { a: txt } }", 'invalid-value "txt" (d.E.a) → text'],
  ["domain d { entity E { a: text kee } }", 'invalid-value "kee" (d.E.a) → key'],
  ["domain d { entity E { a: text for } }", 'invalid-value "for" (d.E.a)'],
  ["domain d { entity E { a: } }", 'invalid-value "a" (d.E.a)'],
  ["view v { depth 1y }", 'invalid-value "1y" (v)'],
  ["view v { show tool[core] }", 'invalid-value "core" (v)'],
  ["view v { show tool[status < active] }", 'invalid-value "status" (v)'],
  ["rule r { forbid tool owns }", 'invalid-value "forbid" (r)'],
  ["rule r { forbid tool own entity }", 'invalid-value "own" (r) → owns'],
  ["policy { warning }", 'invalid-value "warning"'],
  ["policy { off syntax }", 'invalid-value "syntax"'],
]);

cases("chained edges", [
  [
    "tool a { category erp }\ntool b { category erp }\ntool c { category erp }\nflow a -> b -> c { mode fast }",
    'invalid-value "fast" (a -> b)',
  ],
]);

cases("commas", [
  ["domain d { quality clean current }", 'syntax "current" (d)'],
  ["domain d { quality clean, }", 'syntax "," (d)'],
  ["domain d, core", 'syntax "," (d)'],
  ["policy { warning tool-sprawl, limit 8 }", 'syntax ","'],
  ["policy { warning tool-sprawl limit, 8 }", 'syntax ","'],
  ["policy { error personal-data-leaves countries FR, DE }"],
  ['domain d "D", core', 'syntax "," (d)'],
  ["mission m { horizon 1y 2m }", 'invalid-value "2m" (m) → 2mo'],
]);

cases("names", [
  ["mission", 'syntax "mission"'],
  ['mission "Eat"', 'syntax "mission"'],
  ["mission a.b", 'syntax "a.b"'],
  ["flow a", 'syntax "a"'],
  ["mission m\nmission m", 'duplicate-name "m" (m)', 'duplicate-name "m" (m)'],
  ["tool a { category pim }\nteam a { function it }", 'duplicate-name "a" (a)', 'duplicate-name "a" (a)'],
  [
    "//- a.bizarch\nmission m\n//- b.bizarch\nmission m",
    'a.bizarch duplicate-name "m" (m)',
    'b.bizarch duplicate-name "m" (m)',
  ],
  ["//- a.bizarch\nmission m\n//- b.bizarch\nnamespace b\nmission m"],
  [
    "tool a { category pim }\ntool b { category erp }\nflow a -> b\nflow a -> b",
    'duplicate-name "b" (a -> b)',
    'duplicate-name "b" (a -> b)',
  ],
  ['tool a { category pim }\ntool b { category erp }\nflow a -> b\nflow a -> b "Nightly"\nflow b -> a'],
  ["domain d { entity E\n entity E }", 'duplicate-name "E" (d.E)', 'duplicate-name "E" (d.E)'],
  ["domain d { entity E { a: id; a: text } }", 'duplicate-name "a" (d.E.a)', 'duplicate-name "a" (d.E.a)'],
]);

cases("references", [
  ["goal g { serves mission-x }", 'unknown-reference "mission-x" (g)'],
  ["mission eat-better\ngoal g { serves eat-beter }", 'unknown-reference "eat-beter" (g) → eat-better'],
  ["team t { function it }\ngoal g { serves t }", 'wrong-kind "t" (g)'],
  ["domain d { entity E }\ntool t { category pim; owns E }", 'unknown-reference "E" (t) → d.E'],
  ["domain d { entity E }\ntool t { category pim; owns d.F }", 'unknown-reference "d.F" (t) → d.E'],
  ["domain d { entity E { a: d.X } }", 'unknown-reference "d.X" (d.E.a)'],
  ["domain d { entity E { a: Missing } }", 'unknown-reference "Missing" (d.E.a)'],
  ["domain d { entity E { a: t } }\nteam t { function it }", 'wrong-kind "t" (d.E.a)'],
  ["domain d\ntool b { category erp }\nflow d -> b", 'wrong-kind "d" (d -> b)'],
  ["tool a { category erp }\nflow a -> nobody", 'unknown-reference "nobody" (a -> nobody)'],
  [
    'policy { allow marketing-tool-owns-core-data for nobody because "x" until 2030-01-01 }',
    'unknown-reference "nobody"',
  ],
  [
    "tool a { category erp }\ntool b { category erp }\ninitiative i { changes a -> b }",
    'unknown-reference "a -> b" (i)',
  ],
  ["tool a { category erp }\ntool b { category erp }\nflow a -> b\ninitiative i { changes a -> b, a }"],
  ["view v { show tool[accountable = nobody] }", 'unknown-reference "nobody" (v)'],
  ["view v { around nobody }", 'unknown-reference "nobody" (v)'],
]);

cases("namespaces", [
  ["namespace retail.fr\nmission m\ngoal g { serves m }"],
  ["namespace retail.fr\nmission m\ngoal g { serves retail.fr.m }"],
  ["//- a.bizarch\nmission m\n//- b.bizarch\nnamespace retail.fr\ngoal g { serves m }"],
  ["//- a.bizarch\nnamespace retail\nmission m\n//- b.bizarch\nnamespace retail.fr\ngoal g { serves m }"],
  [
    "//- a.bizarch\nnamespace retail.fr\nmission m\n//- b.bizarch\nnamespace retail\ngoal g { serves m }",
    'b.bizarch unknown-reference "m" (retail.g) → fr.m',
  ],
  ["mission m\nnamespace late", 'misplaced "namespace"'],
  ["namespace a\nnamespace b", 'misplaced "namespace"'],
  ["namespace", 'syntax "namespace"'],
  ['namespace "a"\nmission m', 'syntax "\\"a\\""'],
  ["namespace a b", 'syntax "b"'],
  ["namespace a { mission m }", 'syntax "{"'],
  ["mission m\nnamespace", 'misplaced "namespace"'],
  [`namespace ${"a.".repeat(100)}b\nmission m`, `syntax "${"a.".repeat(100)}b"`],
]);

cases("places", [
  ["owns a", 'misplaced "owns"'],
  ["x-own 1", 'misplaced "x-own"'],
  ["sku: id", 'misplaced "sku"'],
  ["entity E", 'misplaced "entity"'],
  ["domain d { tool t { category pim } }", 'misplaced "tool" (d)'],
  ["domain d { a: id }", 'misplaced "a" (d)'],
  ["tool t { category pim; flow a -> b }", 'misplaced "flow" (t)'],
  ["tool t { category pim; policy { } }", 'misplaced "policy" (t)'],
  ["domain d { entity E { entity F } }", 'misplaced "entity" (d.E)'],
]);

cases("qualities", [
  ["domain d { quality clean, partial }", 'contradictory-quality "clean" (d)'],
  ["domain d { quality siloed, reconciled }", 'contradictory-quality "reconciled" (d)'],
  [
    "domain d { quality clean, current; entity E { quality clean, heterogeneous } }",
    'contradictory-quality "clean" (d.E)',
  ],
  ["domain d { quality clean, siloed }"],
]);

const CRM = "domain d core { entity E }\ntool crm { category crm; owns d }\n";
const ALLOW = "allow marketing-tool-owns-core-data for crm";

cases("policies", [
  [`${CRM}policy { ${ALLOW} because "x" until 2026-06-30 }`],
  [`${CRM}policy { ${ALLOW} because "x" until 2026-06-29 }`, 'expired-waiver "2026-06-29"'],
  [`${CRM}policy { ${ALLOW} until 2027-01-01 }`, 'waiver-without-reason "marketing-tool-owns-core-data"'],
  [
    `${CRM}policy { ${ALLOW} because "" until 2027-01-01 }`,
    'waiver-without-reason "marketing-tool-owns-core-data"',
  ],
  [`${CRM}policy { ${ALLOW} because "x" }`, 'waiver-without-reason "marketing-tool-owns-core-data"'],
  [
    `mission m\npolicy { allow marketing-tool-owns-core-data for m because "x" until 2027-01-01 }`,
    'unused-waiver "marketing-tool-owns-core-data"',
  ],
  [
    "policy { off marketing-tool-own-core-data }",
    'unknown-rule "marketing-tool-own-core-data" → marketing-tool-owns-core-data',
  ],
  ["policy { warning marketing-tool-owns-core-data limit 3 }", 'invalid-value "limit"'],
  [
    "policy { warning marketing-tool-owns-core-data; error marketing-tool-owns-core-data }",
    'duplicate-property "marketing-tool-owns-core-data"',
  ],
  ['rule mine "Mine" { forbid tool owns domain }\npolicy { error mine }'],
]);

cases("bizarch.json", [
  ['//- bizarch.json\n{ "name": "Shop", "profile": "strict", "locale": "fr" }\n//- a.bizarch\nmission m'],
  ['//- bizarch.json\n{ "profil": "strict" }\n//- a.bizarch\nmission m', 'unknown-property ""'],
]);

test("a file may have more findings than a call takes arguments", () => {
  const settings = { today: "2026-06-30", locale: "en", profile: undefined } as const;
  const snapshot = snapshotOf([{ path: "/a.bizarch", text: "/*\n".repeat(150_000) }], [], settings);
  const [project] = [...snapshot.projects.values()];
  expect(project && verdictOf(project).findings.length).toBe(150_000);
});
