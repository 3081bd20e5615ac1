import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { put } from "../cli/run.ts";
import { basic, gitServer } from "./git-server.ts";
import { TOKEN } from "./github.ts";
import { HOUSE, PARTITION, WALL } from "./house.ts";
import { built, world, type Ran } from "./world.ts";

built();

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", args, { cwd, encoding: "utf8" }).trim();

const told = ({ code, outputs, remarks }: Ran): string =>
  [`exit ${code}`, `walls ${outputs["walls"]}`, `partitions ${outputs["partitions"]}`, ...remarks].join("; ");

const MOVED_ON = { "what.bizarch": `${HOUSE["what.bizarch"]}stakeholder shopper\n` };

/** A pull request behind a base that moved on meanwhile, which is no change of its own. */
async function behind() {
  const there = await world(HOUSE);
  there.branch("change");
  there.idle("change", 40);
  there.commit(PARTITION);
  there.git("checkout", "-q", "main");
  there.idle("main", 40);
  there.commit(MOVED_ON);
  const pull = there.pull(7, "change");
  return { ...there, step: { event: "pull_request", payload: { number: 7, pull_request: pull } } };
}

describe("a checkout that kept no token", () => {
  test("has what it lacks fetched with that of the step, which is written nowhere", async () => {
    const { at, run, checkout, step } = await behind();
    const server = await gitServer(at, TOKEN);
    const workspace = checkout("refs/pull/7/head");
    git(workspace, "remote", "set-url", "origin", `${server.url}/acme/retail`);
    const ran = await run({ ...step, workspace, env: { GITHUB_SERVER_URL: server.url } });
    expect(told(ran)).toBe("exit 0; walls 0; partitions 1");
    // Asked without first: a checkout may have one of its own.
    expect(server.shown[0]).toBeUndefined();
    expect(server.shown.some((shown) => shown?.toLowerCase() === basic(TOKEN).toLowerCase())).toBe(true);
    const secret = basic(TOKEN).slice("basic ".length);
    for (const text of [ran.out, ran.summary, readFileSync(join(workspace, ".git/config"), "utf8")])
      expect([text.includes(TOKEN), text.includes(secret)]).toEqual([false, false]);
  });

  test("in place of one that no longer holds", async () => {
    const { at, run, checkout, step } = await behind();
    const server = await gitServer(at, TOKEN);
    const workspace = checkout("refs/pull/7/head");
    git(workspace, "remote", "set-url", "origin", `${server.url}/acme/retail`);
    git(workspace, "config", `http.${server.url}/.extraheader`, `AUTHORIZATION: ${basic("ghs_old")}`);
    const ran = await run({ ...step, workspace, env: { GITHUB_SERVER_URL: server.url } });
    expect(told(ran)).toBe("exit 0; walls 0; partitions 1");
    expect(server.shown.some((shown) => shown?.toLowerCase() === basic("ghs_old").toLowerCase())).toBe(true);
  });

  test("and without a checkout at all", async () => {
    const { at, run, step } = await behind();
    const server = await gitServer(at, TOKEN);
    const ran = await run({ ...step, env: { GITHUB_SERVER_URL: server.url } });
    expect(told(ran)).toBe("exit 0; walls 0; partitions 1");
  });

  test("shows the token to no other server, and says what cannot be had", async () => {
    const { at, run, checkout, step } = await behind();
    const [own, other] = [await gitServer(at, TOKEN), await gitServer(at, TOKEN)];
    const workspace = checkout("refs/pull/7/head");
    git(workspace, "remote", "set-url", "origin", `${other.url}/acme/retail`);
    const ran = await run({ ...step, workspace, env: { GITHUB_SERVER_URL: own.url } });
    expect([ran.code, other.shown.length > 0, own.shown.length]).toEqual([2, true, 0]);
    expect(other.shown.filter((shown) => shown !== undefined)).toEqual([]);
    expect(ran.remarks.join("\n")).toMatch(/^error .*main/);
  });
});

