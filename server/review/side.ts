import type { Severity } from "../../grammar/finding.ts";
import type { Model } from "../model/model.ts";
import type { Profile } from "../model/config.ts";
import type { Verdict } from "../rules/check.ts";
import type { Policy } from "../rules/policy.ts";
import type { Rule } from "../rules/rule.ts";

/** One side of a comparison: an architecture, and what its rules say about it. */
export interface Side {
  readonly model: Model;
  readonly verdict: Verdict;
  readonly profile: Profile;
  readonly policy: Policy;
  readonly rules: readonly Rule[];
  /** How bad each rule's findings are on this side. */
  readonly severityOf: (rule: Rule) => Severity | "off";
}
