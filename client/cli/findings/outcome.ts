import type { Locale } from "../../../grammar/finding.ts";
import type { Project } from "../../../server/model/snapshot.ts";
import type { Against } from "../baseline/baseline.ts";
import type { Checked } from "../checked.ts";

/** All that there is to tell of a run of `check`, for one format or another to write. */
export interface Outcome extends Checked {
  readonly projects: readonly Project[];
  /** What a baseline makes of it; undefined without one. */
  readonly baseline: Against | undefined;
  /** The working directory: paths are told as seen from there. */
  readonly cwd: string;
  readonly locale: Locale;
}