describe("what a pull request is compared with", () => {
  test("the trial merge of a checkout without a past: its first parent", async () => {
    const { run, checkout, step } = await behind();
    const workspace = checkout("refs/pull/7/merge");
    expect(told(await run({ ...step, workspace }))).toBe("exit 0; walls 0; partitions 1");
    expect(git(workspace, "status", "--porcelain")).toBe("");
  });

  test("its own branch without a past: where the two parted, found by fetching more", async () => {
    const { run, checkout, step } = await behind();
    const workspace = checkout("refs/pull/7/head");
    expect(told(await run({ ...step, workspace }))).toBe("exit 0; walls 0; partitions 1");
  });

  test("a clone with all of its past keeps it, and fetches nothing", async () => {
    const { run, checkout, step } = await behind();
    const workspace = checkout("refs/pull/7/head", 0);
    git(workspace, "remote", "set-url", "origin", "file:///nowhere");
    expect(told(await run({ ...step, workspace }))).toBe("exit 0; walls 0; partitions 1");
    expect(git(workspace, "rev-parse", "--is-shallow-repository")).toBe("false");
  });

  test("without a checkout, both sides are read from GitHub alone", async () => {
    const { run, step } = await behind();
    expect(told(await run(step))).toBe("exit 0; walls 0; partitions 1");
  });

  test("a project that the change removes altogether", async () => {
    const there = await world({ "retail/a.bizarch": "mission m\n", "read.me": "" });
    there.branch("change");
    there.git("rm", "-q", "-r", "retail");
    there.commit({});
    const step = { event: "pull_request", payload: { number: 7, pull_request: there.pull(7, "change") } };
    const ran = await there.run({
      ...step,
      workspace: there.checkout("refs/pull/7/merge"),
      inputs: { path: "retail" },
    });
    expect(told(ran)).toBe("exit 0; walls 1; partitions 0");
  });

  test("two histories that never met are refused with what to do", async () => {
    const there = await world(HOUSE);
    there.git("checkout", "-q", "--orphan", "change");
    there.commit(PARTITION);
    const head = there.git("rev-parse", "HEAD");
    there.git("checkout", "-q", "main");
    const base = { ref: "main", sha: there.git("rev-parse", "main"), repo: { full_name: "acme/retail" } };
    const pull_request = { number: 7, base, head: { ...base, ref: "change", sha: head } };
    const workspace = there.checkout("refs/heads/change");
    const ran = await there.run({ event: "pull_request", payload: { pull_request }, workspace });
    expect([ran.code, ran.remarks]).toEqual([
      2,
      [expect.stringMatching(/^error .*no common ancestor.*'base'/)],
    ]);
  });
});

