import { truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GRADED, HOSTILE, SMALL, STARTER } from "./architectures.ts";
import { BROKEN, folder, run } from "./run.ts";
import { valid } from "./valid.ts";

/** The contract of `check --format json` holds for every run. */
async function json(cwd: string, args: readonly string[] = [], stdin = ""): Promise<unknown> {
  const { out, err } = await run(cwd, ["check", "--format", "json", ...args], { stdin });
  expect(err).not.toContain("error");
  return valid.json(out);
}

test.each([
  ["a small architecture", SMALL],
  ["each severity", GRADED],
  ["hostile names", HOSTILE],
  ["nothing", {}],
  ["a project of no file", { "bizarch.json": "{}" }],
  ["settings that are wrong", { "bizarch.json": '{ "locale": "de", "nam": 1 }', "a.bizarch": "mission m\n" }],
  ["settings that are no JSON", { "bizarch.json": "{", "a.bizarch": "mission m\n" }],
  ["bytes that are no text", { "a.bizarch": new Uint8Array([0x6d, 0xff, 0xfe, 0x00]) }],
  ["an empty file", { "a.bizarch": "" }],
  [
    "several projects",
    {
      "one/bizarch.json": STARTER,
      "one/a.bizarch": BROKEN,
      "two/bizarch.json": STARTER,
      "two/b.bizarch": "}",
    },
  ],
])("%s", async (_, files: Readonly<Record<string, string | Uint8Array>>) => {
  const cwd = folder(files);
  await json(cwd);
  await json(cwd, ["--locale", "fr"]);
});

test("a file by name, from elsewhere, and standard input", async () => {
  const cwd = folder(SMALL);
  expect(await json(join(cwd, "sub"), ["../a.bizarch"])).toMatchObject({
    projects: [".."],
    findings: [{ file: "../a.bizarch" }, { file: "../a.bizarch" }],
  });
  expect(await json(cwd, ["-"], "}")).toMatchObject({ projects: ["-"], findings: [{ file: "-" }] });
});

test("a finding about no element, and one in the settings", async () => {
  expect(await json(folder({ "bizarch.json": '{ "nam": 1 }', "a.bizarch": "}\n" }))).toMatchObject({
    findings: [
      { rule: "syntax", element: null, file: "a.bizarch" },
      { rule: "unknown-property", element: null, file: "bizarch.json" },
    ],
  });
});

test("a rule of the project's own has no page", async () => {
  const own: unknown = expect.objectContaining({ rule: "own", docs: null });
  const findings: unknown = expect.arrayContaining([own]);
  expect(await json(folder(HOSTILE))).toMatchObject({ findings });
});

test("a file that is too large to be read", async () => {
  const cwd = folder({ "a.bizarch": "mission m\n", "bizarch.json": STARTER });
  truncateSync(join(cwd, "a.bizarch"), 20 * 1024 * 1024 + 1);
  expect(await json(cwd)).toMatchObject({ findings: [{ rule: "syntax", file: "a.bizarch" }] });
});
