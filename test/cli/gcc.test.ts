import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json";
import { unindent } from "../support/fixture.ts";
import { GRADED, HOSTILE, SMALL, STARTER } from "./architectures.ts";
import { folder, root, run } from "./run.ts";
import { valid } from "./valid.ts";

test("a finding is one line, as compilers write it", async () => {
  const { out, code } = await run(folder(SMALL), ["check", "--format", "gcc"]);
  expect(out.split("\n").map((line) => line.replace(/(: error: .{20}).*( \[)/, "$1…$2"))).toEqual([
    "a.bizarch:5:31: error: 'crm' is a marketing… [marketing-tool-owns-core-data]",
    "a.bizarch:6:41: error: Nothing is called 'g… [unknown-reference]",
    "sub/b.bizarch:1:1: error: This '}' closes noth… [syntax]",
    "",
  ]);
  expect(code).toBe(1);
});

test("nothing found is nothing said", async () => {
  expect(await run(folder({ "a.bizarch": "mission m\n" }), ["check", "--format", "gcc"])).toMatchObject({
    out: "",
    code: 0,
  });
});

test("no name of a file and no title is a command to the pipeline whose log it stands in", async () => {
  const text = 'mission m "##[error]a ##vso[task.complete]b\n';
  const { out } = await run(folder({ "::error::x.bizarch": text, "##[group]y.bizarch": text }), [
    "check",
    "--format",
    "gcc",
  ]);
  expect(out).toContain("error::x.bizarch:1:");
  expect(out).toContain("[group]y.bizarch:1:");
  expect(out).not.toMatch(/^\s*::|##(vso)?\[/m);
});

const [matcher] = manifest.contributes.problemMatchers;

/** What VS Code's own problem matcher reads in a line; none where it reads nothing. */
function matched(line: string) {
  if (!matcher) throw new Error("There is no problem matcher.");
  const { regexp, ...groups } = matcher.pattern;
  const found = new RegExp(regexp).exec(line);
  if (!found) return [];
  const group = (name: keyof typeof groups) => found[groups[name]];
  const start = { line: Number(group("line")) - 1, character: Number(group("column")) - 1 };
  const [severity, message, rule] = [group("severity"), group("message"), group("code")];
  return [{ file: group("file"), range: { start }, severity, message, rule }];
}

test("VS Code takes files as they are named, since looking for each takes longer than it listens to a task that has ended", () => {
  expect(matcher?.fileLocation).toEqual(["relative", "${workspaceFolder}"]);
});

const DAMAGED = {
  "bizarch.json": STARTER,
  "é 𝒳/a.bizarch": 'tool "𝒳𝒳" é nöpe\r\n\ttool 3 [\r\n/* 𝒳 {\r\n',
  "x:1:2.bizarch": unindent(`
    rule café "error: a [b] x.bizarch:1:1: error: c [d]" { forbid tool owns domain }
    tool t { category cdp; owns d }
    domain d core
  `),
};

type Files = Readonly<Record<string, string>>;

const architectures: readonly (readonly [name: string, files: Files | undefined])[] = [
  ["small", SMALL],
  ["graded", GRADED],
  ["hostile", HOSTILE],
  ["damaged", DAMAGED],
  ...readdirSync(join(root, "samples")).map((name) => [name, undefined] as const),
];

describe.each(architectures)("the problem matcher of VS Code, on %s", (name, files) => {
  test.each(["en", "fr"])("reads each finding, and all that a line says of it, in %s", async (locale) => {
    const cwd = files ? folder(files) : join(root, "samples", name);
    const check = async (format: string) =>
      (await run(cwd, ["check", "--locale", locale, "--format", format])).out;
    const found = valid.json(await check("json"));
    const lines = (await check("gcc")).split("\n").slice(0, -1);
    expect(lines.filter((line) => matched(line).length !== 1)).toEqual([]);
    const read = lines.flatMap(matched).map(({ message, ...rest }) => {
      expect(message).not.toMatch(/\[[^ ]*\]$/);
      return rest;
    });
    expect(found).toMatchObject({ findings: read });

    // In what is made for people it knows at least where a finding stands, and which rule it is of.
    const heads = (await check("pretty")).split("\n").flatMap(matched);
    expect(found).toMatchObject({
      findings: heads.map(({ file, range, message }) => ({ file, range, rule: message })),
    });
  });
});