describe("what is not to be trusted", () => {
  test("on pull_request_target the working tree stays that of the base, and the change is data", async () => {
    const there = await world(HOUSE);
    there.branch("drift");
    there.commit({ ...WALL, ".gitattributes": "*.bizarch diff=evil filter=evil\n" });
    const pull_request = there.pull(7, "drift", "mallory");
    const workspace = there.checkout("refs/heads/main");
    const ran = await there.run({ event: "pull_request_target", payload: { pull_request }, workspace });
    expect([ran.code, ran.outputs["walls"], ran.outputs["failed"]]).toEqual([1, "2", "new-error"]);
    expect(ran.annotations).toContain("error how.bizarch:9 marketing-tool-owns-core-data");
    expect(there.github.comments.get(7)?.length).toBe(1);
    expect(readFileSync(join(workspace, "how.bizarch"), "utf8")).toBe(HOUSE["how.bizarch"]);
    expect(git(workspace, "status", "--porcelain")).toBe("");
  });

  test("nothing that a repository brings along is run", async () => {
    const there = await world(HOUSE);
    there.branch("drift");
    there.commit({ ...WALL, ".gitattributes": "*.bizarch diff=evil filter=evil\n" });
    const pull_request = there.pull(7, "drift");
    const workspace = there.checkout("refs/pull/7/merge");
    const trap = join(workspace, ".git/trap");
    writeFileSync(trap, `#!/bin/sh\ntouch '${join(workspace, ".git/sprung")}'\ncat "$1"\n`);
    chmodSync(trap, 0o755);
    for (const name of ["textconv", "command"]) git(workspace, "config", `diff.evil.${name}`, trap);
    git(workspace, "config", "diff.external", trap);
    git(workspace, "config", "core.fsmonitor", trap);
    await there.run({ event: "pull_request", payload: { pull_request }, workspace });
    expect(() => readFileSync(join(workspace, ".git/sprung"))).toThrow();
  });

  test.each(["--upload-pack=touch sprung", "main:main", "+main", "a..b", "x y"])(
    "'%s' is no base",
    async (base) => {
      const there = await world(HOUSE);
      const ran = await there.run({
        event: "push",
        payload: {},
        inputs: { base },
        workspace: there.checkout("refs/heads/main"),
      });
      expect([ran.code, ran.remarks]).toEqual([2, [expect.stringContaining("error There is no branch")]]);
    },
  );

  test("a path out of the workspace, a file and an empty folder are refused", async () => {
    const there = await world(HOUSE);
    const workspace = there.checkout("refs/heads/main");
    const refusal = async (path: string) => {
      const ran = await there.run({ event: "push", payload: {}, workspace, inputs: { path, locale: "fr" } });
      expect([ran.code, ran.remarks.length, ran.outputs]).toEqual([2, 1, {}]);
      return ran.remarks[0];
    };
    expect(await refusal("../other")).toContain("sort de l'espace de travail");
    expect(await refusal("why.bizarch")).toContain("est un fichier");
    expect(await refusal("nowhere")).toContain("aucun fichier .bizarch");
  });
});

describe("a workflow that follows another", () => {
  const run = (head: { readonly ref: string; readonly sha: string }, owner: string, more = {}) => ({
    workflow_run: {
      event: "pull_request",
      head_sha: head.sha,
      head_branch: head.ref,
      pull_requests: [],
      head_repository: { owner: { login: owner } },
      ...more,
    },
  });

  test("writes the comment on a change from a fork, without a checkout of it", async () => {
    const there = await world(HOUSE);
    there.branch("drift");
    there.commit(WALL);
    const pull = there.pull(7, "drift", "mallory");
    const ran = await there.run({
      event: "workflow_run",
      payload: run(pull.head, "mallory"),
      inputs: { "fail-on": "never" },
    });
    expect([ran.code, ran.remarks]).toEqual([0, []]);
    expect(there.github.comments.get(7)?.[0]?.body).toContain("marketing-tool-owns-core-data");
  });

  test("knows a pull request of the same repository by its number", async () => {
    const there = await world(HOUSE);
    there.branch("change");
    there.commit(PARTITION);
    const pull = there.pull(7, "change");
    const payload = run(pull.head, "acme", { pull_requests: [{ number: 7 }] });
    expect(told(await there.run({ event: "workflow_run", payload }))).toBe("exit 0; walls 0; partitions 1");
  });

  test("has nothing to do after a push, or when the pull request is closed", async () => {
    const there = await world(HOUSE);
    const sha = there.git("rev-parse", "HEAD");
    const ran = await there.run({ event: "workflow_run", payload: run({ ref: "main", sha }, "acme") });
    expect([ran.code, ran.remarks]).toEqual([0, [expect.stringContaining("no pull request that is open")]]);
  });

  test("leaves the comment to the newer run, when it was overtaken", async () => {
    const there = await world(HOUSE);
    there.branch("change");
    const first = { ref: "change", sha: there.commit(PARTITION) };
    there.commit(WALL);
    there.pull(7, "change", "mallory");
    const ran = await there.run({ event: "workflow_run", payload: run(first, "mallory") });
    expect(told(ran)).toMatch(/^exit 0; walls 0; partitions 1; notice A newer commit/);
    expect(there.github.comments.size).toBe(0);
  });
});

