import type { Severity } from "../../../grammar/finding.ts";

/** A rule of the language itself: always on, found while the text is read and linked. */
export interface LanguageRule {
  readonly name: string;
  readonly severity: Severity;
}

export const languageRules: readonly LanguageRule[] = [
  { name: "syntax", severity: "error" },
  { name: "unknown-kind", severity: "error" },
  { name: "unknown-property", severity: "error" },
  { name: "unknown-reference", severity: "error" },
  { name: "wrong-kind", severity: "error" },
  { name: "misplaced", severity: "error" },
  { name: "duplicate-name", severity: "error" },
  { name: "duplicate-property", severity: "error" },
  { name: "missing-property", severity: "error" },
  { name: "invalid-value", severity: "error" },
  { name: "unknown-rule", severity: "error" },
  { name: "expired-waiver", severity: "error" },
  { name: "unused-waiver", severity: "warning" },
  { name: "waiver-without-reason", severity: "error" },
  { name: "contradictory-quality", severity: "warning" },
];
