import { derived } from "../model/derived.ts";
import type { Element, Model } from "../model/model.ts";
import {
  domainOf,
  edgesOf,
  isThere,
  ofKind,
  says,
  sources,
  target,
  targets,
  wordOf,
} from "../model/query.ts";
import { goalsThatAre } from "./unmeasured-goal.ts";

/** How far a team, or the company, steers by data. Each stage builds on the one before it. */
export const MATURITY = ["conscious", "active", "informed", "data-driven"] as const;
export type Maturity = (typeof MATURITY)[number];

/** The stage that the evidence supports, and what stands between it and the next one. */
export interface Evidence {
  readonly stage: Maturity;
  /** What lacks for the next stage; empty at the last one. */
  readonly lacks: readonly Lack[];
}

/** One thing that lacks, and the elements that it is about: none, where nothing of the sort is there yet. */
export interface Lack {
  readonly type:
    | /** No KPI reaches it by way of a BI tool: the KPIs that reach it otherwise. */ "kpi-by-bi"
    | /** It shares no domain's KPIs: the domains that it steers by alone. */ "shared-domain"
    | /** Teams that no KPI reaches by way of a BI tool. */ "active-team"
    | /** Teams that do not steer by figures that another team shares. */ "informed-team"
    | /** Goals that are not measured at a rhythm. */ "goal-at-a-rhythm"
    | /** Flows that somebody carries. */ "manual-flow";
  readonly elements: readonly Element[];
}

/** What a team's maturity is, by the KPIs that it is in the audience of. */
export function teamMaturity(model: Model, team: Element): Evidence {
  const kpis = sources(model, team, "audience");
  if (!kpis.some((kpi) => isByBi(model, kpi))) {
    return { stage: "conscious", lacks: [{ type: "kpi-by-bi", elements: kpis }] };
  }
  const domains = new Set(kpis.flatMap((kpi) => domainsOf(model, kpi)));
  if (![...domains].some((domain) => (steeringBy(model).get(domain)?.size ?? 0) > 1)) {
    return { stage: "active", lacks: [{ type: "shared-domain", elements: [...domains] }] };
  }
  const lacks = lacksForDataDriven(model);
  return { stage: lacks.length > 0 ? "informed" : "data-driven", lacks };
}

/**
 * What the company's maturity is: the stage that more than half of its teams have reached, and data-driven only where
 * every team steers by shared figures. Undefined where there are no teams.
 */
export function companyMaturity(model: Model): Evidence | undefined {
  const teams = ofKind(model, "team");
  if (teams.length === 0) return undefined;
  const stages = teams.map((team) => MATURITY.indexOf(teamMaturity(model, team).stage));
  const below = (stage: number) => teams.filter((_, index) => (stages[index] ?? 0) < stage);
  const most = (stage: number) => below(stage).length < teams.length / 2;
  if (!most(1)) return { stage: "conscious", lacks: lackOf("active-team", below(1)) };
  if (!most(2)) return { stage: "active", lacks: lackOf("informed-team", below(2)) };
  const lacks = [...lackOf("informed-team", below(2)), ...lacksForDataDriven(model)];
  return { stage: lacks.length > 0 ? "informed" : "data-driven", lacks };
}

/** Whether a KPI is read in a BI tool that is there. */
function isByBi(model: Model, kpi: Element): boolean {
  const tool = target(model, kpi, "delivered-by");
  return tool !== undefined && isThere(tool) && wordOf(tool, "category") === "bi";
}

function domainsOf(model: Model, kpi: Element): readonly Element[] {
  return targets(model, kpi, "from").map(domainOf);
}

/** The teams that steer by KPIs from each domain or its entities. */
const steeringBy = derived((model: Model): ReadonlyMap<Element, ReadonlySet<Element>> => {
  const teams = new Map<Element, Set<Element>>();
  for (const kpi of ofKind(model, "kpi")) {
    for (const domain of domainsOf(model, kpi)) {
      const known = teams.get(domain) ?? new Set();
      for (const team of targets(model, kpi, "audience")) known.add(team);
      teams.set(domain, known);
    }
  }
  return teams;
});

/** What lacks in the whole project for a team that is informed to be data-driven. */
const lacksForDataDriven = derived((model: Model): readonly Lack[] => {
  const measured = goalsThatAre(model, (goal) =>
    targets(model, goal, "measured-by").some((kpi) => says(kpi, "every")),
  );
  const goals = ofKind(model, "goal").filter((goal) => !measured.has(goal));
  const manual = edgesOf(model, "flow").filter(({ element }) => wordOf(element, "mode") === "manual");
  // Without any goal nothing is measured either: there is nobody to name, and still it lacks.
  const none = ofKind(model, "goal").length === 0;
  return [
    ...(none ? [{ type: "goal-at-a-rhythm", elements: [] } as const] : lackOf("goal-at-a-rhythm", goals)),
    ...lackOf(
      "manual-flow",
      manual.map(({ element }) => element),
    ),
  ];
});

function lackOf(type: Lack["type"], elements: readonly Element[]): readonly Lack[] {
  return elements.length > 0 ? [{ type, elements }] : [];
}