describe("other events", () => {
  test("a merge queue asks for the labels, and writes no comment", async () => {
    const there = await world(HOUSE);
    there.branch("drift");
    const head = there.commit(WALL);
    there.pull(7, "drift");
    const base = there.git("rev-parse", "main");
    const merge_group = { base_sha: base, base_ref: "refs/heads/main", head_sha: head };
    const head_ref = `refs/heads/gh-readonly-queue/main/pr-7-${base}`;
    const step = {
      event: "merge_group",
      payload: {
        merge_group: {
          ...merge_group,
          head_ref,
        },
      },
      workspace: there.checkout("refs/heads/drift"),
      inputs: { "fail-on": "wall", "accept-labels": "agreed" },
    };
    expect(told(await there.run(step))).toBe("exit 1; walls 2; partitions 3");
    const pull = there.github.pulls.get(7);
    if (pull) pull.labels = [{ name: "agreed" }];
    expect(told(await there.run(step))).toBe("exit 0; walls 2; partitions 3");
    expect(there.github.comments.size).toBe(0);
  });

  test("a push is compared with what was there before; a first or forced one is only checked", async () => {
    const there = await world(HOUSE);
    const before = there.git("rev-parse", "HEAD");
    there.commit(PARTITION);
    const run = (payload: unknown, event = "push") =>
      there.run({ event, payload, workspace: there.checkout("refs/heads/main") });
    expect(told(await run({ before }))).toBe("exit 0; walls 0; partitions 1");
    for (const old of ["0".repeat(40), "1".repeat(40)]) {
      expect(told(await run({ before: old }))).toMatch(
        /^exit 0; walls 0; partitions 0; notice Nothing to compare/,
      );
    }
    const daily = await run({}, "schedule");
    expect(told(daily)).toContain("Nothing to compare with on 'schedule'");
    expect(daily.summary).toMatch(/^## What is found in the architecture\n\n2 warnings/);
  });

  test("the input `base` names a branch, a tag or a commit", async () => {
    const there = await world(HOUSE);
    there.git("tag", "v1");
    there.git("push", "-q", "origin", "v1");
    const id = there.git("rev-parse", "HEAD");
    there.branch("release");
    there.git("push", "-q", "origin", "release");
    there.git("checkout", "-q", "main");
    there.commit(PARTITION);
    for (const base of ["release", "v1", id]) {
      const workspace = there.checkout("refs/heads/main");
      const ran = await there.run({ event: "workflow_dispatch", payload: {}, workspace, inputs: { base } });
      expect(told(ran)).toBe("exit 0; walls 0; partitions 1");
    }
  });

  test("a commit that cannot be had is named, with what to do", async () => {
    const there = await world(HOUSE);
    there.branch("change");
    there.commit(PARTITION);
    const pull_request = there.pull(7, "change");
    const workspace = there.checkout("refs/pull/7/merge");
    git(workspace, "remote", "set-url", "origin", "file:///nowhere");
    const ran = await there.run({ event: "pull_request", payload: { pull_request }, workspace });
    expect(ran.code).toBe(2);
    expect(ran.remarks).toEqual([
      expect.stringMatching(
        /^error The commit [0-9a-f]{10} \(main\) is not here.*'contents: read'.*'fetch-depth: 0'/,
      ),
    ]);
  });

  test("an architecture in a folder, beside a checkout of something else", async () => {
    const there = await world({ "arch/a.bizarch": "mission m\n" });
    there.branch("change");
    there.commit({ "arch/a.bizarch": "mission m\ntool t { accountable nobody }\n" });
    const pull_request = there.pull(7, "change");
    const workspace = there.checkout("refs/pull/7/merge");
    put(workspace, { "other/b.bizarch": "mission m\ntool u { accountable nobody }\n" });
    const ran = await there.run({
      event: "pull_request",
      payload: { pull_request },
      workspace,
      inputs: { path: "arch" },
    });
    expect(ran.annotations).toContain("error arch/a.bizarch:2 unknown-reference");
    expect(ran.annotations.join("\n")).not.toContain("other/");
  });
});
