import { siteOf, type Element, type Model } from "../model/model.ts";
import { elementOf, incoming, ofKind, says, sources, targets } from "../model/query.ts";
import { freeName, referenceTo } from "../model/reference.ts";
import { placesOf } from "./related.ts";
import { nameNew, nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";
import page from "./unmeasured-goal.md";

export const unmeasuredGoal = defineRule({
  name: "unmeasured-goal",
  severity: "warning",
  starter: true,
  page,
  messages: {
    unmeasured: (goal) => ({
      en: `No figure tells whether '${goal}' is reached: who does not measure cannot understand, and so cannot steer. Name a KPI with 'measured-by', or measure all the goals below it.`,
      fr: `Aucun chiffre ne dit si « ${goal} » est atteint : qui ne mesure pas ne comprend pas, et ne peut donc pas piloter. Nommez un indicateur avec « measured-by », ou mesurez tous ses sous-objectifs.`,
    }),
  },
  check: (model, report) => {
    const measured = goalsThatAre(model, (goal) => says(goal, "measured-by"));
    for (const goal of ofKind(model, "goal")) {
      if (measured.has(goal)) continue;
      const below = [...goalsBelow(model, goal)].filter((sub) => !measured.has(sub));
      const related = placesOf(below, (sub) => ({
        message: {
          en: `'${sub.name}', below it, is not measured.`,
          fr: `« ${sub.name} », un de ses sous-objectifs, n'est pas mesuré.`,
        },
        site: siteOf(sub),
      }));
      report({ element: goal, related }, "unmeasured", goal.name);
    }
  },
  fixes: (finding, model) => {
    const goal = elementOf(model, finding);
    if (!goal) return [];
    const kpis = ofKind(model, "kpi");
    const idle = kpis.filter((kpi) => incoming(model, kpi, "measured-by").length === 0);
    const known = nameOneOf(model, goal, "measured-by", [...idle, ...kpis]);
    if (known.length > 0) return known;
    const [data] = ofKind(model, "domain");
    const from = data ? referenceTo(model, data, goal) : freeName(model, goal.path, `${goal.id}-data`);
    const domain = data ? "" : `\n\ndomain ${from}`;
    const statement = (name: string) => `kpi ${name} {\n  from ${from}\n}${domain}`;
    return [nameNew(model, goal, "measured-by", { kind: "kpi", wanted: `${goal.id}-kpi`, statement })];
  },
});

/** The goals that are measured in some sense, by themselves or because every goal below them is. */
export function goalsThatAre(model: Model, isMeasured: (goal: Element) => boolean): ReadonlySet<Element> {
  const goals = ofKind(model, "goal");
  const unmeasuredBelow = new Map(goals.map((goal) => [goal, goalsBelow(model, goal).size]));
  const measured = new Set(goals.filter(isMeasured));
  // From below upwards; the set grows while it is walked. Nobody gets into a circle from below: it measures nothing.
  for (const goal of measured) {
    for (const above of goalsAbove(model, goal)) {
      const left = (unmeasuredBelow.get(above) ?? 0) - 1;
      unmeasuredBelow.set(above, left);
      if (left === 0) measured.add(above);
    }
  }
  return measured;
}

function goalsBelow(model: Model, goal: Element): ReadonlySet<Element> {
  return new Set(sources(model, goal, "serves").filter((it) => it.kind.name === "goal" && it !== goal));
}

function goalsAbove(model: Model, goal: Element): ReadonlySet<Element> {
  return new Set(targets(model, goal, "serves").filter((it) => it.kind.name === "goal" && it !== goal));
}
