import { readFileSync } from "node:fs";
import type { Github } from "./github.ts";
import type { Environment } from "./inputs.ts";
import { below, listBelow, numberBelow, parsed, textBelow } from "./json.ts";

/** Why the action runs: what is compared with what, and for which pull request. */
export interface Occasion {
  readonly event: string;
  readonly pull: Pull | undefined;
  /** The commit that the change goes to; undefined where the event names none. */
  readonly base: Commit | undefined;
  /** The commit with the change, where it must not be taken from the working tree; undefined for the working tree. */
  readonly head: Commit | undefined;
}

/** A commit, and what people call it. */
export interface Commit {
  readonly id: string;
  readonly name: string;
}

export interface Pull {
  readonly number: number;
  readonly base: Commit;
  readonly head: Commit;
  readonly labels: readonly string[];
  /** Whether its commits come from another repository, so that the token may only read. */
  readonly isFork: boolean;
  /** Whether a newer commit was pushed since the run began. */
  readonly isOvertaken: boolean;
  /** Whether this run is its review; one in a merge queue is not. */
  readonly isReviewed: boolean;
}

/**
 * Reads the event. Of a pull request it asks for today's state where it may, since labels come and go, and a run that is
 * repeated still has the event of the first one.
 */
export async function occasionOf(env: Environment, github: Github | undefined): Promise<Occasion> {
  const event = env["GITHUB_EVENT_NAME"] ?? "";
  const payload = payloadOf(env);
  const nothing: Occasion = { event, pull: undefined, base: undefined, head: undefined };
  switch (event) {
    case "workflow_run":
      return { ...nothing, ...(await ofWorkflowRun(payload, github)) };
    case "merge_group": {
      const group = below(payload, "merge_group");
      const queued = /\/pr-(\d+)-[0-9a-f]+$/.exec(textBelow(group, "head_ref") ?? "")?.[1];
      const told = queued === undefined ? undefined : await ask(github, `/pulls/${queued}`);
      const pull = pullOf(told, undefined);
      const base = commitOf(textBelow(group, "base_sha"), branch(textBelow(group, "base_ref")));
      return { ...nothing, base, pull: pull && { ...pull, isReviewed: false } };
    }
    case "push": {
      const before = textBelow(payload, "before");
      return {
        ...nothing,
        base: /^0*$/.test(before ?? "") ? undefined : commitOf(before, before?.slice(0, 10)),
      };
    }
    default: {
      const old = below(payload, "pull_request");
      const pull = pullOf(old, undefined) && (await refreshed(old, github));
      // Here the working tree is that of the base, and has to stay so: the token may write.
      const isOfBase = event === "pull_request_target";
      return { ...nothing, pull, base: pull?.base, head: isOfBase ? pull?.head : undefined };
    }
  }
}

/** The pull request that a workflow ran for, which may come from a fork. Its commits are read as data. */
async function ofWorkflowRun(payload: unknown, github: Github | undefined): Promise<Partial<Occasion>> {
  const run = below(payload, "workflow_run");
  const id = textBelow(run, "head_sha");
  const number = numberBelow(listBelow(run, "pull_requests")[0], "number");
  const told = number === undefined ? await found(run, github) : await ask(github, `/pulls/${number}`);
  const pull = pullOf(told, id);
  if (!pull || id === undefined) return {};
  const head = { ...pull.head, id };
  return { pull: { ...pull, head }, base: pull.base, head };
}

/** GitHub names no pull request of a fork, so it is looked up by its branch. */
async function found(run: unknown, github: Github | undefined): Promise<unknown> {
  const owner = textBelow(run, "head_repository", "owner", "login");
  const name = textBelow(run, "head_branch");
  if (owner === undefined || name === undefined || textBelow(run, "event") === "push") return undefined;
  const query = new URLSearchParams({ state: "open", head: `${owner}:${name}` });
  const pulls = listBelow(await ask(github, `/pulls?${query.toString()}`));
  return pulls.find((pull) => textBelow(pull, "head", "sha") === textBelow(run, "head_sha")) ?? pulls[0];
}

/** The pull request as it is today, but for the commits that this run is about. */
async function refreshed(old: unknown, github: Github | undefined): Promise<Pull | undefined> {
  const then = pullOf(old, undefined);
  const now = then && pullOf(await ask(github, `/pulls/${then.number}`), then.head.id);
  return then && now ? { ...then, labels: now.labels, isOvertaken: now.isOvertaken } : then;
}

/** What GitHub answers; undefined where there is nobody to ask, or it does not say. */
async function ask(github: Github | undefined, path: string): Promise<unknown> {
  return github?.get(path).catch(() => undefined);
}

function pullOf(pull: unknown, runsFor: string | undefined): Pull | undefined {
  const number = numberBelow(pull, "number");
  const base = commitOf(textBelow(pull, "base", "sha"), textBelow(pull, "base", "ref"));
  const head = commitOf(textBelow(pull, "head", "sha"), textBelow(pull, "head", "ref"));
  if (number === undefined || !base || !head) return undefined;
  return {
    number,
    base,
    head,
    labels: listBelow(pull, "labels").flatMap((label) => textBelow(label, "name") ?? []),
    isFork: textBelow(pull, "head", "repo", "full_name") !== textBelow(pull, "base", "repo", "full_name"),
    isOvertaken: runsFor !== undefined && runsFor !== head.id,
    isReviewed: true,
  };
}

/** Only what looks like a commit is handed on: it becomes an argument of git. */
function commitOf(id: string | undefined, name: string | undefined): Commit | undefined {
  return id !== undefined && /^[0-9a-f]{40,64}$/.test(id) ? { id, name: name ?? id.slice(0, 10) } : undefined;
}

function branch(ref: string | undefined): string | undefined {
  return ref?.replace(/^refs\/heads\//, "");
}

function payloadOf(env: Environment): unknown {
  const path = env["GITHUB_EVENT_PATH"];
  return path === undefined ? undefined : parsed(readFileSync(path, "utf8"));
}
