import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import type { Locale, Message } from "../../grammar/finding.ts";
import { terminalText } from "../../server/review/terminal.ts";
import type { Environment } from "./inputs.ts";

/** How a step speaks to the runner: lines that annotate, lines of the log, files for what comes after. */
export interface Runner {
  /** Says something about the run itself; it stands beside the findings. */
  readonly tell: (severity: "error" | "warning" | "notice", message: Message, locale: Locale) => void;
  /** Annotations as they are written already. */
  readonly annotate: (lines: string) => void;
  /** A folded part of the log. Nothing in it is a command, whatever it looks like. */
  readonly log: (title: string, text: string) => void;
  readonly summary: (markdown: string) => void;
  readonly output: (name: string, value: string | number | boolean) => void;
}

export function runnerOf(env: Environment, write: (text: string) => void): Runner {
  return {
    tell: (severity, message, locale) =>
      write(`::${severity} title=BizArch::${escaped(terminalText(message[locale]))}\n`),
    annotate: write,
    log: (title, text) => {
      const token = randomUUID();
      write(`::group::${escaped(terminalText(title))}\n::stop-commands::${token}\n`);
      write(`${text.trimEnd()}\n::${token}::\n::endgroup::\n`);
    },
    summary: (markdown) => append(env["GITHUB_STEP_SUMMARY"], markdown),
    output: (name, value) => {
      // A value that held the end of its own text could go on to set other outputs.
      const end = randomUUID();
      append(env["GITHUB_OUTPUT"], `${name}<<${end}\n${String(value)}\n${end}\n`);
    },
  };
}

function append(file: string | undefined, text: string): void {
  if (file) appendFileSync(file, text);
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
