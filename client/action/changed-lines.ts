import { spawnSync } from "node:child_process";
import type { States } from "./states.ts";

/** Which lines of a file the change wrote; lines count from 0, paths from the root of the repository. */
export type ChangedLines = (path: string, line: number) => boolean;

/** What git calls changed between the two states. Nothing is, where there is nothing to compare with. */
export function changedLines({ repository, baseCommit, headCommit }: States): ChangedLines {
  if (baseCommit === undefined) return () => false;
  const args = [...PLAIN, baseCommit, ...(headCommit === undefined ? [] : [headCommit]), ...OURS];
  const options = {
    cwd: repository.root,
    encoding: "utf8" as const,
    env: { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" },
    maxBuffer: Number.MAX_SAFE_INTEGER,
  };
  const hunks = hunksIn(spawnSync("git", args, options).stdout);
  return (path, line) => (hunks.get(path) ?? []).some(({ from, to }) => from <= line && line < to);
}

/** Whatever the user's settings, and running nothing that the repository names. */
const PLAIN = (
  "-c core.quotePath=false -c core.fsmonitor=false diff --unified=0 --inter-hunk-context=0 --find-renames --no-color --no-ext-diff " +
  "--no-textconv --src-prefix=a/ --dst-prefix=b/ -z --patch --ignore-submodules --end-of-options"
).split(" ");
const OURS = ["--", ":(top,glob)**/*.bizarch", ":(top,glob)**/bizarch.json"];

interface Hunk {
  readonly from: number;
  readonly to: number;
}

/** The new lines of each file in a patch. Lines of a hunk are passed over by their count: they may look like a header. */
function hunksIn(patch: string): ReadonlyMap<string, readonly Hunk[]> {
  const hunks = new Map<string, Hunk[]>();
  const lines = patch.split("\n");
  let path = "";
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.startsWith("+++ b/")) path = line.slice(6).replace(/\t$/, "");
    const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!match) continue;
    const [, removed = "1", start = "0", added = "1"] = match;
    const from = Number(start) - 1;
    const own = hunks.get(path) ?? [];
    own.push({ from, to: from + Number(added) });
    hunks.set(path, own);
    at += Number(removed) + Number(added);
    while (lines[at + 1]?.startsWith("\\ ")) at++;
  }
  return hunks;
}
