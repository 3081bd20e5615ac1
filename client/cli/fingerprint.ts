import { createHash } from "node:crypto";
import type { Finding } from "../../grammar/finding.ts";
import type { Owned } from "./checked.ts";
import { shown } from "./disk.ts";

/** By what a finding is known the next time: its rule, its element and what went into its message, never its line. */
export function identityOf({ rule, element, args }: Pick<Finding, "rule" | "element" | "args">): string {
  return JSON.stringify([rule, element ?? null, args]);
}

/**
 * A short text for each finding that no other has, and that stays the same as long as the finding does. Those that are
 * alike are told apart by their order.
 */
export function fingerprintsOf(findings: readonly Owned[], cwd: string): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ finding, project }) => {
    const identity = JSON.stringify([project ? shown(cwd, project.root) : null, identityOf(finding)]);
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    return createHash("sha256").update(`${identity} ${before}`).digest("hex").slice(0, 32);
  });
}
