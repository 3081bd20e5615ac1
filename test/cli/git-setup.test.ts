import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parsePins, printPins } from "../../client/pins/pin-file.ts";
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
  expect(readFileSync(join(cwd, ".gitattributes"), "utf8")).toBe(
    "*.png binary\n*.bizarch diff=bizarch\n**/.bizarch/layout/*.layout merge=union\n",
  );
  const set = readFileSync(join(cwd, ".git/config"), "utf8");
  const again = await run(cwd, ["git-setup", "--locale", "fr"]);
  expect(again.err.split("\n").filter((line) => line.endsWith("rien à faire.")).length).toBe(5);
  expect(readFileSync(join(cwd, ".git/config"), "utf8")).toBe(set);
  expect((await run(cwd, ["git-setup", "--remove"])).code).toBe(0);
  expect(readFileSync(join(cwd, ".gitattributes"), "utf8")).toBe("*.png binary\n");
  expect(git("config", "--local", "--list")).not.toContain("bizarch");
  expect(readFileSync(join(cwd, ".git/config"), "utf8").replaceAll(/\[diff.*\n/g, "")).toContain(config);
});

test("branches that moved different shapes by hand merge, in a new side file and in one that is there", async () => {
  const { cwd, git } = repository();
  await run(cwd, ["git-setup"]);
  git("add", "-A");
  git("commit", "-q", "-m", "set up");
  const path = ".bizarch/layout/storeys.layout";
  const moved = (...ids: readonly string[]) => {
    const pins = ids.map((id) => [id, { column: 1, row: 1 }] as const);
    put(cwd, { [path]: printPins({ view: "storeys", pins, others: [] }) ?? "" });
    git("add", "-A");
    git("commit", "-q", "-m", ids.join());
  };
  const merged = () => parsePins(readFileSync(join(cwd, path), "utf8"));
  git("checkout", "-q", "-b", "one");
  moved("a", "m");
  git("checkout", "-q", "-b", "other", "main");
  moved("b", "n");
  git("merge", "-q", "one", "-m", "merge");
  expect(merged()).toMatchObject({
    flaws: [],
    pins: ["a", "b", "m", "n"].map((id) => [id, { column: 1, row: 1 }]),
  });
  moved("a", "b", "c", "m", "n");
  git("checkout", "-q", "-b", "third", "HEAD~1");
  moved("a", "b", "d", "m", "n");
  git("merge", "-q", "other", "-m", "merge");
  expect(merged().pins.map(([id]) => id)).toEqual(["a", "b", "c", "d", "m", "n"]);
});

test("a file of attributes that is ours alone goes with it", async () => {
  const { cwd } = repository();
  await run(cwd, ["git-setup"]);
  await run(cwd, ["git-setup", "--remove"]);
  expect(existsSync(join(cwd, ".gitattributes"))).toBe(false);
});

test("in a folder of a repository, and in a second working tree of it, it is that of the whole", async () => {
  const { cwd, git } = repository();
  put(cwd, { "deep/er/x.bizarch": "team u\n" });
  expect((await run(join(cwd, "deep/er"), ["git-setup"])).code).toBe(0);
  expect(existsSync(join(cwd, ".gitattributes"))).toBe(true);
  const second = join(cwd, "second");
  git("worktree", "add", "-q", second);
  const { code, err } = await run(second, ["git-setup"]);
  // The settings are those of the clone; the attributes are files of a working tree.
  expect([code, err.split("\n").filter((line) => line.endsWith("nothing to do.")).length]).toEqual([0, 3]);
  expect(existsSync(join(second, ".gitattributes"))).toBe(true);
});

/** The command as it is installed, for somebody with a home of their own. */
function forUser(cwd: string, home: string, ...args: readonly string[]): string {
  const { GIT_CONFIG_GLOBAL: _, XDG_CONFIG_HOME: __, ...env } = process.env;
  const command = [join(root, "dist/bizarch.js"), "git-setup", "--global", ...args];
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd,
    encoding: "utf8",
    env: { ...env, HOME: home, USERPROFILE: home, GIT_CONFIG_SYSTEM: "/dev/null" },
  });
  expect(status).toBe(0);
  return stderr;
}

test("for all repositories of somebody, from anywhere, and back again", () => {
  const home = folder({ ".gitconfig": "[user]\n\tname = A\n\temail = a@example.org\n" });
  expect(forUser(folder(), home)).toContain("diff.bizarch.textconv: set for all your repositories.");
  expect(forUser(folder(), home).split("nothing to do.").length).toBe(6);
  const { cwd } = repository();
  put(cwd, { "a.bizarch": WHAT.replaceAll("  ", "      ") });
  const { GIT_CONFIG_GLOBAL: _, XDG_CONFIG_HOME: __, ...env } = process.env;
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd, encoding: "utf8", env: { ...env, HOME: home } });
  expect(git("diff")).not.toMatch(/^[+-] /m);
  expect(git("status", "--porcelain")).toBe(" M a.bizarch\n");
  forUser(cwd, home, "--remove");
  expect(git("diff")).toMatch(/^[+-] /m);
  expect(readFileSync(join(home, ".gitconfig"), "utf8")).not.toContain("bizarch");
  expect(existsSync(join(home, ".config/git/attributes"))).toBe(false);
});

test("into the file of attributes that somebody named", () => {
  const home = folder({ ".gitconfig": "[core]\n\tattributesFile = ~/mine\n", mine: "*.png binary\n" });
  forUser(folder(), home);
  expect(readFileSync(join(home, "mine"), "utf8")).toBe(
    "*.png binary\n*.bizarch diff=bizarch\n**/.bizarch/layout/*.layout merge=union\n",
  );
  forUser(folder(), home, "--remove");
  expect(readFileSync(join(home, "mine"), "utf8")).toBe("*.png binary\n");
});

test("outside of a repository it says so", async () => {
  const { code, err } = await run(folder(), ["git-setup"]);
  expect([code, err]).toEqual([2, expect.stringContaining("in no git repository")]);
});
