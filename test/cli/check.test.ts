import { symlinkSync, truncateSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BROKEN, folder, run } from "./run.ts";

const STARTER = '{ "profile": "starter" }';

/** `bizarch check --format json` as data. */
async function checked(cwd: string, ...args: readonly string[]) {
  const { out, code } = await run(cwd, ["check", "--format", "json", ...args]);
  const result: unknown = JSON.parse(out);
  return { result, code };
}

/** Each finding as `file:line:character rule element`. */
async function found(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { out } = await run(cwd, ["check", "--format", "github", "--fail-on", "never", ...args]);
  const lines = out.split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const match = /file=(.*?),line=(\d+),col=(\d+),.*title=(.*?)::/.exec(line);
    return `${match?.[1] ?? ""}:${match?.[2] ?? ""}:${match?.[3] ?? ""} ${match?.[4] ?? ""}`;
  });
}

const containing = (text: string): unknown => expect.stringContaining(text);

test("json is the contract, whole", async () => {
  const cwd = folder({
    "bizarch.json": STARTER,
    "a.bizarch":
      'mission eat\ndomain d core { embodies m; accountable t; entity E }\nbusiness-model m { serves eat }\nteam t { function data }\ntool crm {\n  category cdp\n  owns d\n  accountable t\n}\npolicy { allow accountable-nobody for e because "gone soon" until 2027-01-01 }\ndomain e core { embodies m }\n',
  });
  expect(await checked(cwd)).toEqual({
    code: 1,
    result: {
      version: 1,
      projects: ["."],
      findings: [
        {
          rule: "marketing-tool-owns-core-data",
          severity: "error",
          message: containing("'crm' is a marketing tool"),
          element: "crm",
          file: "a.bizarch",
          range: { start: { line: 6, character: 7 }, end: { line: 6, character: 8 } },
          related: [
            {
              message: containing("'d'"),
              file: "a.bizarch",
              range: { start: { line: 1, character: 9 }, end: { line: 1, character: 13 } },
            },
          ],
          docs: "https://github.com/bizarch/bizarch/blob/main/docs/rules/marketing-tool-owns-core-data.md",
        },
      ],
      waived: [{ rule: "accountable-nobody", element: "e", because: "gone soon", until: "2027-01-01" }],
      summary: { error: 1, warning: 0, info: 0, files: 1, elements: 7, waived: 1 },
    },
  });
});

test("a rule of the language has its page in its own folder", async () => {
  const { out } = await run(folder({ "a.bizarch": BROKEN }), ["check", "--format", "json"]);
  expect(out).toContain("/docs/rules/unknown-reference.md");
});

test("a character outside of the first plane counts two, as in LSP", async () => {
  const cwd = folder({ "a.bizarch": 'mission m "🥕🥕" { nope 1 }\n', "bizarch.json": STARTER });
  expect(await found(cwd)).toEqual(["a.bizarch:1:20 unknown-property"]);
});

test("a file in a project brings the project, and is told of alone", async () => {
  const cwd = folder({
    "bizarch.json": STARTER,
    "a.bizarch": "mission eat\ntool one { category pim; accountable team-a }\n",
    "b.bizarch": "team team-a { function data; reports-to gone }\n",
    "sub/c.bizarch": "stakeholder s { kind nobody }\n",
  });
  expect(await found(cwd, "b.bizarch")).toEqual(["b.bizarch:1:41 unknown-reference"]);
  expect(await found(cwd, "sub")).toEqual(["sub/c.bizarch:1:22 invalid-value"]);
  expect(await found(join(cwd, "sub"), "../b.bizarch")).toEqual(["../b.bizarch:1:41 unknown-reference"]);
  expect((await found(cwd, "sub", "b.bizarch")).length).toBe(2);
});

test("a folder that holds several projects is checked as several", async () => {
  const cwd = folder({
    "one/bizarch.json": STARTER,
    "one/a.bizarch": "mission same\n",
    "two/bizarch.json": STARTER,
    "two/a.bizarch": "mission same\n",
  });
  expect(await checked(cwd)).toMatchObject({ code: 0, result: { projects: ["one", "two"], findings: [] } });
});

