import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SMALL } from "./architectures.ts";
import { folder, root, run } from "./run.ts";

/** The commands that README gives for CI, as arguments. */
function commands(): readonly (readonly string[])[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const section = /\n### In CI\n[^]*?(?=\n## )/.exec(readme)?.[0] ?? "";
  const found = section.matchAll(/\bbizarch (check [^`'|#\n]+)/g);
  return [...found].map(([, command = ""]) => command.trim().split(/\s+/));
}

test("README has a command for each system, and for the baseline", () => {
  const formats = commands().map((args) => args[args.indexOf("--format") + 1]);
  expect(formats).toEqual(["sarif", "github", "gitlab", "rdjson", "junit", "check", "check"]);
});

test("every command of README does what it says", async () => {
  const cwd = folder(SMALL);
  for (const args of commands()) {
    const { code, err } = await run(cwd, args);
    const isForgiving = args.includes("never") || args.includes("--baseline");
    expect([args, code]).toEqual([args, isForgiving ? 0 : 1]);
    expect(err).not.toContain("error:");
    const file = args.includes("-o") ? args.at(-1) : undefined;
    if (file !== undefined) expect(existsSync(join(cwd, file))).toBe(true);
  }
});
