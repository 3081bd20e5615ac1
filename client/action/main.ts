import type { Message } from "../../grammar/finding.ts";
import { Refusal } from "../cli/refusal.ts";
import { cliMessages } from "../cli/messages.ts";
import { today } from "../cli/today.ts";
import { act, localeOf } from "./act.ts";
import { runnerOf } from "./runner.ts";

/** The pull-request action: the one place where it meets the process. Exit code 2 where it could not do it. */
async function main(): Promise<void> {
  trustWorkspace();
  const runner = runnerOf(process.env, (text) => void process.stdout.write(text));
  try {
    process.exitCode = await act(process.env, runner, today());
  } catch (error) {
    runner.tell("error", reasonOf(error), localeOf(process.env));
    process.exitCode = 2;
  }
}

/** In a container the workspace belongs to somebody else, and git would have none of it. */
function trustWorkspace(): void {
  const count = Number(process.env["GIT_CONFIG_COUNT"] ?? 0);
  process.env["GIT_CONFIG_COUNT"] = String(count + 1);
  process.env[`GIT_CONFIG_KEY_${count}`] = "safe.directory";
  process.env[`GIT_CONFIG_VALUE_${count}`] = "*";
}

function reasonOf(error: unknown): Message {
  if (error instanceof Refusal) return error.reason;
  return cliMessages.internal(error instanceof Error ? error.message : String(error));
}

void main();
