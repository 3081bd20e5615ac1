import type { Changes } from "./changes.ts";
import type { FindingChanges, ProjectReview, Review, Summary } from "./reviewed.ts";
import { compareFindings } from "./compare-findings.ts";
import { comparePolicy } from "./compare-policy.ts";
import { diff, type DiffOptions } from "./diff.ts";
import { askedFor } from "./meaning/asked.ts";
import { hangingOnAll } from "./meaning/hanging.ts";
import { statesOf } from "./meaning/telling.ts";
import { tellingsOf } from "./meaning/tell.ts";
import type { Side } from "./side.ts";

/** Everything a reviewer is told: what changed, what that introduces and fixes, and whether the guard was loosened. */
export function review(base: Side, head: Side, options: DiffOptions = {}): Review {
  const changes = diff(base.model, head.model, options);
  const states = statesOf(base, head, changes);
  const findings = compareFindings(base, head, changes.renames);
  return {
    states,
    changes,
    findings,
    policy: comparePolicy(base, head, changes),
    summary: summarise(changes, findings),
    tellings: tellingsOf(states),
    hanging: hangingOnAll(states),
    asked: askedFor(states),
    unread: { base: unread(base), head: unread(head) },
  };
}

/** The sum of several projects. */
export function totalOf(reviews: readonly ProjectReview[]): Summary {
  const sum = (key: keyof Summary) =>
    reviews.reduce((count, { review: { summary } }) => count + summary[key], 0);
  return {
    walls: sum("walls"),
    partitions: sum("partitions"),
    introduced: sum("introduced"),
    fixed: sum("fixed"),
  };
}

/** Whether nothing at all is different. */
export function isEmpty({ changes, findings, policy }: Review): boolean {
  const all = [changes.elements, changes.relations, findings.introduced, findings.fixed, policy];
  return all.every((list) => list.length === 0);
}

function summarise({ elements, relations }: Changes, { introduced, fixed }: FindingChanges): Summary {
  const counted = [...elements, ...relations.filter(({ stays }) => stays)].filter(
    ({ storey }) => storey !== "meta",
  );
  const walls = counted.filter(({ wall }) => wall).length;
  return { walls, partitions: counted.length - walls, introduced: introduced.length, fixed: fixed.length };
}

function unread({ verdict }: Side): number {
  return verdict.findings.filter(({ rule }) => rule === "syntax").length;
}
