import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { folder, put, root } from "../cli/run.ts";
import { fakeGithub, TOKEN, type FakeGithub, type PullRequest } from "./github.ts";

type Files = Readonly<Record<string, string>>;

/** A repository on a GitHub of its own, with somebody who works in it. */
export interface World {
  /** The folder that its repositories lie in, by their names. */
  readonly at: string;
  readonly github: FakeGithub;
  readonly git: (...args: readonly string[]) => string;
  /** Commits files on the branch that is checked out, and pushes it. */
  readonly commit: (files: Files) => string;
  /** Commits on a branch as often that nothing changes. */
  readonly idle: (branch: string, commits: number) => void;
  /** Begins a branch at the main one, or at another. */
  readonly branch: (name: string, from?: string) => void;
  /** Opens a pull request, or brings it up to date: GitHub tries the merge, and keeps it under `refs/pull`. */
  readonly pull: (number: number, branch: string, owner?: string) => PullRequest;
  /** What a step of `actions/checkout` leaves: one commit without a past, or all of it. */
  readonly checkout: (ref: string, depth?: number) => string;
  readonly run: (step: Step) => Promise<Ran>;
}

export interface Step {
  readonly event: string;
  readonly payload: unknown;
  /** Where the checkout is; an empty folder where there is none. */
  readonly workspace?: string;
  readonly inputs?: Files;
  readonly env?: Files;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly summary: string;
  readonly outputs: Files;
  /** `error how.bizarch:4 rule`, in their order. */
  readonly annotations: readonly string[];
  /** What the action says of itself: `warning …`. */
  readonly remarks: readonly string[];
}

/** Somebody who commits; no repository here lives long enough to be tidied. */
const USER = [
  "user.name=A",
  "user.email=a@example.org",
  "protocol.file.allow=always",
  "maintenance.auto=false",
  "gc.auto=0",
].flatMap((setting) => ["-c", setting]);
const ENV = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };

function gitIn(cwd: string) {
  return (...args: readonly string[]): string =>
    execFileSync("git", [...USER, ...args], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...ENV },
    }).trim();
}

/** Makes one, whose branch `main` holds these files. */
export async function world(files: Files): Promise<World> {
  const github = await fakeGithub();
  const at = folder({ "acme/.keep": "", "desk/.keep": "" });
  const origin = join(at, "acme/retail");
  gitIn(at)("init", "-q", "--bare", "-b", "main", origin);
  const desk = join(at, "desk");
  const git = gitIn(desk);
  git("init", "-q", "-b", "main");
  git("remote", "add", "origin", `file://${origin}`);
  const commit = (changed: Files): string => {
    put(desk, changed);
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "change");
    git("push", "-q", "origin", "HEAD");
    return git("rev-parse", "HEAD");
  };
  commit(files);
  let runs = 0;
  return {
    at,
    github,
    git,
    commit,
    idle: (branch, commits) => {
      const now = Math.floor(Date.now() / 1000);
      const each = (index: number) =>
        `commit refs/heads/${branch}\ncommitter A <a@example.org> ${String(now)} +0000\ndata 4\nidle\n${
          index === 0 ? `from refs/heads/${branch}^0\n` : ""
        }\n`;
      const input = Array.from({ length: commits }, (_, index) => each(index)).join("");
      execFileSync("git", ["fast-import", "--quiet"], { cwd: desk, input, env: { ...process.env, ...ENV } });
    },
    branch: (name, from = "main") => void git("checkout", "-q", "-B", name, from),
    pull: (number, branch, owner = "acme") => {
      const [base, head] = [git("rev-parse", "main"), git("rev-parse", branch)];
      git("checkout", "-q", "--detach", "main");
      git("merge", "-q", "--no-ff", "-m", "trial", branch);
      const refs = [`${head}:refs/pull/${number}/head`, `HEAD:refs/pull/${number}/merge`];
      git("push", "-q", "--force", "origin", ...refs);
      git("checkout", "-q", branch);
      const repo = (login: string) => ({ full_name: `${login}/retail`, owner: { login } });
      const labels = github.pulls.get(number)?.labels ?? [];
      const pull: PullRequest = {
        number,
        state: "open",
        labels,
        base: {
          ref: "main",
          sha: base,
          repo: repo("acme"),
        },
        head: {
          ref: branch,
          sha: head,
          repo: repo(owner),
        },
      };
      github.pulls.set(number, pull);
      return pull;
    },
    checkout: (ref, depth = 1) => {
      const workspace = join(at, `workspace-${++runs}`);
      mkdirSync(workspace);
      const there = gitIn(workspace);
      there("init", "-q", "-b", "nothing");
      there("remote", "add", "origin", `file://${origin}`);
      const past = depth > 0 ? [`--depth=${depth}`, "--no-tags"] : ["+refs/heads/*:refs/remotes/origin/*"];
      const [deep, all] = depth > 0 ? [past, []] : [[], past];
      there("fetch", "-q", ...deep, "origin", ...all, `+${ref}:refs/remotes/here`);
      there("checkout", "-q", "--detach", "refs/remotes/here");
      return workspace;
    },
    run: (step) => stepIn(at, `step-${++runs}`, github, step),
  };
}