test("a file without a project stands alone, several stand together", async () => {
  const cwd = folder({
    "a.bizarch": "mission m\ngoal g { serves m; measured-by k }\n",
    "b.bizarch": "domain d\nkpi k { from d }\n",
  });
  expect(await found(cwd, "a.bizarch")).toContain("a.bizarch:2:32 unknown-reference");
  expect(await found(cwd, "a.bizarch", "b.bizarch")).not.toContain("a.bizarch:2:32 unknown-reference");
});

test("standard input is a file of its own", async () => {
  const { out, code } = await run(folder(), ["check", "-", "--format", "github"], { stdin: BROKEN });
  expect(out).toContain("::error file=-,line=4,col=15,endLine=4,title=unknown-reference::");
  expect(code).toBe(1);
  const both = await run(folder(), ["check", "-", "x"]);
  expect([both.code, both.err.split("\n").length]).toEqual([2, 2]);
});

test("hidden folders and installed packages are left out, and circles are not walked", async () => {
  const cwd = folder({
    "a.bizarch": "mission m\n",
    ".git/x.bizarch": BROKEN,
    "node_modules/p/x.bizarch": BROKEN,
    ".x.bizarch": BROKEN,
    "sub/b.bizarch": "",
  });
  symlinkSync(cwd, join(cwd, "sub/loop"));
  symlinkSync(join(cwd, ".git/x.bizarch"), join(cwd, "linked.bizarch"));
  expect(await checked(cwd)).toMatchObject({ code: 0, result: { summary: { files: 2 } } });
});

test("globs reach nothing outside of the project", async () => {
  const cwd = folder({
    "outside.bizarch": BROKEN,
    "in/bizarch.json": '{ "include": ["../**", "a.bizarch"] }',
    "in/a.bizarch": "mission m\n",
    "in/b.bizarch": BROKEN,
  });
  expect(await found(cwd, "in")).toEqual(["in/bizarch.json:1:14 invalid-value"]);
});

test("globs are read whichever way their slashes lean", async () => {
  const cwd = folder({
    "bizarch.json": String.raw`{ "include": ["model\\**"], "exclude": ["model\\old"] }`,
    "model/a.bizarch": BROKEN,
    "model/old/b.bizarch": BROKEN,
    "c.bizarch": BROKEN,
  });
  expect(await found(cwd, "--today", "2026-06-30")).toEqual(
    expect.arrayContaining(["model/a.bizarch:4:15 unknown-reference"]),
  );
  expect((await run(cwd, ["check"])).out).toContain("1 file");
});

test("settings that were made to keep one waiting are refused", async () => {
  for (const glob of [
    "*a*a*a*a*a*ab",
    "+(a|aa)+(a|aa)b",
    "(a+)+b",
    "{a,a}{a,a}{a,a}{a,a}b",
    "**/**/**/**/b",
  ]) {
    const cwd = folder({
      "bizarch.json": JSON.stringify({ include: [glob, "m.bizarch"], profile: "starter" }),
      [`${"a".repeat(200)}.bizarch`]: BROKEN,
      "m.bizarch": "mission m\n",
    });
    expect([glob, await found(cwd)]).toEqual([glob, ["bizarch.json:1:12 invalid-value"]]);
  }
  const deep = folder({ "bizarch.json": "[".repeat(100_000), "m.bizarch": "mission m\n" });
  expect(await found(deep)).toEqual(["bizarch.json:1:101 syntax"]);
});

test("a file that its project leaves out is said to be", async () => {
  const cwd = folder({
    "bizarch.json": '{ "exclude": ["old"] }',
    "old/a.bizarch": BROKEN,
    "b.bizarch": "mission m\n",
  });
  const { err, code } = await run(cwd, ["check", "old/a.bizarch"]);
  expect(code).toBe(0);
  expect(err).toContain("'old/a.bizarch' is left out");
});

