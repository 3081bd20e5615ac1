import { expect, test } from "vitest";
import { unindent } from "../support/fixture.ts";
import { GRADED, HOSTILE, SMALL, STARTER } from "./architectures.ts";
import { folder, run } from "./run.ts";
import { validJunit } from "./valid.ts";

async function junit(cwd: string, ...args: readonly string[]): Promise<string> {
  const { out } = await run(cwd, ["check", "--format", "junit", ...args]);
  await validJunit(out);
  return out;
}

/** The names of the cases, and `failed` where one did. */
function cases(xml: string): readonly string[] {
  return [
    ...xml.matchAll(/<testcase classname="(.*?)" name="(.*?)"[^]*?(?=<\/?testcase |<\/testsuite>)/g),
  ].map(
    ([whole, classname = "", name = ""]) =>
      `${classname} | ${name}${whole.includes("<failure") ? " | failed" : ""}`,
  );
}

test("a project is a suite, a finding a case that fails", async () => {
  const text = "mission eat\ntool pim { category pim; accountable gone }\n";
  expect(await junit(folder({ "a.bizarch": text, "bizarch.json": STARTER }))).toBe(
    unindent(`
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="bizarch" tests="1" failures="1" errors="0">
        <testsuite name="bizarch" tests="1" failures="1" errors="0" skipped="0">
          <testcase classname="bizarch.unknown-reference" name="unknown-reference: pim">
            <failure message="Nothing is called &#39;gone&#39; here. Declare the team, or correct the name." type="error">a.bizarch:2:38: error: Nothing is called &#39;gone&#39; here. Declare the team, or correct the name. (unknown-reference)
      https://github.com/bizarch/bizarch/blob/main/docs/rules/unknown-reference.md</failure>
          </testcase>
        </testsuite>
      </testsuites>
    `),
  );
});

test("what is clean passes, also where there is nothing", async () => {
  expect(cases(await junit(folder({ "a.bizarch": "mission eat\n" })))).toEqual(["bizarch | bizarch check"]);
  expect(cases(await junit(folder()))).toEqual(["bizarch | bizarch check"]);
});

test("several projects are several suites, and cases are known by rule and element", async () => {
  const broken = "mission m\ntool t { category pim; accountable gone; used-by gone }\n";
  const files = {
    "one/bizarch.json": STARTER,
    "one/a.bizarch": broken,
    "two/bizarch.json": STARTER,
    "two/a.bizarch": "mission m\n",
  };
  const xml = await junit(folder(files));
  expect(cases(xml)).toEqual([
    "one.unknown-reference | unknown-reference: t | failed",
    "one.unknown-reference | unknown-reference: t (2) | failed",
    "two | bizarch check",
  ]);
  expect(xml).toContain('<testsuites name="bizarch" tests="3" failures="2" errors="0">');
});

test("a folder that bears our name is a suite of its own", async () => {
  const files = { "a.bizarch": "mission m\n", "bizarch/a.bizarch": "mission m\n" };
  const cwd = folder({ ...files, "bizarch.json": STARTER, "bizarch/bizarch.json": STARTER });
  expect(cases(await junit(cwd))).toEqual(["bizarch | bizarch check", "./bizarch | bizarch check"]);
});

test("errors and warnings fail, information is told without failing", async () => {
  const xml = await junit(folder(GRADED));
  expect(cases(xml)).toEqual([
    "bizarch.orphan-domain | orphan-domain: d",
    "bizarch.unknown-reference | unknown-reference: pim | failed",
    "bizarch.no-system-of-record | no-system-of-record: c.E | failed",
  ]);
  expect(xml).toContain("<system-out>a.bizarch:3:8: info: ");
  expect(xml).toContain('<testsuites name="bizarch" tests="3" failures="2" errors="0">');
});

test("the other places stand in the text, what is waived does not", async () => {
  const xml = await junit(folder(SMALL));
  expect(xml).toContain("\na.bizarch:2:10: &#39;d&#39; is a core domain.\n");
  expect(xml).not.toContain("autumn");
});

test("no text leaves its place, and what XML cannot hold is written out", async () => {
  const xml = await junit(folder(HOSTILE));
  expect(xml).toContain(
    "]]&gt; [here](http://evil.example) &lt;img src=x&gt; &#39; &quot; \\u{0}\\u{8}\ufffd",
  );
  expect(xml).toContain(">a  b,c:d%&amp;&#39;.bizarch:");
  // oxlint-disable-next-line no-control-regex -- these are what must not be there
  expect(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\u202e]|\]\]>/.test(xml)).toBe(false);
});
