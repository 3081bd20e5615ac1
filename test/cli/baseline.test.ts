import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unindent } from "../support/fixture.ts";
import { STARTER } from "./architectures.ts";
import { folder, put, run, type Ran } from "./run.ts";
import { valid } from "./valid.ts";

const TEXT = unindent(`
  mission eat
  tool pim { category pim; accountable gone }
  tool crm { category crm; accountable nobody; used-by lost, lost }
`);

const FILES = { "bizarch.json": STARTER, "a.bizarch": TEXT };

async function check(cwd: string, ...args: readonly string[]): Promise<Ran> {
  return run(cwd, ["check", "--baseline", "known.json", ...args]);
}

async function record(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, err } = await check(cwd, "--update-baseline", ...args);
  expect(code).toBe(0);
  return err;
}

/** What is shown: each finding as `rule element`, with its place where asked. */
async function shown(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { out } = await check(cwd, "--format", "rdjson", "--fail-on", "never", ...args);
  return valid.rdjson(out).diagnostics.map(({ message }) => message.split(". ")[0] ?? "");
}

const baselineIn = (cwd: string): string => readFileSync(join(cwd, "known.json"), "utf8");

test("what is recorded is hidden, from the summary and the threshold too", async () => {
  const cwd = folder(FILES);
  expect((await run(cwd, ["check"])).code).toBe(1);
  expect(await record(cwd)).toBe("The baseline 'known.json' is up to date: 4 added, 0 removed.\n");
  const { code, out, err } = await check(cwd);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe("Nothing new contradicts itself (1 file, 3 elements, 4 in the baseline)\n");
  expect((await check(cwd, "--fail-on", "info")).code).toBe(0);
});

test("the file has a finding on a line, in order, without lines and files", async () => {
  const cwd = folder(FILES);
  await record(cwd);
  expect(baselineIn(cwd)).toBe(
    unindent(`
      {
        "version": 1,
        "findings": [
          {"rule":"unknown-reference","element":"crm","args":["Nothing is called 'lost' here."],"count":2},
          {"rule":"unknown-reference","element":"crm","args":["Nothing is called 'nobody' here."]},
          {"rule":"unknown-reference","element":"pim","args":["Nothing is called 'gone' here."]}
        ]
      }
    `),
  );
});

test("only what is new is shown", async () => {
  const cwd = folder(FILES);
  await record(cwd);
  put(cwd, { "b.bizarch": "team t { function data; reports-to nowhere }\n" });
  expect(await shown(cwd)).toEqual(["Nothing is called 'nowhere' here"]);
  expect((await check(cwd)).code).toBe(1);
});

test("of two that are alike and one recorded, one is shown", async () => {
  const cwd = folder({ ...FILES, "a.bizarch": TEXT.replace("lost, lost", "lost") });
  await record(cwd);
  put(cwd, { "a.bizarch": TEXT });
  expect(await shown(cwd)).toEqual(["Nothing is called 'lost' here"]);
});

test("moving text, renaming files and saying who else there is make nothing new", async () => {
  const cwd = folder(FILES);
  await record(cwd);
  rmSync(join(cwd, "a.bizarch"));
  const lines = TEXT.trimEnd().split("\n");
  put(cwd, { "sub/z.bizarch": `// moved\r\n\r\n${lines.toReversed().join("\r\n")}\r\n` });
  // With a near name the advice is another, and the finding still the same.
  put(cwd, { "t.bizarch": "team nobdy { function data }\nteam gon { function data }\n" });
  const { code, err } = await check(cwd);
  expect([code, err]).toEqual([0, ""]);
});

test("the language of the messages and their severity are no part of it", async () => {
  const cwd = folder(FILES);
  await record(cwd, "--locale", "fr");
  put(cwd, { "bizarch.json": '{ "profile": "starter", "locale": "fr" }' });
  const { code, out } = await check(cwd);
  expect([code, out]).toEqual([
    0,
    "Rien de nouveau ne se contredit (1 fichier, 3 éléments, 4 dans la référence)\n",
  ]);
});

test("what is gone is told of until it is taken out", async () => {
  const cwd = folder(FILES);
  await record(cwd);
  put(cwd, { "a.bizarch": "mission eat\ntool pim { category pim }\n" });
  const { code, err } = await check(cwd);
  expect(code).toBe(0);
  expect(err).toBe(
    "4 findings of the baseline 'known.json' are no longer there: unknown-reference crm, unknown-reference pim. Take them out with --update-baseline.\n",
  );
  expect((await check(cwd, "--quiet")).err).toBe("");
  expect((await check(cwd, "--locale", "fr")).err).toContain(
    "4 constats de la référence « known.json » ont disparu",
  );
  expect(await record(cwd)).toBe("The baseline 'known.json' is up to date: 0 added, 4 removed.\n");
  expect(baselineIn(cwd)).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
  expect((await check(cwd)).err).toBe("");
});