test("a file that is not UTF-8 is told of where it breaks, and read as far as it goes", async () => {
  const latin = Buffer.from('mission m "Bien \xeatre" { horizon 1y }\ntool t { category nope }\n', "latin1");
  const cwd = folder({ "a.bizarch": latin, "bizarch.json": STARTER });
  expect(await found(cwd)).toEqual(
    expect.arrayContaining(["a.bizarch:1:17 syntax", "a.bizarch:2:19 invalid-value"]),
  );
  const { code } = await run(cwd, ["check"]);
  expect(code).toBe(1);
});

test("a mark in front of the text is not counted", async () => {
  const cwd = folder({ "a.bizarch": "\ufeffmission m { nope 1 }\n", "bizarch.json": STARTER });
  expect(await found(cwd)).toEqual(["a.bizarch:1:13 unknown-property"]);
});

test("a file over 20 MB is refused with a finding", async () => {
  const cwd = folder({ "a.bizarch": "mission m\n", "bizarch.json": STARTER });
  truncateSync(join(cwd, "a.bizarch"), 20 * 1024 * 1024 + 1);
  expect(await found(cwd)).toEqual(["a.bizarch:1:1 syntax"]);
});

test("the threshold decides the exit code, and nothing else", async () => {
  const warned = folder({ "a.bizarch": "domain d\n", "bizarch.json": STARTER });
  const codes = await Promise.all(
    ["error", "warning", "info", "never"].map((limit) => run(warned, ["check", "--fail-on", limit])),
  );
  expect(codes.map(({ code }) => code)).toEqual([0, 1, 1, 0]);
  const broken = await run(folder({ "a.bizarch": BROKEN }), ["check", "--fail-on", "never"]);
  expect(broken.code).toBe(0);
});

test("waivers are held against the day that is given", async () => {
  const cwd = folder({
    "bizarch.json": STARTER,
    "a.bizarch":
      'mission m\ndomain x core\npolicy { allow accountable-nobody for x because "soon" until 2027-06-30 }\n',
  });
  expect(await found(cwd, "--today", "2027-06-30")).toEqual([]);
  expect(await found(cwd, "--today", "2027-07-01")).toContain("a.bizarch:3:62 expired-waiver");
  const wrong = await run(cwd, ["check", "--today", "2027-02-30"]);
  expect([wrong.code, wrong.err]).toEqual([
    2,
    "error: '2027-02-30' is not a day of the calendar. Write --today 2027-06-30.\n",
  ]);
});

test("messages speak French when asked, by option or by project", async () => {
  const cwd = folder({ "a.bizarch": BROKEN, "bizarch.json": '{ "locale": "fr" }' });
  expect((await run(cwd, ["check"])).out).toContain("Rien ne s'appelle « nobody »");
  expect((await run(cwd, ["check", "--locale", "en"])).out).toContain("Nothing is called 'nobody'");
  expect((await run(cwd, ["check", "gone", "--locale", "fr"])).err).toContain(
    "Il n'y a ni fichier ni dossier",
  );
});

test("--output writes the result there and nothing else anywhere", async () => {
  const cwd = folder({ "a.bizarch": BROKEN });
  const { out, err, code } = await run(cwd, ["check", "--format", "json", "-o", "found.json"]);
  expect([out, err, code]).toEqual(["", "", 1]);
  expect(JSON.parse(readFileSync(join(cwd, "found.json"), "utf8"))).toMatchObject({ version: 1 });
  const nowhere = await run(cwd, ["check", "-o", "gone/found.json"]);
  expect([nowhere.code, nowhere.err]).toEqual([
    2,
    "error: 'gone/found.json' cannot be written (ENOENT). Check that its folder is there, and its permissions.\n",
  ]);
});

test("what is not there, or is no architecture, cannot be checked", async () => {
  const cwd = folder({ "readme.md": "#" });
  expect(await run(cwd, ["check", "gone"])).toMatchObject({
    code: 2,
    out: "",
    err: "error: There is no file or folder 'gone'. Check the path.\n",
  });
  expect(await run(cwd, ["check", "readme.md"])).toMatchObject({ code: 2, out: "" });
  const empty = await run(cwd, ["check"]);
  expect([empty.code, empty.err]).toEqual([0, "There is no .bizarch file here.\n"]);
});

