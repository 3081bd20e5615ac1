import type { Model } from "../model/model.ts";
import { ofKind, says, wordOf } from "../model/query.ts";
import {
  companyMaturity,
  MATURITY,
  teamMaturity,
  type Evidence,
  type Lack,
  type Maturity,
} from "../rules/maturity.ts";
import { named, type Named } from "./share.ts";

/** How far the company and each team steer by data (S2): as the evidence has it, and as they say. */
export interface Maturities {
  /** Null where there is no team, or nobody has begun to speak of it: no KPI, and no team that claims a stage. */
  readonly company: Stage | null;
  readonly teams: readonly (Stage & {
    readonly team: Named;
    /** What the team says of itself; null where it says nothing. */
    readonly claimed: Maturity | null;
    /** Whether it says more than the evidence bears out. */
    readonly overclaimed: boolean;
  })[];
}

interface Stage {
  /** The stage that the evidence supports. */
  readonly stage: Maturity;
  /** The stage after it; null at the last one. */
  readonly next: Maturity | null;
  /** What lacks for the next stage. */
  readonly lacks: readonly { readonly type: Lack["type"]; readonly elements: readonly Named[] }[];
}

export function maturity(model: Model): Maturities {
  const teams = ofKind(model, "team");
  const isBegun = ofKind(model, "kpi").length > 0 || teams.some((team) => says(team, "maturity"));
  const company = isBegun ? companyMaturity(model) : undefined;
  if (!company) return { company: null, teams: [] };
  return {
    company: stageOf(company),
    teams: teams.map((team) => {
      const stage = stageOf(teamMaturity(model, team));
      const claimed = MATURITY.find((word) => word === wordOf(team, "maturity")) ?? null;
      const overclaimed = claimed !== null && MATURITY.indexOf(claimed) > MATURITY.indexOf(stage.stage);
      return { team: named(team), claimed, overclaimed, ...stage };
    }),
  };
}

function stageOf({ stage, lacks }: Evidence): Stage {
  const next = MATURITY[MATURITY.indexOf(stage) + 1] ?? null;
  return { stage, next, lacks: lacks.map(({ type, elements }) => ({ type, elements: elements.map(named) })) };
}