/** Where the action lies; a release has it elsewhere. */
const action = join(root, "dist/action.cjs");

/** Runs the bundle as GitHub's runner does: a process, with everything it knows in its environment. */
async function stepIn(at: string, name: string, github: FakeGithub, step: Step): Promise<Ran> {
  const { event, payload, inputs = {}, env = {} } = step;
  const temporary = join(at, name);
  mkdirSync(join(temporary, "empty"), { recursive: true });
  const files = ["event.json", "output", "summary"].map((file) => join(temporary, file));
  const [eventPath = "", output = "", summary = ""] = files;
  for (const file of files) writeFileSync(file, file === eventPath ? JSON.stringify(payload) : "");
  const given = { ...defaults(), token: TOKEN, ...inputs };
  const named: Files = Object.fromEntries(
    Object.entries(given).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value]),
  );
  const child = spawn(process.execPath, [env["ACTION"] ?? action], {
    cwd: step.workspace ?? join(temporary, "empty"),
    env: {
      PATH: process.env["PATH"],
      HOME: temporary,
      ...ENV,
      ...named,
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_OUTPUT: output,
      GITHUB_REPOSITORY: "acme/retail",
      GITHUB_RUN_ID: "42",
      GITHUB_SERVER_URL: `file://${at}`,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: step.workspace ?? join(temporary, "empty"),
      RUNNER_TEMP: temporary,
      ...env,
    },
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (out += String(part)));
  const code = await new Promise<number>((resolve) => child.once("close", (status) => resolve(status ?? -1)));
  const commands = commandsIn(out);
  return {
    code,
    out,
    summary: readFileSync(summary, "utf8"),
    outputs: outputsIn(readFileSync(output, "utf8")),
    annotations: commands.flatMap(({ kind, properties }) =>
      properties["file"]
        ? [`${kind} ${properties["file"]}:${properties["line"]} ${properties["title"]}`]
        : [],
    ),
    remarks: commands.flatMap(({ kind, properties, text }) =>
      properties["file"] ? [] : [`${kind} ${text}`],
    ),
  };
}

/** What `action.yml` says where the workflow says nothing, as the runner fills it in. */
function defaults(): Files {
  const text = readFileSync(join(root, "action.yml"), "utf8");
  const inputs = text.slice(text.indexOf("\ninputs:"), text.indexOf("\noutputs:"));
  const names = [...inputs.matchAll(/^ {2}([a-z-]+):\n((?: {4,}.*\n)+)/gm)];
  return Object.fromEntries(
    names.map(([, name = "", body = ""]) => [name, /default: "?([^"\n]*)"?/.exec(body)?.[1] ?? ""]),
  );
}

/** The commands of a log, as the runner reads them: nothing is one between `stop-commands` and its token. */
function commandsIn(log: string) {
  let token: string | undefined;
  return log.split("\n").flatMap((line) => {
    const match = /^\s*::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line);
    if (token !== undefined) {
      if (line.trim() === `::${token}::`) token = undefined;
      return [];
    }
    const old = /##\[[a-z-]+\]/.exec(line);
    if (!match) return old ? [{ kind: old[0], properties: {}, text: line }] : [];
    const [, kind = "", written = "", text = ""] = match;
    if (kind === "stop-commands") {
      token = text;
      return [];
    }
    if (kind === "group" || kind === "endgroup") return [];
    const properties: Files = Object.fromEntries(
      written.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
    );
    return [{ kind, properties, text }];
  });
}

function outputsIn(text: string): Files {
  const found = text.matchAll(/^([a-z-]+)<<(.+)\n([^]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = "", , value = ""]) => [name, value]));
}

/** Has the bundle built before the tests of a file. */
export function built(): void {
  beforeAll(() => {
    execFileSync(process.execPath, [join(root, "client/build/build.mjs")], { stdio: "ignore" });
  }, 300_000);
}
