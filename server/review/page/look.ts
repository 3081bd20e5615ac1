import type { Finding, Locale } from "../../../grammar/finding.ts";

export interface PageLook {
  readonly locale: Locale;
  readonly base: string;
  readonly head: string;
  /** How a finding is placed in its file: `how.bizarch:12:8`. */
  readonly spot: (finding: Finding, side: "base" | "head") => string;
  /** The picture of a project as SVG, and empty where there is none. It is ours, and safe. */
  readonly pictureOf: (project: string) => string;
}
