import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { folder, put, root, run } from "./run.ts";

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "client/build/build.mjs")], { stdio: "ignore" });
}, 300_000);

const WHAT =
  'mission m "Old"\ndomain customer core {\n  entity A\n  entity B\n  entity C\n  entity D\n  entity E\n}\n';

function repository() {
  const cwd = folder({
    "bizarch.json": '{ "profile": "starter" }\n',
    "a.bizarch": WHAT,
    "b.bizarch": "team t\n",
  });
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
    });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "first");
  return { cwd, git };
}

test("git shows changes in their one layout, under their statement", async () => {
  const { cwd, git } = repository();
  expect((await run(cwd, ["git-setup"])).code).toBe(0);
  put(cwd, { "a.bizarch": WHAT.replaceAll("  ", "      ") });
  expect(git("diff", "-U1", "--", "a.bizarch")).not.toMatch(/^[+-] /m);
  put(cwd, { "a.bizarch": WHAT.replace("entity E", "entity F") });
  const patch = git("diff", "-U1");
  expect(patch).toMatch(/^@@ .* @@ domain customer core \{$/m);
  expect(patch).toContain("+  entity F");
});

test("a file that is no text is shown all the same", async () => {
  const { cwd, git } = repository();
  await run(cwd, ["git-setup"]);
  put(cwd, { "a.bizarch": Buffer.from([0x6d, 0xff, 0x0a]) });
  expect(git("diff")).toContain("-mission m");
});

test("the difftool tells what changed in meaning, a file at a time and all at once", async () => {
  const { cwd, git } = repository();
  await run(cwd, ["git-setup"]);
  put(cwd, { "a.bizarch": `${WHAT}tool crm { category crm; accountable t }\n` });
  for (const how of [["--no-prompt"], ["--dir-diff"]]) {
    const told = git("difftool", ...how, "-t", "bizarch", "HEAD", "--", "a.bizarch");
    expect(told).toContain("1 change to partitions");
    // The team stands in a file that git does not hand over.
    expect(told).not.toContain("unknown-reference");
  }
});

test("twice changes nothing, and it takes away what it wrote alone", async () => {
  const { cwd, git } = repository();
  put(cwd, { ".gitattributes": "*.png binary" });
  const config = readFileSync(join(cwd, ".git/config"), "utf8");
  const first = await run(cwd, ["git-setup"]);
  expect(first.err).toContain(".gitattributes: added '*.bizarch diff=bizarch'");
  expect(readFileSync(join(cwd, ".gitattributes"), "utf8")).toBe("*.png binary\n*.bizarch diff=bizarch\n");
  const set = readFileSync(join(cwd, ".git/config"), "utf8");
  const again = await run(cwd, ["git-setup", "--locale", "fr"]);
  expect(again.err.split("\n").filter((line) => line.endsWith("rien à faire.")).length).toBe(4);
  expect(readFileSync(join(cwd, ".git/config"), "utf8")).toBe(set);
  expect((await run(cwd, ["git-setup", "--remove"])).code).toBe(0);
  expect(readFileSync(join(cwd, ".gitattributes"), "utf8")).toBe("*.png binary\n");
  expect(git("config", "--local", "--list")).not.toContain("bizarch");
  expect(readFileSync(join(cwd, ".git/config"), "utf8").replaceAll(/\[diff.*\n/g, "")).toContain(config);
});

test("a file of attributes that is ours alone goes with it", async () => {
  const { cwd } = repository();
  await run(cwd, ["git-setup"]);
  await run(cwd, ["git-setup", "--remove"]);
  expect(existsSync(join(cwd, ".gitattributes"))).toBe(false);
});

test("outside of a repository it says so", async () => {
  const { code, err } = await run(folder(), ["git-setup"]);
  expect([code, err]).toEqual([2, expect.stringContaining("in no git repository")]);
});
