import { createHash } from "node:crypto";
import type { Owned } from "../checked.ts";
import { shown } from "../disk.ts";
import { identityOf } from "../../../server/model/identity.ts";

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
