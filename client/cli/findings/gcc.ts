import { logText, terminalText } from "../../../server/review/terminal.ts";
import type { Told } from "../checked.ts";
import { shown } from "../disk.ts";
import type { Outcome } from "./outcome.ts";

/**
 * A line for each finding, as compilers write them, which editors and build tools read: `how.bizarch:12:8: error: … [rule]`.
 * Lines and columns count from 1, columns in UTF-16 units. The severity is an English word in every language. It is read in the logs of pipelines too, so it holds no command for one.
 */
export function gccFindings({ findings, cwd, locale }: Outcome): string {
  return logText(findings.map((placed) => `${line(placed, cwd, locale)}\n`).join(""));
}

function line({ finding, place }: Told, cwd: string, locale: Outcome["locale"]): string {
  const { file, start } = place;
  const at = `${terminalText(shown(cwd, file.path))}:${start.line + 1}:${start.character + 1}`;
  const message = terminalText(finding.message[locale].replaceAll(/\s*[\r\n]\s*/g, " "));
  return `${at}: ${finding.severity}: ${message} [${finding.rule}]`;
}
