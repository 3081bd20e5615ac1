import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../cli/run.ts";
import { valid } from "../cli/valid.ts";
import { HOUSE, LAYOUT, PARTITION, WALL } from "./house.ts";
import { built, world } from "./world.ts";

built();

type Files = Readonly<Record<string, string>>;

/** A pull request with a change, to run under other inputs and labels. */
async function change(changed: Files, files: Files = HOUSE) {
  const there = await world(files);
  there.branch("change");
  there.commit(changed);
  const pull_request = there.pull(7, "change");
  const workspace = there.checkout("refs/pull/7/merge");
  const run = (inputs: Files = {}, event = "pull_request") =>
    there.run({ event, payload: { number: 7, pull_request }, workspace, inputs });
  const label = (...labels: readonly string[]): void => {
    const pull = there.github.pulls.get(7);
    if (pull) pull.labels = labels.map((name) => ({ name }));
  };
  return { ...there, workspace, run, label };
}

const LOOSENED = { "meta.bizarch": "policy {\n  info marketing-tool-owns-core-data\n}\n" };

describe("fail-on", () => {
  test.each<readonly [string, Files, readonly string[]]>([
    ["layout alone", LAYOUT, []],
    ["partitions", PARTITION, ["any", "new-warning", "warning", "info"]],
    ["walls", WALL, ["any", "new-error", "new-warning", "wall", "error", "warning", "info"]],
    ["a guard", LOOSENED, ["any", "loosened", "warning", "info"]],
  ])("of %s", async (_, changed, held) => {
    const { run } = await change(changed, changed === LAYOUT ? { ...HOUSE, ...sound } : HOUSE);
    const all = "new-error, new-warning, wall, loosened, any, error\nwarning, info";
    const ran = await run({ "fail-on": all, comment: "false" });
    expect(ran.outputs["failed"]?.split(",").filter(Boolean).toSorted()).toEqual(held.toSorted());
    expect(ran.code).toBe(held.length > 0 ? 1 : 0);
    expect((await run({ "fail-on": "never", comment: "false" })).code).toBe(0);
  });

  test("what an input cannot be is refused with what it can", async () => {
    const { run } = await change(PARTITION);
    const refusal = async (inputs: Files) => {
      const ran = await run(inputs);
      expect([ran.code, ran.outputs, ran.remarks.length]).toEqual([2, {}, 1]);
      return ran.remarks[0];
    };
    expect(await refusal({ "fail-on": "walls" })).toMatch(
      /^error 'walls' .*'fail-on'.*new-error, .*wall.*never/,
    );
    expect(await refusal({ comment: "yes" })).toMatch(/'comment'.*true, false/);
    expect(await refusal({ annotations: "some" })).toMatch(/'annotations'.*changed, all, none/);
    expect(await refusal({ locale: "de" })).toMatch(/'locale'.*en, fr/);
  });
});

/** Nothing is found in the house then. */
const sound = { "meta.bizarch": "policy {\n  off orphan-tool\n}\n" };

describe("labels let a wall pass", () => {
  const inputs = { "fail-on": "wall", "accept-labels": "walls agreed, owner-agreed" };

  test("one of them, put there since the run began, whatever its case", async () => {
    const { run, label, github } = await change(WALL);
    const before = await run(inputs);
    expect([before.code, before.outputs["failed"], before.outputs["accepted"]]).toEqual([1, "wall", ""]);
    const body = () => github.comments.get(7)?.[0]?.body;
    expect(body()).toContain(
      "The change does not pass: it changes a load-bearing wall. The label `walls agreed` or `owner-agreed` lets",
    );
    label("bug", "Walls Agreed");
    const after = await run(inputs);
    expect([after.code, after.outputs["failed"], after.outputs["accepted"]]).toEqual([0, "", "walls agreed"]);
    expect(body()).toContain(
      "> [!NOTE]\n> Load-bearing walls change, which the label `walls agreed` accepts.",
    );
    expect(body()).not.toContain("CAUTION");
  });

  test("nothing else passes by it", async () => {
    const { run, label } = await change(WALL);
    label("owner-agreed");
    const ran = await run({ ...inputs, "fail-on": "wall, new-error" });
    expect([ran.code, ran.outputs["failed"], ran.outputs["accepted"]]).toEqual([
      1,
      "new-error",
      "owner-agreed",
    ]);
  });

  test("none that is not named here, and none is needed where no wall changes", async () => {
    const { run, label } = await change(PARTITION);
    label("owner-agreed");
    const ran = await run(inputs);
    expect([ran.code, ran.outputs["accepted"]]).toEqual([0, ""]);
  });
});