test("an annotation escapes what would end it", async () => {
  const cwd = folder({ "a,b:c%.bizarch": "mission m { nope 1 }\n" });
  const { out } = await run(cwd, ["check", "--format", "github"]);
  expect(out).toContain("::error file=a%2Cb%3Ac%25.bizarch,line=1,col=13,endLine=1,title=unknown-property::");
  expect(
    out
      .trimEnd()
      .split("\n")
      .every((line) => line.startsWith("::")),
  ).toBe(true);
});

test("a folder may be called like a file, and a project lie in another", async () => {
  const cwd = folder({
    "bizarch.json": STARTER,
    "a.bizarch": BROKEN,
    "x.bizarch/b.bizarch": "}\n",
    "sub/bizarch.json": STARTER,
    "sub/c.bizarch": BROKEN,
  });
  expect(await found(cwd, "x.bizarch")).toEqual(["x.bizarch/b.bizarch:1:1 syntax"]);
  expect(await found(cwd)).toEqual([
    "a.bizarch:4:15 unknown-reference",
    "sub/c.bizarch:4:15 unknown-reference",
    "x.bizarch/b.bizarch:1:1 syntax",
  ]);
  expect(await checked(cwd)).toMatchObject({ result: { projects: [".", "sub"] } });
  expect(await checked(cwd, "sub/c.bizarch")).toMatchObject({ result: { projects: ["sub"] } });
});

test("what is named twice is told of once", async () => {
  const cwd = folder({ "sub/a.bizarch": BROKEN, "sub/bizarch.json": STARTER });
  expect(await found(cwd, "sub", "./sub/", "sub/a.bizarch", ".")).toEqual([
    "sub/a.bizarch:4:15 unknown-reference",
  ]);
});

test("a link to itself cannot be read, and an empty path is no folder", async () => {
  const cwd = folder({ "b.bizarch": "mission m\n" });
  symlinkSync(join(cwd, "self.bizarch"), join(cwd, "self.bizarch"));
  expect((await run(cwd, ["check"])).code).toBe(0);
  const self = await run(cwd, ["check", "self.bizarch"]);
  expect([self.code, self.out]).toEqual([2, ""]);
  expect(self.err).toContain("cannot be read (ELOOP)");
  expect(await run(cwd, ["check", ""])).toMatchObject({
    code: 2,
    err: "error: There is no file or folder ''. Check the path.\n",
  });
});

test("notes speak the language of the project", async () => {
  const cwd = folder({
    "bizarch.json": '{ "locale": "fr", "exclude": ["b.bizarch"] }',
    "b.bizarch": "",
    "a.bizarch": "",
  });
  const { err } = await run(cwd, ["check", "b.bizarch", "a.bizarch"]);
  expect(err).toContain("« b.bizarch » est exclu");
});

test.each(["pretty", "gcc", "json", "github", "sarif", "gitlab", "rdjson", "junit"])(
  "thousands of findings on a line are told as --format %s",
  async (format) => {
    const text = Array.from({ length: 3000 }, (_, at) => `tool t${at} "é" { category p }`).join("; ");
    const cwd = folder({ "bizarch.json": STARTER, "a.bizarch": text });
    const { code, out, err } = await run(cwd, ["check", "--format", format]);
    expect([code, err]).toEqual([1, ""]);
    expect(out.match(/does not fit/g)?.length).toBeGreaterThanOrEqual(3000);
  },
);

test("a message cannot steer the log of a workflow, nor begin a command in it", async () => {
  const own =
    'rule own "a\u001b[31m\\n::error::b%0A" { forbid tool owns domain }\ndomain d\ntool t { category pim; owns d }\n';
  const { out } = await run(folder({ "a.bizarch": own, "bizarch.json": STARTER }), [
    "check",
    "--format",
    "github",
  ]);
  expect(
    out
      .split("\n")
      .filter((line) => line !== "")
      .every((line) => /^::(error|warning|notice) file=/.test(line)),
  ).toBe(true);
  expect(out).toContain("a\\u{1b}[31m ::error::b%250A");
});
