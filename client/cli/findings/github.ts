import type { Locale } from "../../../grammar/finding.ts";
import { terminalText } from "../../../server/review/terminal.ts";
import type { Told } from "../checked.ts";
import { shown } from "../disk.ts";
import type { Outcome } from "./outcome.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/** Findings as the commands by which a GitHub workflow annotates lines. */
export function githubFindings({ findings, cwd, locale }: Outcome): string {
  return findings.map((placed) => `${annotation(placed, cwd, locale)}\n`).join("");
}

function annotation({ finding, place }: Told, cwd: string, locale: Locale): string {
  const { start, end } = place;
  const properties = {
    file: shown(cwd, place.file.path),
    line: start.line + 1,
    col: start.character + 1,
    endLine: end.line + 1,
    title: finding.rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[finding.severity]} ${written.join(",")}::${data(finding.message[locale])}`;
}

/** A message may have several lines; nothing else in it may steer the log, which is a terminal of sorts. */
function data(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(terminalText);
  return lines.map((line) => line.replaceAll("%", "%25")).join("%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
