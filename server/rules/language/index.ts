import type { Severity } from "../../../grammar/finding.ts";
import contradictoryQuality from "./contradictory-quality.md";
import duplicateName from "./duplicate-name.md";
import duplicateProperty from "./duplicate-property.md";
import expiredWaiver from "./expired-waiver.md";
import invalidValue from "./invalid-value.md";
import misplaced from "./misplaced.md";
import missingProperty from "./missing-property.md";
import syntax from "./syntax.md";
import unknownKind from "./unknown-kind.md";
import unknownProperty from "./unknown-property.md";
import unknownReference from "./unknown-reference.md";
import unknownRule from "./unknown-rule.md";
import unusedWaiver from "./unused-waiver.md";
import waiverWithoutReason from "./waiver-without-reason.md";
import wrongKind from "./wrong-kind.md";

/** A rule of the language itself: always on, found while the text is read and linked. */
export interface LanguageRule {
  readonly name: string;
  readonly severity: Severity;
  /** Its page of documentation, in Markdown: also its test. */
  readonly page: string;
}

export const languageRules: readonly LanguageRule[] = [
  { name: "syntax", severity: "error", page: syntax },
  { name: "unknown-kind", severity: "error", page: unknownKind },
  { name: "unknown-property", severity: "error", page: unknownProperty },
  { name: "unknown-reference", severity: "error", page: unknownReference },
  { name: "wrong-kind", severity: "error", page: wrongKind },
  { name: "misplaced", severity: "error", page: misplaced },
  { name: "duplicate-name", severity: "error", page: duplicateName },
  { name: "duplicate-property", severity: "error", page: duplicateProperty },
  { name: "missing-property", severity: "error", page: missingProperty },
  { name: "invalid-value", severity: "error", page: invalidValue },
  { name: "unknown-rule", severity: "error", page: unknownRule },
  { name: "expired-waiver", severity: "error", page: expiredWaiver },
  { name: "unused-waiver", severity: "warning", page: unusedWaiver },
  { name: "waiver-without-reason", severity: "error", page: waiverWithoutReason },
  { name: "contradictory-quality", severity: "warning", page: contradictoryQuality },
];
