import type { Element, Model } from "../model/model.ts";
import { amountOf, ofKind, targets } from "../model/query.ts";

import { goalsThatAre } from "../rules/unmeasured-goal.ts";
import { knownWord } from "./known.ts";
import { named, shareOf, type Named, type Share } from "./share.ts";

/** Whether the company could tell that it gets where it wants to, and who would know (S2). */
export interface Measurement {
  /** The goals with a KPI that exists, of their own or for each goal below them. */
  readonly goals: Share;
  /** The KPIs that say to whom, when and in what form they go. */
  readonly kpis: Share;
  /** Those that do not, and what they leave open: `audience`, `every`, `format`. */
  readonly open: readonly { readonly kpi: Named; readonly lacks: readonly string[] }[];
}

export function measurement(model: Model): Measurement {
  const kpis = ofKind(model, "kpi");
  const lacks = (kpi: Element) => [
    ...(targets(model, kpi, "audience").length > 0 ? [] : ["audience"]),
    ...(amountOf(kpi, "every") === undefined ? ["every"] : []),
    ...(knownWord(kpi, "format") === undefined ? ["format"] : []),
  ];
  const measured = goalsThatAre(model, (goal) => targets(model, goal, "measured-by").length > 0);
  return {
    goals: shareOf(ofKind(model, "goal"), (goal) => measured.has(goal)),
    kpis: shareOf(kpis, (kpi) => lacks(kpi).length === 0),
    open: kpis.filter((kpi) => lacks(kpi).length > 0).map((kpi) => ({ kpi: named(kpi), lacks: lacks(kpi) })),
  };
}
