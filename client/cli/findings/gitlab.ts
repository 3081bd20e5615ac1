import type { Severity } from "../../../grammar/finding.ts";
import { terminalText } from "../../../server/review/terminal.ts";
import { shown } from "../disk.ts";
import { fingerprintsOf } from "./fingerprint.ts";
import type { Outcome } from "./outcome.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/** Findings as GitLab's code quality report, which hides all but the first of those whose fingerprints are equal. */
export function gitlabFindings({ findings, cwd, locale }: Outcome): string {
  const fingerprints = fingerprintsOf(findings, cwd);
  const issues = findings.map(({ finding, place }, index) => ({
    description: terminalText(finding.message[locale]),
    check_name: finding.rule,
    fingerprint: fingerprints[index],
    severity: SEVERITIES[finding.severity],
    location: {
      path: shown(cwd, place.file.path),
      lines: { begin: place.start.line + 1, end: place.end.line + 1 },
    },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
