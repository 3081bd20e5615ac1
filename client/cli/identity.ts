import type { Finding } from "../../grammar/finding.ts";

/** By what a finding is known the next time: its rule, its element and what went into its message, never its line. */
export function identityOf({ rule, element, args }: Pick<Finding, "rule" | "element" | "args">): string {
  return JSON.stringify([rule, element ?? null, args]);
}
