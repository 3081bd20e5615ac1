import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { snapshotOf, withFile, type Snapshot } from "../../server/model/snapshot.ts";
import { verdictInSteps, verdictOf } from "../../server/rules/check.ts";
import { FIXTURE_SETTINGS, ROOT } from "../support/fixture.ts";

const drift = join(import.meta.dirname, "../../samples/retail-drift");
const files = readdirSync(drift)
  .filter((name) => name.endsWith(".bizarch"))
  .map((name) => ({ path: `${ROOT}/${name}`, text: readFileSync(join(drift, name), "utf8") }));

function projectIn(snapshot: Snapshot) {
  const [project] = snapshot.projects.values();
  if (!project) throw new Error("No project.");
  return project;
}

/** Does so many steps, and says how many there were. */
function steps(work: Generator, most = Infinity): number {
  let count = 0;
  while (count < most && work.next().done !== true) count++;
  return count;
}

const told = (snapshot: Snapshot) => JSON.stringify(verdictOf(projectIn(snapshot)));
const workspace = () => snapshotOf(files, [ROOT], FIXTURE_SETTINGS);

test("in steps, or given up after some, a verdict is what it is at once", () => {
  const wanted = told(workspace());
  for (const most of [0, 1, 10, Infinity]) {
    const snapshot = workspace();
    steps(verdictInSteps(projectIn(snapshot)), most);
    expect(told(snapshot)).toBe(wanted);
  }
});

test("what is judged takes no steps, nor does what a letter more changes", () => {
  const snapshot = workspace();
  expect(steps(verdictInSteps(projectIn(snapshot)))).toBeGreaterThan(20);
  expect(steps(verdictInSteps(projectIn(snapshot)))).toBe(0);
  const [{ path, text } = { path: "", text: "" }] = files;
  const edited = withFile(snapshot, path, text.replace(/"(?=[^"])/, '"X'));
  expect(steps(verdictInSteps(projectIn(edited)))).toBe(0);
  expect(told(edited)).toBe(told(snapshotOf([...edited.files.values()], [ROOT], FIXTURE_SETTINGS)));
});