test("json and sarif tell what is hidden and what is gone", async () => {
  const cwd = folder(FILES);
  await record(cwd);
  put(cwd, {
    "a.bizarch": TEXT.replace("accountable gone", "accountable new").replace("lost, lost", "lost"),
  });
  const { out } = await check(cwd, "--format", "json");
  expect(valid.json(out)).toMatchObject({
    baseline: {
      hidden: 2,
      stale: [
        { project: ".", rule: "unknown-reference", element: "crm", count: 1 },
        { project: ".", rule: "unknown-reference", element: "pim", count: 1 },
      ],
    },
    summary: { error: 1 },
  });
  const [sarif] = valid.sarif((await check(cwd, "--format", "sarif")).out).runs;
  expect(
    sarif?.results?.map(({ baselineState, suppressions }) => [baselineState, suppressions?.length]),
  ).toEqual([
    ["new", 0],
    ["unchanged", 1],
    ["unchanged", 1],
  ]);
});

test("own rules, and findings about no element, are recorded too", async () => {
  const own =
    'rule alone "No tool owns" { forbid tool owns domain }\ndomain d\ntool t { category pim; owns d }\n}\n';
  const cwd = folder({
    "bizarch.json": '{ "profile": "starter", "nam": 1 }',
    "a.bizarch": `mission eat\n${own}`,
  });
  expect((await shown(cwd, "--update-baseline")).length).toBe(0);
  expect(baselineIn(cwd)).toContain('{"rule":"alone","element":"t","args":["forbidden","t","owns","d"]}');
  expect(baselineIn(cwd)).toContain(`{"rule":"syntax","element":null,"args":["This '}' closes nothing."]}`);
  expect(await shown(cwd)).toEqual([]);
});

const TWO = {
  "one/bizarch.json": STARTER,
  "one/a.bizarch": TEXT,
  "two/bizarch.json": STARTER,
  "two/a.bizarch": "mission eat\n",
};

test("projects with the same names are told apart, wherever one stands", async () => {
  const cwd = folder(TWO);
  await record(cwd);
  expect(baselineIn(cwd)).toContain('{"project":"one","rule"');
  put(cwd, { "two/a.bizarch": TEXT });
  expect((await shown(cwd)).length).toBe(4);
  const inside = await run(join(cwd, "one"), ["check", "--baseline", "../known.json"]);
  expect([inside.code, inside.err]).toEqual([0, ""]);
  const other = await run(join(cwd, "two"), ["check", "--baseline", "../known.json"]);
  expect([other.code, other.err]).toEqual([1, ""]);
});

test("what the run did not look at is neither stale nor taken out", async () => {
  const cwd = folder({ ...TWO, "two/a.bizarch": TEXT });
  await record(cwd);
  const before = baselineIn(cwd);
  expect(await record(cwd, "two")).toContain("0 added, 0 removed");
  expect(await record(cwd, "two/a.bizarch")).toContain("0 added, 0 removed");
  expect(baselineIn(cwd)).toBe(before);
  put(cwd, { "two/a.bizarch": "mission eat\n", "two/b.bizarch": "goal g { serves eat; measured-by x }\n" });
  expect((await check(cwd, "one")).err).toBe("");
  expect(await shown(cwd, "two/a.bizarch")).toEqual([]);
  expect(await record(cwd, "two/a.bizarch")).toContain("1 added, 4 removed");
  expect(await shown(cwd)).toEqual([]);
});

test("a project that moves keeps its baseline, one that goes is taken out", async () => {
  const cwd = folder(TWO);
  await record(cwd);
  mkdirSync(join(cwd, "deep"));
  renameSync(join(cwd, "one"), join(cwd, "deep/uno"));
  rmSync(join(cwd, "two"), { recursive: true });
  const moved = await check(cwd);
  expect([moved.code, moved.err]).toEqual([0, ""]);
  expect(await record(cwd)).toContain("0 added, 0 removed");
  expect(baselineIn(cwd)).toContain('{"project":"deep/uno","rule"');
  rmSync(join(cwd, "deep"), { recursive: true });
  expect((await check(cwd)).err).toContain("4 findings of the baseline");
  expect(await record(cwd)).toContain("0 added, 4 removed");
});

test("a file that stands alone, and standard input, have a baseline too", async () => {
  const cwd = folder({ "a.bizarch": TEXT });
  await record(cwd, "a.bizarch");
  renameSync(join(cwd, "a.bizarch"), join(cwd, "b.bizarch"));
  expect(await shown(cwd, "b.bizarch")).toEqual([]);
  const args = ["check", "-", "--baseline", "stdin.json"];
  expect((await run(cwd, [...args, "--update-baseline"], { stdin: TEXT })).code).toBe(0);
  const again = await run(cwd, args, { stdin: `\n${TEXT}` });
  expect([again.code, again.err]).toEqual([0, ""]);
});

