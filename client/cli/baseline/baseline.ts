import type { Finding } from "../../../grammar/finding.ts";
import type { Owned } from "../checked.ts";
import { identityOf, type Identity } from "../../../server/model/identity.ts";

/** The findings that somebody has agreed to live with for now, each known by what it is and not by where it stands. */
export type Baseline = readonly Recorded[];

export interface Recorded extends Identity {
  /** Where the project lies, as seen from the folder of the baseline. */
  readonly project: string;
  /** How many that are alike. */
  readonly count: number;
}

/** Which of the projects that a baseline names are meant by a run, and what they are called there. */
export interface Scope {
  /** The name that a finding's project has in the baseline. */
  readonly nameOf: (finding: Owned) => string;
  /** Whether the run looked at the project of this name, or where it would be. */
  readonly covers: (project: string) => boolean;
}

/** What a run is, held against a baseline. */
export interface Against {
  readonly known: ReadonlySet<Finding>;
  /** What is recorded and was not found again, with how many are missing. */
  readonly stale: Baseline;
}

/** Holds findings against a baseline: of those that are alike, as many are known as were recorded. */
export function against(baseline: Baseline, today: readonly Owned[], { nameOf, covers }: Scope): Against {
  const left = new Map(baseline.map((recorded) => [keyOf(recorded), recorded.count]));
  const known = new Set<Finding>();
  for (const owned of today) {
    const key = keyOf(recordOf(owned, nameOf(owned), 1));
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    left.set(key, count - 1);
    known.add(owned.finding);
  }
  const missing = baseline.map((recorded) => ({ ...recorded, count: left.get(keyOf(recorded)) ?? 0 }));
  return { known, stale: missing.filter(({ count, project }) => count > 0 && covers(project)) };
}

/** Today's findings as a baseline, and of the old one what the run did not look at. */
export function updated(baseline: Baseline, today: readonly Owned[], { nameOf, covers }: Scope): Baseline {
  const elsewhere = baseline.filter(({ project }) => !covers(project));
  return merged([...elsewhere, ...today.map((owned) => recordOf(owned, nameOf(owned), 1))], (a, b) => a + b);
}

/** How many findings the one baseline holds that the other does not. */
export function surplus(one: Baseline, other: Baseline): number {
  const counts = new Map(other.map((recorded) => [keyOf(recorded), recorded.count]));
  return one.reduce((sum, it) => sum + Math.max(0, it.count - (counts.get(keyOf(it)) ?? 0)), 0);
}

/** A baseline in order, with each finding once; the counts of those that are alike are made one. */
export function merged(all: Baseline, count: (one: number, other: number) => number): Baseline {
  const byKey = new Map<string, Recorded>();
  for (const recorded of all) {
    const key = keyOf(recorded);
    const other = byKey.get(key);
    byKey.set(key, other ? { ...other, count: count(other.count, recorded.count) } : recorded);
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, recorded]) => recorded);
}

function recordOf({ finding }: Owned, project: string, count: number): Recorded {
  return { project, ...identityOf(finding), count };
}

function keyOf({ project, rule, element, args }: Recorded): string {
  return JSON.stringify([project, rule, element, args]);
}
