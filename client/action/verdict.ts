import type { ProjectReview } from "../../server/review/reviewed.ts";
import { isNamed } from "../cli/diff/diff.ts";
import type { Outcome } from "../cli/findings/outcome.ts";
import type { Inputs } from "./inputs.ts";
import type { Criterion } from "./criterion.ts";
import type { Occasion } from "./occasion.ts";

/** Whether a change passes, and why not. */
export interface Verdict {
  readonly failed: readonly Criterion[];
  /** The labels by which somebody answers for the walls that change; empty where none do, or it is not asked. */
  readonly accepted: readonly string[];
}

/** Holds what was found against what the workflow says must not be. */
export function verdictOn(
  { failOn, acceptLabels }: Inputs,
  reviews: readonly ProjectReview[],
  { findings }: Pick<Outcome, "findings">,
  { pull }: Occasion,
): Verdict {
  const held = failOn.filter((criterion) => {
    if (criterion === "loosened") return reviews.some(isLoosened);
    if (!isOfCheck(criterion)) return reviews.some(({ review }) => isNamed(review, criterion));
    return findings.some(({ finding }) => ORDER.indexOf(finding.severity) >= ORDER.indexOf(criterion));
  });
  const labels = acceptLabels.filter((label) => pull?.labels.some((own) => isSame(own, label)));
  const accepted = held.includes("wall") ? labels : [];
  return { failed: held.filter((criterion) => criterion !== "wall" || accepted.length === 0), accepted };
}

/** How many guards a change loosens. */
export function loosenedIn(reviews: readonly ProjectReview[]): number {
  return reviews.flatMap(({ review }) => review.policy).filter(({ change }) => change === "loosened").length;
}

const ORDER = ["info", "warning", "error"] as const;

function isOfCheck(criterion: Criterion): criterion is (typeof ORDER)[number] {
  return ORDER.some((severity) => severity === criterion);
}

function isLoosened(project: ProjectReview): boolean {
  return loosenedIn([project]) > 0;
}

/** GitHub takes labels that differ in case alone for the same. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
