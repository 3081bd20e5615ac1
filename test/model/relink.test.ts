import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { modelOf } from "../../server/model/link.ts";
import { changeIn } from "../../server/model/relink.ts";
import { projectOf, snapshotOf, withFile, type Snapshot } from "../../server/model/snapshot.ts";
import { fixture, ROOT } from "../support/fixture.ts";
import { seen } from "./seen.ts";

const SETTINGS = { today: "2026-06-30", locale: undefined, profile: undefined } as const;
const drift = resolve(import.meta.dirname, "../../samples/retail-drift");
const company = readdirSync(drift)
  .filter((name) => name.endsWith(".bizarch"))
  .map((name) => ({ path: `${ROOT}/${name}`, text: readFileSync(join(drift, name), "utf8") }));

/** What people type most: a letter in a word, a value for another, a line more or less. */
const typed = fc.record({
  path: fc.constantFrom(...company.map(({ path }) => path)),
  word: fc.double({ min: 0, max: 1, noNaN: true }),
  into: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("x", "-x", " ", ".", "", "\n", "\n\n", " // said") },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        "crm",
        "cdp",
        "pim",
        "customer",
        "customer.Profile",
        "product",
        "marketing",
        "core",
        "active",
        "12y",
        '"T"',
      ),
    },
  ),
  over: fc.boolean(),
});

function edited(
  snapshot: Snapshot,
  { path, word, into, over }: typeof typed extends fc.Arbitrary<infer T> ? T : never,
) {
  const text = snapshot.files.get(path)?.text ?? "";
  const words = [...text.matchAll(/[\p{L}\d.-]+/gu)];
  const at = words[Math.floor(word * (words.length - 1))];
  if (!at) return snapshot;
  const end = at.index + at[0].length;
  return withFile(snapshot, path, text.slice(0, over ? at.index : end) + into + text.slice(end));
}

test("after any typing, everything is as in a workspace opened afresh", () => {
  let relinked = 0;
  fc.assert(
    fc.property(fc.array(typed, { minLength: 1, maxLength: 8 }), (edits) => {
      let snapshot = snapshotOf(company, [ROOT], SETTINGS);
      seen(snapshot);
      for (const edit of edits) {
        snapshot = edited(snapshot, edit);
        const now = seen(snapshot);
        for (const project of snapshot.projects.values()) if (changeIn(modelOf(project))) relinked++;
        const files = [...snapshot.files.values()].map(({ path, text }) => ({ path, text }));
        expect(now).toEqual(seen(snapshotOf(files, [ROOT], SETTINGS)));
      }
    }),
    { numRuns: 60 },
  );
  expect(relinked).toBeGreaterThan(60);
});

/** What changes by typing at the cursor: the facts that are others, `everything`, or nothing where all is linked afresh. */
function factsTyped(text: string, letters: string): readonly string[] | string {
  const { snapshot, cursor } = fixture(text);
  const { path = "", offset = 0 } = cursor ?? {};
  const before = projectOf(snapshot, path);
  if (before) modelOf(before);
  const old = snapshot.files.get(path)?.text ?? "";
  const next = withFile(snapshot, path, old.slice(0, offset) + letters + old.slice(offset));
  const project = projectOf(next, path);
  const change = project && changeIn(modelOf(project));
  return change ? (change.facts ? [...change.facts] : "everything") : "afresh";
}

const SHOP =
  'domain d core { entity E personal }\ntool pim "PI$0M" { category pim; owns d }\nflow pim -> pim { carries d.E }\n';
const at = (from: string, to: string) => SHOP.replace("$0", "").replace(from, to);

test.each([
  ["a title", SHOP, "x", ["title"]],
  ["a comment", at("domain", "// a$0\ndomain"), "b", []],
  ["a blank line", at("domain", "$0\ndomain"), "\n", []],
  ["a word", at("category pim", "category pim$0"), "s", ["findings", "category"]],
  ["a property more", at("category pim", "category pim$0"), "; status active", ["status"]],
  ["a reference that names nothing any more", at("owns d", "owns d$0"), "x", ["findings", "owns"]],
  ["what a flow carries", at("carries d.E", "carries d.E$0"), ", d", ["carries"]],
  ["a flag less", at("E personal", "E personal$0"), "ly", "everything"],
  ["a name", at("tool pim", "tool pim$0"), "s", "afresh"],
  ["a statement more", at("domain", "$0\ndomain"), "mission m", "afresh"],
  ["an end of a flow", at("-> pim", "-> pim$0"), "x", "afresh"],
  ["a policy", `${at("$0", "")}policy { error no-mission$0 }`, "s", "afresh"],
  ["a rule of one's own", `${at("$0", "")}rule r "No$0" { forbid tool owns domain }`, "!", "everything"],
])("%s", (_, text, letters, expected) => {
  expect(factsTyped(text, letters)).toEqual(expected);
});

test("a file that stands in two workspaces is linked again by what it is in its own", () => {
  const path = `${ROOT}/a.bizarch`;
  const files = [
    { path, text: 'mission one "One"\ngoal two "Two" { serves one }\ngoal three { serves one }\n' },
  ];
  const own = snapshotOf(files, [ROOT], SETTINGS);
  const other = snapshotOf(files, [ROOT], SETTINGS);
  for (const snapshot of [own, other]) seen(snapshot);
  const text = files[0]?.text ?? "";
  seen(withFile(other, path, `namespace late\n${text}`));
  const edited = withFile(own, path, text.replace("Two", "Twice"));
  const again = [{ path, text: edited.files.get(path)?.text ?? "" }];
  expect(seen(edited)).toEqual(seen(snapshotOf(again, [ROOT], SETTINGS)));
});