describe("a baseline", () => {
  const known = (...elements: readonly string[]) =>
    `${JSON.stringify({ version: 1, findings: elements.map((element) => ({ rule: "orphan-tool", element })) })}\n`;

  test("that hides more loosens the guard, in the comment too", async () => {
    const { run, github } = await change(
      { "sub/known.json": known("crm", "mdm") },
      { ...HOUSE, "sub/known.json": known("crm") },
    );
    const ran = await run({ baseline: "sub/known.json", "fail-on": "loosened" });
    expect([ran.code, ran.outputs["loosened"], ran.outputs["failed"]]).toEqual([1, "1", "loosened"]);
    expect(github.comments.get(7)?.[0]?.body).toContain(
      "the baseline hides 1 finding more of 'orphan-tool' for 'mdm'",
    );
    expect((await run({ "fail-on": "loosened" })).outputs["loosened"]).toBe("0");
  });

  test("that is nowhere, or outside, is named", async () => {
    const { run } = await change(PARTITION);
    for (const baseline of ["known.json", "../known.json", "/etc/hostname"]) {
      const ran = await run({ baseline });
      expect([ran.code, ran.remarks]).toEqual([
        2,
        [expect.stringContaining(`There is no baseline '${baseline}'`)],
      ]);
    }
  });
});

describe("annotations", () => {
  const tools = (from: number, count: number, indent = "  "): string =>
    Array.from(
      { length: count },
      (_, index) => `tool t${from + index} {\n${indent}category pim\n${indent}accountable nobody\n}\n`,
    ).join("");
  const old = { ...HOUSE, "a.bizarch": tools(0, 20), "z.bizarch": `${tools(20, 3)}team soon\n` };

  test("are of changed lines first, of what is introduced next, and within what GitHub shows", async () => {
    // The team that t22 names goes, elsewhere; and a line of an old finding is written again.
    const before = { ...old, "y.bizarch": "tool y {\n  category pim\n  accountable soon\n}\n" };
    const rewritten = tools(20, 1).replace("  accountable", "    accountable") + tools(21, 2);
    const { run } = await change({ "z.bizarch": rewritten, "b.bizarch": tools(30, 4) }, before);
    const errors = async (annotations: string) => {
      const ran = await run({ annotations, comment: "false" });
      const found = ran.annotations.filter((line) => line.startsWith("error"));
      return {
        ran,
        found: found.map((line) => line.replace("error ", "").replace(" unknown-reference", "")),
      };
    };
    const changed = ["b.bizarch:3", "b.bizarch:7", "b.bizarch:11", "b.bizarch:15"];
    const some = await errors("changed");
    expect(some.found).toEqual([...changed, "z.bizarch:3", "y.bizarch:3"]);
    const all = await errors("all");
    expect(all.found.length).toBe(9);
    expect(all.found).toEqual(expect.arrayContaining(some.found));
    expect(all.ran.annotations.length).toBeLessThanOrEqual(18);
    expect(all.ran.remarks).toEqual([expect.stringMatching(/^notice \d+ more findings than GitHub shows/)]);
    expect((await errors("none")).ran.annotations).toEqual([]);
  });

  test("do not take a line that looks like a header of a patch for one", async () => {
    const text = "++ b/how.bizarch\n@@ -1,1 +1,9 @@\n-- a/how.bizarch\n";
    const { run } = await change({ "odd.bizarch": text });
    const ran = await run({ comment: "false", annotations: "changed" });
    expect(ran.annotations.filter((line) => line.includes("how.bizarch"))).toEqual([]);
    expect(ran.annotations).toContain("error odd.bizarch:1 syntax");
  });

  test("find names of files that git would quote", async () => {
    const name = 'é "q"\tb.bizarch';
    const { run } = await change({ [name]: tools(1, 1) });
    const ran = await run({ comment: "false" });
    expect(ran.out).toContain(`line=3`);
    expect(ran.outputs["introduced"]).toBe("2");
  });
});

test("SARIF is written where it is asked for, with paths from the root", async () => {
  const { run, workspace } = await change(WALL);
  const ran = await run({ "sarif-file": "bizarch.sarif" });
  expect(ran.outputs["sarif-file"]).toBe("bizarch.sarif");
  const log = valid.sarif(readFileSync(join(workspace, "bizarch.sarif"), "utf8"));
  const uris = (log.runs[0]?.results ?? []).map(
    (one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri,
  );
  expect(new Set(uris)).toEqual(new Set(["how.bizarch"]));
});

describe("action.yml", () => {
  const manifest: unknown = parse(readFileSync(join(root, "action.yml"), "utf8"));
  const named = (part: string): readonly string[] => {
    const at: unknown = Object.entries(manifest ?? {}).find(([name]) => name === part)?.[1];
    return Object.keys(at ?? {});
  };

  test("runs the bundle on the Node that GitHub has, with no step before it", () => {
    expect(manifest).toMatchObject({ runs: { using: "node24", main: "dist/action.cjs" } });
  });

  test("its outputs are those that a run sets, its inputs those that are read", async () => {
    const { run } = await change(PARTITION);
    expect(Object.keys((await run()).outputs).toSorted()).toEqual(named("outputs").toSorted());
    const source = readFileSync(join(root, "client/action/inputs.ts"), "utf8");
    const read = [...source.matchAll(/input\("([a-z-]+)"\)/g)].map(([, name = ""]) => name);
    expect([...new Set(read)].toSorted()).toEqual(named("inputs").toSorted());
  });
});
