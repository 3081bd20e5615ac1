import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf, withFile, type Snapshot } from "../../server/model/snapshot.ts";
import { describe } from "../../server/review/describe.ts";
import { seen } from "./seen.ts";

const ROOT = "/w";
const SETTINGS = { today: "2026-06-30", locale: undefined, profile: undefined } as const;
const drift = resolve(import.meta.dirname, "../../samples/retail-drift");

/** A real architecture with much to find, so that an edit anywhere can be felt elsewhere. */
const company = readdirSync(drift)
  .filter((name) => name.endsWith(".bizarch"))
  .map((name) => ({ path: `${ROOT}/${name}`, text: readFileSync(join(drift, name), "utf8") }));

const paths = [
  ...company.map(({ path }) => path),
  `${ROOT}/sub/x.bizarch`,
  `${ROOT}/x.bizarch`,
  "/alone.bizarch",
];
const pieces = fc.constantFrom(
  "",
  "\n",
  "namespace late\n",
  "mission other\n",
  "tool pim { category pim; owns product }\n",
  'flow pim -> cdp "More" { carries product }\n',
  "}",
  "{",
  '"',
  "/*",
  "tool",
  "goal g { serves nothing }\n",
  'policy { off no-mission; allow unused-tool for pim because "x" until 2030-01-01 }\n',
  'rule own "No" { forbid tool owns domain }\n',
);
const settings = fc.constantFrom(
  "{}",
  '{ "profile": "strict" }',
  '{ "exclude": ["sub", "tools.bizarch"], "locale": "fr" }',
  '{ "include": ["t*.bizarch"] }',
  "no json",
);

/** An edit: a stretch of a file replaced, a file that comes or goes, or other settings. */
const edit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      path: fc.constantFrom(...paths),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.integer({ min: 0, max: 60 }),
      piece: pieces,
    }),
  },
  { weight: 1, arbitrary: fc.record({ path: fc.constantFrom(...paths), gone: fc.constant(true) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      path: fc.constantFrom(`${ROOT}/bizarch.json`, `${ROOT}/sub/bizarch.json`),
      text: fc.option(settings, { nil: undefined }),
    }),
  },
);
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function after(snapshot: Snapshot, change: Edit): Snapshot {
  if ("gone" in change) return withFile(snapshot, change.path, undefined);
  if ("text" in change) return withFile(snapshot, change.path, change.text);
  const old = snapshot.files.get(change.path)?.text ?? "";
  const at = Math.floor(change.at * old.length);
  return withFile(snapshot, change.path, old.slice(0, at) + change.piece + old.slice(at + change.cut));
}

test("after any edits, what is found is what is found in a workspace opened afresh", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let snapshot = snapshotOf(company, [ROOT], SETTINGS);
      for (const change of edits) {
        snapshot = after(snapshot, change);
        seen(snapshot);
      }
      // Other file objects, so that nothing that was remembered can help.
      const files = [...snapshot.files.values()].map(({ path, text }) => ({ path, text }));
      expect(seen(snapshot)).toEqual(seen(snapshotOf(files.toReversed(), [ROOT], SETTINGS)));
    }),
    { numRuns: 40 },
  );
});

const broken = fc.constantFrom(
  "tool @ x",
  'tool pim "Open',
  "flow a -> ",
  "tool a { category pim; owns , , }",
  "misson m { horizon }",
  '"',
  "-> ]",
  "tool a } ",
  "policy { allow }",
  "view v { show tool[ }",
  '"""',
  "namespace late",
);

test("a broken statement between others leaves what they declare and say as it is", () => {
  const before = 'mission one "One" { horizon 9y }\ndomain d core { entity E { a: id key; b: E } }\n';
  const behind = 'goal two "Two" { serves one }\nteam three { function it; architects d }\n';
  const said = (text: string) => {
    const snapshot = snapshotOf([{ path: "/a.bizarch", text }], [], SETTINGS);
    return [...snapshot.projects.values()].flatMap((project) =>
      describe(modelOf(project)).map(({ element, properties }) => [element.name, [...properties]]),
    );
  };
  const alone = said(before + behind);
  fc.assert(
    fc.property(broken, fc.constantFrom("\n", "\r\n", "\n\n"), (statement, end) => {
      const names = new Set(alone.map(([name]) => name));
      expect(said(`${before}${statement}${end}${behind}`).filter(([name]) => names.has(name))).toEqual(alone);
    }),
  );
});