test.each([
  [
    ["--baseline", "none.json"],
    "There is no baseline 'none.json'. Record today's findings in it first: add --update-baseline.",
  ],
  [["--update-baseline"], "--update-baseline does not say which. Add --baseline FILE."],
  [["--baseline", "-"], "A baseline is a file, not standard input. Name it: --baseline baseline.json."],
  [
    ["--baseline", "sub/"],
    "'sub/' is not a file, and a baseline is one. Name the file: --baseline sub/baseline.json.",
  ],
  [
    ["--baseline", "newer.json"],
    "The baseline 'newer.json' was written by a newer bizarch. Bring this one up to date.",
  ],
  [
    ["--baseline", "newer.json", "--update-baseline"],
    "The baseline 'newer.json' was written by a newer bizarch. Bring this one up to date.",
  ],
  [
    ["--baseline", "gone/x.json", "--update-baseline"],
    "'gone/x.json' cannot be written (ENOENT). Check that its folder is there, and its permissions.",
  ],
])("%j is refused in one line", async (args, message) => {
  const cwd = folder({ ...FILES, "sub/x.txt": "", "newer.json": '{ "version": 2, "findings": {} }' });
  expect(await run(cwd, ["check", ...args])).toMatchObject({ code: 2, out: "", err: `error: ${message}\n` });
});

test.each([
  "",
  "{",
  "[]",
  "null",
  "{}",
  '{ "version": 1 }',
  '{ "version": "1", "findings": [] }',
  '{ "version": 0, "findings": [] }',
  '{ "version": 1, "findings": [1] }',
  '{ "version": 1, "findings": [{ "rule": 1 }] }',
  '{ "version": 1, "findings": [{ "rule": "syntax", "args": [1] }] }',
  '{ "version": 1, "findings": [{ "rule": "syntax", "count": 0 }] }',
  '{ "version": 1, "findings": [{ "rule": "syntax", "element": 3 }] }',
  "<<<<<<< ours\n{}\n",
])("a broken baseline is not used, and not overwritten: %j", async (text) => {
  const cwd = folder({ ...FILES, "known.json": text });
  for (const args of [[], ["--update-baseline"]]) {
    const { code, out, err } = await check(cwd, ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error: 'known.json' is not a baseline that bizarch can read\. .*\n$/);
  }
  expect(baselineIn(cwd)).toBe(text);
});

test("a baseline may be formatted otherwise, have a mark in front, and hold a finding twice after a merge", async () => {
  const cwd = folder(FILES);
  await record(cwd);
  const before = baselineIn(cwd);
  const twice = before.replace(/^(.*'gone'.*)$/m, "$1,\n$1");
  expect(twice).not.toBe(before);
  put(cwd, { "known.json": `\ufeff${twice.replaceAll("\n", "\r\n").replaceAll(":", " : ")}` });
  const { code, err } = await check(cwd);
  expect([code, err]).toEqual([0, ""]);
  await record(cwd);
  expect(baselineIn(cwd)).toBe(before);
});

const named = fc.constantFrom("a", "b", "é", "__proto__");
const statement = fc.oneof(
  fc.tuple(named, named).map(([one, other]) => `tool ${one} { category pim; accountable ${other} }`),
  fc.tuple(named, named).map(([one, other]) => `domain ${one} core { embodies ${other} }`),
  named.map((name) => `flow ${name} -> ${name}`),
  fc.constantFrom("}", "nope x", 'rule own "Own" { forbid domain embodies business-model }', 'tool "'),
);
const files = fc.array(fc.array(statement, { maxLength: 6 }), { minLength: 1, maxLength: 3 });

function write(cwd: string, texts: readonly (readonly string[])[], prefix: string): void {
  rmSync(join(cwd, "model"), { recursive: true, force: true });
  mkdirSync(join(cwd, "model"));
  put(cwd, Object.fromEntries(texts.map((lines, at) => [`model/${prefix}${at}.bizarch`, lines.join("\n")])));
}

test("laws: after an update nothing is new or gone, under other names neither, and one finding more is just that", async () => {
  const cwd = folder({ "bizarch.json": STARTER });
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom("x", "y"), async (texts, prefix) => {
      write(cwd, texts, "a");
      await record(cwd);
      const clean = await check(cwd, "--fail-on", "info");
      expect([clean.code, clean.err]).toEqual([0, ""]);
      const recorded = baselineIn(cwd);
      // The same files under other names.
      write(cwd, texts, prefix);
      const renamed = await check(cwd, "--fail-on", "info");
      expect([renamed.code, renamed.err]).toEqual([0, ""]);
      // One finding more, and nothing but it.
      write(cwd, [...texts, ["team zz { function data; reports-to nowhere }"]], "a");
      expect(await shown(cwd)).toEqual(["Nothing is called 'nowhere' here"]);
      await record(cwd);
      write(cwd, texts, "a");
      expect((await check(cwd)).err).toContain(
        "1 finding of the baseline 'known.json' is no longer there: unknown-reference zz.",
      );
      await record(cwd);
      expect(baselineIn(cwd)).toBe(recorded);
    }),
    { numRuns: 60 },
  );
});
