import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { format } from "../../grammar/format.ts";
import { fix } from "../../server/features/fix.ts";
import { locate } from "../../server/model/edit.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import { readPage } from "../rules/page.ts";
import { FIXTURE_SETTINGS, fixture, modelIn, ROOT } from "../support/fixture.ts";
import { unformatted } from "../support/unformatted.ts";
import { judge } from "../support/verdict.ts";
import { applied, expectGone } from "./repaired.ts";

const samples = join(import.meta.dirname, "../../samples");

function sample(name: string): Model {
  const root = join(samples, name);
  const entries = readdirSync(root, { recursive: true, encoding: "utf8" });
  const paths = entries.filter((entry) => entry.endsWith(".bizarch")).map((entry) => join(root, entry));
  const files = paths.map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const [project] = snapshotOf(files, [root], FIXTURE_SETTINGS).projects.values();
  if (!project) throw new Error(`No sample is called '${name}'.`);
  return modelOf(project);
}

/** Tries every repair of every finding, and counts them. */
function tryAll(model: Model): number {
  let count = 0;
  for (const finding of verdictOf(model.project).findings) {
    const repairs = fix(model, finding.site.path, locate(model, finding.site));
    for (const repair of repairs.filter((one) => one.finding === finding)) {
      expectGone(model, applied(model, repair), repair);
      count += 1;
    }
  }
  return count;
}

test.each(["retail-drift", "pim/commerce"])("every repair offered in %s repairs", (name) => {
  const count = tryAll(sample(name));
  expect(count > 0 || name !== "retail-drift").toBe(true);
});

test.each(languageRules)("every repair offered on the page of $name repairs", ({ page }) => {
  for (const { text } of readPage(page).wrong) tryAll(judge(text).model);
});

const broken = fixture(`
  //- a.bizarch crlf
  misson eat
  goal know "Know"; goal other { serves know }
  tool { category pim }
  tool cloud-crm "𝒳" {
    categry crm
    accountable ofice
    hosting fr, uk; lifespan 7years
    owns catalog.Prodct, nothing, lost.Thing
  }
  team office "Office" mighty { funktion data }
  domain catalog cor { entity Product { sku: strng ky; of: Ghost } }
  kpi share
  flow cloud-crm -> webshop -> nowhere { mode fast }
  value household -> know
  stakeholder household { }
  view v { show tol[statu = active] }
  rule own "x" { forbid tool ownz entity }
  //- b.bizarch
  namespace fr
  tool pim { category pmi; used-by fr.equipe }
  policy {
    warnin orphan-tool; warning orphn-tool
    allow no-mission for catalog because "once" until 2027-01-01
  }
`);

test("every repair offered in a text with all sorts of errors repairs", () => {
  expect(tryAll(modelIn(broken))).toBeGreaterThan(30);
});

test("and leaves the one layout where that was the text's", () => {
  const files = broken.files.map(({ path, text }) => ({ path, text: format(text) }));
  const [project] = snapshotOf(files, [ROOT], FIXTURE_SETTINGS).projects.values();
  if (!project) throw new Error("Nothing is left.");
  expect(unformatted(modelOf(project))).toEqual([]);
  expect(tryAll(modelOf(project))).toBeGreaterThan(30);
});
