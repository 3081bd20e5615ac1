import type { ProjectReview } from "../../server/review/reviewed.ts";
import type { Compared } from "../cli/diff/compare.ts";
import type { Outcome } from "../cli/findings/outcome.ts";
import type { Inputs } from "./inputs.ts";
import type { Occasion } from "./occasion.ts";
import type { Telling } from "./review-text.ts";
import type { States } from "./states.ts";
import type { Verdict } from "./verdict.ts";

/** Everything that a run knows before it tells anybody. */
export interface Run {
  readonly inputs: Inputs;
  readonly occasion: Occasion;
  readonly states: States;
  readonly compared: Compared;
  readonly reviews: readonly ProjectReview[];
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  readonly telling: Telling;
  readonly hasBase: boolean;
}
