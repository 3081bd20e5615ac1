/** The chapters of what an architecture is held to, and the rules of each: a board reads nine figures, not fifty. */
export const chapters = {
  why: [
    "no-mission",
    "orphan-business-model",
    "orphan-domain",
    "orphan-tool",
    "orphan-initiative",
    "tool-as-goal",
    "customer-centric-is-not-a-model",
    "inside-out-goal",
  ],
  walls: [
    "marketing-tool-owns-core-data",
    "no-system-of-record",
    "two-systems-of-record",
    "write-bypasses-owner",
    "wall-outlived",
    "data-ignores-model",
    "customer-hub",
    "accountable-nobody",
    "no-architect",
  ],
  value: ["one-way-stakeholder", "customer-as-target", "linear-economy", "isolated-stakeholder"],
  continuity: [
    "broken-chain",
    "isolated-tool",
    "tool-sprawl",
    "redundant-tools",
    "one-vendor-chain",
    "legacy-in-chain",
    "manual-flow",
    "unused-tool",
    "lock-in",
  ],
  dependence: ["rival-holds-our-data", "advertiser-holds-our-data"],
  personal: [
    "personal-data-without-basis",
    "shared-without-anonymising",
    "personal-data-leaves",
    "marked-nowhere",
  ],
  measuring: [
    "unmeasured-goal",
    "vanity-kpi",
    "kpi-without-audience",
    "kpi-on-unfit-data",
    "kpi-cannot-arrive",
  ],
  pieces: ["unreconciled-entity", "siloed-domain", "quality-overclaimed"],
  organisation: [
    "data-under-marketing",
    "missing-skill",
    "maturity-overclaimed",
    "data-driven-too-early",
    "marketing-gap",
    "one-sided-portfolio",
    "open-ended-initiative",
    "unstated-impact",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** `own` are the project's own rules, `language` what is wrong with the text. */
export type ChapterName = keyof typeof chapters | "own" | "language";

export const CHAPTERS: readonly ChapterName[] = [
  "why",
  "walls",
  "value",
  "continuity",
  "dependence",
  "personal",
  "measuring",
  "pieces",
  "organisation",
  "own",
  "language",
];

const byRule: ReadonlyMap<string, ChapterName> = new Map(
  CHAPTERS.flatMap((chapter) => {
    if (chapter === "own" || chapter === "language") return [];
    return chapters[chapter].map((rule) => [rule, chapter] as const);
  }),
);

/** The chapter of one of our rules; undefined for a rule of the language and for a project's own. */
export function chapterOf(rule: string): ChapterName | undefined {
  return byRule.get(rule);
}
