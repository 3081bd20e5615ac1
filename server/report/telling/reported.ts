import type { Scorecard } from "../scorecard.ts";

/** The scorecard of one project, and how the project is known. */
export interface Reported {
  /** What its `bizarch.json` calls it, else its folder. */
  readonly name: string;
  /** Its folder, as it is shown. */
  readonly root: string;
  /** The day that waivers are held against. */
  readonly today: string;
  readonly scorecard: Scorecard;
}
