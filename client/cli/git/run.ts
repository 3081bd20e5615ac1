import { spawnSync } from "node:child_process";
import type { Message } from "../../../grammar/finding.ts";
import { Refusal } from "../refusal.ts";
import { gitMessages as say } from "./messages.ts";

/** What git answered; of what it says on standard error, the first line. */
interface Answer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git to its end; a refusal where there is no git. */
export function run(folder: string, args: readonly string[], input = ""): Answer {
  const env = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
  const options = { cwd: folder, env, input, maxBuffer: Number.MAX_SAFE_INTEGER };
  const { status, stdout, stderr, error } = spawnSync(
    "git",
    ["-c", "core.fsmonitor=false", ...args],
    options,
  );
  if (error) throw new Refusal(refusalFor(error));
  return { status, stdout, stderr: stderr.toString("utf8").trim().split("\n")[0] ?? "" };
}

function refusalFor(error: Error): Message {
  const isMissing = "code" in error && error.code === "ENOENT";
  return isMissing ? say.noGit() : say.failed(error.message);
}

/** One line of answer; undefined where git says no. */
export function ask(folder: string, args: readonly string[]): string | undefined {
  const { status, stdout } = run(folder, args);
  return status === 0 ? stdout.toString("utf8").trimEnd() : undefined;
}

/** What git lists with a NUL after each; a refusal where it fails. */
export function linesOf(root: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = run(root, args);
  if (status !== 0) throw new Refusal(say.failed(stderr));
  return stdout
    .toString("utf8")
    .split("\0")
    .filter((line) => line !== "");
}
