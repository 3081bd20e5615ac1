import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mergeBase, repositoryIn, type Repository } from "../cli/git/repository.ts";
import { ask } from "../cli/git/run.ts";
import { Refusal } from "../cli/refusal.ts";
import type { Environment } from "./inputs.ts";
import { actionMessages as say } from "./messages.ts";

/** A repository, and where what it lacks can be had. A checkout is usually shallow: one commit, and no other branch. */
export interface History {
  readonly repository: Repository;
  /** The name of a remote, or an address. */
  readonly remote: string;
  /** Whether it lacks the past; one that has all of it is never cut short. */
  readonly isThin: boolean;
  readonly server: string;
  readonly token: string | undefined;
}

/** The history that a repository belongs to. */
export function historyOf(repository: Repository, env: Environment, token: string | undefined): History {
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const isKnown = ask(repository.root, ["remote", "get-url", "origin"]) !== undefined;
  const address = `${server}/${env["GITHUB_REPOSITORY"] ?? ""}`;
  const isThin = isShallow(repository) || !isKnown;
  return { repository, remote: isKnown ? "origin" : address, isThin, server, token };
}

/** A repository with nothing in it yet, for a run without a checkout. It is gone with the job. */
export function emptyRepository(env: Environment): Repository {
  const root = mkdtempSync(join(env["RUNNER_TEMP"] ?? tmpdir(), "bizarch-"));
  ask(root, ["init", "--quiet", "--bare", root]);
  return repositoryIn(root, true);
}

/** The full id of a commit, fetched where it is missing; undefined where it is nowhere. */
export function commitAt(history: History, revision: string): string | undefined {
  return known(history, revision) ?? (fetched(history, [revision]) ? known(history, revision) : undefined);
}

/** Fetches a branch, a tag or a commit, and gives its commit; undefined where the remote has none of that name. */
export function commitNamed(history: History, name: string): string | undefined {
  const { root } = history.repository;
  const there = known(history, name) ?? known(history, `origin/${name}`);
  if (there !== undefined) return there;
  return fetched(history, [name])
    ? ask(root, ["rev-parse", "--verify", "--quiet", "FETCH_HEAD^{commit}"])
    : undefined;
}

/** Where two lines of work parted. As much of the past is fetched as that takes; the working tree is left alone. */
export function forkPoint(history: History, base: string, head: string): string {
  const { repository } = history;
  for (const depth of [undefined, ...DEPTHS]) {
    if (depth !== undefined) deepen(history, depth, [base, head]);
    const found = mergeBase(repository, base, head);
    if (found !== undefined) return found;
    if (!isShallow(repository)) break;
  }
  throw new Refusal(say.noForkPoint(base.slice(0, 10), head.slice(0, 10)));
}

/** Its parents, also those that a shallow clone does not have. */
export function parentsOf({ root }: Repository, commit: string): readonly string[] {
  const [header = ""] = (ask(root, ["cat-file", "commit", commit]) ?? "").split("\n\n");
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = ""]) => id);
}

const DEPTHS = ["--deepen=32", "--deepen=256", "--deepen=2048", "--unshallow"];

function known({ repository: { root } }: History, revision: string): string | undefined {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  return ask(root, args) || undefined;
}

function isShallow({ root }: Repository): boolean {
  return ask(root, ["rev-parse", "--is-shallow-repository"]) === "true";
}

/** One commit is all that is read; a clone that has the whole past keeps it. */
function fetched(history: History, what: readonly string[]): boolean {
  return fetch(history, [...(history.isThin ? ["--depth=1"] : []), ...plain(history, what)]);
}

function deepen(history: History, depth: string, what: readonly string[]): boolean {
  return fetch(history, [depth, ...plain(history, what)]);
}

function plain({ remote }: History, what: readonly string[]): readonly string[] {
  return ["--no-tags", "--no-recurse-submodules", "--no-auto-gc", "--quiet", "--", remote, ...what];
}

/** With what the checkout knows, else with the token: a checkout need not have kept its own. */
function fetch({ repository, server, token }: History, args: readonly string[]): boolean {
  const run = (env: Environment): boolean => {
    const options = {
      cwd: repository.root,
      env: { ...process.env, ...QUIET, ...env },
      stdio: "ignore" as const,
    };
    return spawnSync("git", ["fetch", ...args], options).status === 0;
  };
  return run({}) || (token !== undefined && run(authorised(server, token)));
}

const QUIET = { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };

/** The token as a header, in place of any other. It stands in no argument, which other processes could read. */
function authorised(server: string, token: string): Environment {
  const key = `http.${server}/.extraheader`;
  const secret = Buffer.from(`x-access-token:${token}`).toString("base64");
  const count = Number(process.env["GIT_CONFIG_COUNT"] ?? 0);
  return {
    GIT_CONFIG_COUNT: String(count + 2),
    [`GIT_CONFIG_KEY_${count}`]: key,
    [`GIT_CONFIG_VALUE_${count}`]: "",
    [`GIT_CONFIG_KEY_${count + 1}`]: key,
    [`GIT_CONFIG_VALUE_${count + 1}`]: `AUTHORIZATION: basic ${secret}`,
  };
}
