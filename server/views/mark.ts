import type { Severity } from "../../grammar/finding.ts";

/** What a shape says about its element besides kind and title. */
export type Mark =
  | "core"
  | "generic"
  | "personal"
  | "planned"
  | "legacy"
  | "retired"
  | "seasonal"
  | "anonymised"
  | "missing"
  | "one-way";

/** What was found about an element, as a badge shows it. */
export interface FindingMark {
  readonly severity: Severity;
  readonly count: number;
  /** The first message of the gravest severity. */
  readonly message: string;
}
