import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { release } from "../../client/build/release.mjs";
import { BROKEN, folder, put } from "../cli/run.ts";
import { HOUSE, WALL } from "./house.ts";
import { world } from "./world.ts";

const at = realpathSync(mkdtempSync(join(tmpdir(), "bizarch-")));
const unpacked = join(at, "unpacked");
afterAll(() => rmSync(at, { recursive: true, force: true }));

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
    cwd,
    encoding: "utf8",
  }).trim();

beforeAll(async () => {
  const repository = join(at, "repository");
  git(at, "init", "-q", repository);
  git(repository, "config", "user.name", "A");
  git(repository, "config", "user.email", "a@example.org");
  const { commit, version } = await release(repository, []);
  git(repository, "tag", `v${version}`, commit);
  // What GitHub's runner, npm and pre-commit do: they take what lies at the tag.
  git(at, "clone", "-q", "--branch", `v${version}`, `file://${repository}`, unpacked);
}, 300_000);

describe("a release", () => {
  test("holds what is run, and what it was made of is not touched", () => {
    expect(readdirSync(unpacked).toSorted()).toEqual([
      ".git",
      ".pre-commit-hooks.yaml",
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "action.yml",
      "dist",
      "package.json",
    ]);
    expect(readFileSync(join(unpacked, "dist/THIRD-PARTY-NOTICES.txt"), "utf8")).toContain(
      "License: EPL-2.0",
    );
    expect(git(join(at, "repository"), "status", "--porcelain")).toBe("");
  });

  test("runs as the action, with nothing beside it", async () => {
    const there = await world(HOUSE);
    there.branch("drift");
    there.commit(WALL);
    const pull_request = there.pull(7, "drift");
    const workspace = there.checkout("refs/pull/7/merge");
    const manifest: unknown = parse(readFileSync(join(unpacked, "action.yml"), "utf8"));
    expect(manifest).toMatchObject({ runs: { main: "dist/action.cjs" } });
    const env = { ACTION: join(unpacked, "dist/action.cjs") };
    const ran = await there.run({ event: "pull_request", payload: { pull_request }, workspace, env });
    expect([ran.code, ran.outputs["walls"], there.github.comments.get(7)?.length]).toEqual([1, "2", 1]);
  });

  test("is installed by npm, without a network, as the command", () => {
    const prefix = folder();
    const [packed = ""] = execFileSync("npm", ["pack", "--silent", "--pack-destination", prefix, unpacked], {
      encoding: "utf8",
    }).split("\n");
    execFileSync("npm", [
      "install",
      "--silent",
      "--global",
      "--offline",
      "--prefix",
      prefix,
      join(prefix, packed),
    ]);
    const cwd = folder({ "a.bizarch": BROKEN });
    const run = (...args: readonly string[]) =>
      spawnSync(join(prefix, "bin/bizarch"), args, { cwd, encoding: "utf8" });
    expect(run("check")).toMatchObject({ status: 1, stderr: "" });
    expect(run("render").stdout).toContain("</svg>");
    for (const format of ["html", "png", "mermaid"]) {
      expect(run("render", "--format", format, "-o", `all.${format}`)).toMatchObject({
        status: 0,
        stderr: "",
      });
    }
    expect(existsSync(join(prefix, "lib/node_modules/bizarch/node_modules"))).toBe(false);
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly language: string;
  readonly pass_filenames?: boolean;
}

function isHook(value: unknown): value is Hook {
  const has = (name: string) => typeof value === "object" && value !== null && name in value;
  return ["id", "name", "entry", "files", "language"].every(has);
}

describe("the hooks of pre-commit", () => {
  const hooks = (): readonly Hook[] => {
    const all: unknown = parse(readFileSync(join(unpacked, ".pre-commit-hooks.yaml"), "utf8"));
    return Array.isArray(all) ? all.filter(isHook) : [];
  };

  /** Runs a hook as pre-commit does: by its entry, with the names of staged files that it is for. */
  function hooked(id: string, cwd: string) {
    const hook = hooks().find((one) => one.id === id);
    if (!hook) throw new Error(`There is no hook ${id}.`);
    const staged = git(cwd, "diff", "--staged", "--name-only", "--no-ext-diff", "-z").split("\0");
    const names = staged.filter((name) => new RegExp(hook.files).test(name));
    if (names.length === 0) return { status: 0, stdout: "skipped", stderr: "" };
    const [program = "", ...args] = hook.entry.split(" ");
    const bin = folder({ "bin/.keep": "" });
    execFileSync("ln", ["-s", join(unpacked, "dist/bizarch.js"), join(bin, "bin", program)]);
    const env = { ...process.env, PATH: `${join(bin, "bin")}${delimiter}${process.env["PATH"] ?? ""}` };
    const given = hook.pass_filenames === false ? [] : names;
    return spawnSync(program, [...args, ...given], { cwd, env, encoding: "utf8" });
  }

  test("say what pre-commit asks of them", () => {
    expect(hooks().map(({ id, language }) => `${id} ${language}`)).toEqual([
      "bizarch-check node",
      "bizarch-format node",
    ]);
    const manifest: unknown = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8"));
    expect(manifest).toMatchObject({ name: "bizarch", bin: { bizarch: "dist/bizarch.js" } });
  });

  test("check the whole of it when something was staged, and nothing else", () => {
    const cwd = folder({ "a.bizarch": BROKEN, "read.me": "" });
    git(cwd, "init", "-q");
    git(cwd, "add", "read.me");
    expect(hooked("bizarch-check", cwd).stdout).toBe("skipped");
    put(cwd, { "bizarch.json": "{}\n" });
    git(cwd, "add", "bizarch.json");
    const { status, stdout } = hooked("bizarch-check", cwd);
    expect([status, stdout]).toEqual([1, expect.stringContaining("unknown-reference")]);
  });

  test("format what was staged, which pre-commit sees by the change", () => {
    const cwd = folder({ "a b.bizarch": "mission   m\n", "c.bizarch": "mission   n\n" });
    git(cwd, "init", "-q");
    git(cwd, "add", "a b.bizarch");
    expect(hooked("bizarch-format", cwd).status).toBe(0);
    expect(readFileSync(join(cwd, "a b.bizarch"), "utf8")).toBe("mission m\n");
    expect(readFileSync(join(cwd, "c.bizarch"), "utf8")).toBe("mission   n\n");
  });
});
