import type { Locale } from "../../grammar/finding.ts";
import type { Checked, Placed } from "./checked.ts";
import { shown } from "./disk.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/** Findings as the commands by which a GitHub workflow annotates lines. */
export function githubFindings({ findings }: Checked, cwd: string, locale: Locale): string {
  return findings.map((placed) => `${annotation(placed, cwd, locale)}\n`).join("");
}

function annotation({ finding, place }: Placed, cwd: string, locale: Locale): string {
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

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
