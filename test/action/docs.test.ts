import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { folder, root } from "../cli/run.ts";
import { HOUSE, WALL } from "./house.ts";
import { built, world } from "./world.ts";

built();

const page = readFileSync(join(root, "docs/review.md"), "utf8");
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);

/** Runs lines of shell in a clone with a change, where `bizarch` is a command. */
async function inClone(script: string) {
  const there = await world(HOUSE);
  there.branch("drift");
  there.commit(WALL);
  const cwd = there.checkout("refs/heads/drift", 0);
  const bin = folder();
  symlinkSync(join(root, "dist/bizarch.js"), join(bin, "bizarch"));
  const PATH = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;
  const env = { ...process.env, PATH, BASE: "main", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { cwd, env, encoding: "utf8" });
  return { cwd, status, stdout, stderr };
}

test("the three lines of shell say what changes, and fail on what is introduced", async () => {
  const { cwd, status, stderr } = await inClone(blocks("sh")[0] ?? "");
  expect([status, stderr]).toEqual([1, ""]);
  expect(readFileSync(join(cwd, "review.md"), "utf8")).toContain("marketing-tool-owns-core-data");
});

test("the line that sets up git works as it stands", async () => {
  const { status, stderr } = await inClone(blocks("sh")[1] ?? "");
  expect([status, stderr]).toEqual([0, expect.stringContaining(".gitattributes: added")]);
});

test("the script for GitLab writes both files", async () => {
  const lines = /^ {2}script:\n((?: {4}- .*\n)+)/m.exec(page)?.[1] ?? "";
  const commands = [...lines.matchAll(/- (bizarch .*)/g)].map(([, line = ""]) => line);
  expect(commands.length).toBe(2);
  const { cwd, status } = await inClone(commands.join("\n"));
  expect(status).toBe(1);
  expect(readFileSync(join(cwd, "gl-code-quality-report.json"), "utf8")).toContain("marketing-tool");
  expect(readFileSync(join(cwd, "review.md"), "utf8")).toContain("marketing-tool");
});

test("every workflow can be read, and gives the action inputs that it has", () => {
  const manifest = readFileSync(join(root, "action.yml"), "utf8");
  const workflows = blocks("yaml");
  expect(workflows.length).toBe(4);
  for (const text of workflows) expect(() => void parse(text)).not.toThrow();
  const given = workflows
    .slice(0, 2)
    .flatMap((text) => [
      ...text.matchAll(/([a-z-]+): (?:never|none|new-error, wall|architecture-agreed)\b/g),
    ]);
  for (const [, name = ""] of given) expect(manifest).toContain(`\n  ${name}:\n`);
  expect(given.length).toBe(4);
});
