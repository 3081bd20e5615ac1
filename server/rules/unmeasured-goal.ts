import type { Element, Model } from "../model/model.ts";
import { elementOf, incoming, ofKind, says, sources } from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
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
      if (!measured.has(goal)) report({ element: goal }, "unmeasured", goal.name);
    }
  },
  fixes: (finding, model) => {
    const goal = elementOf(model, finding);
    if (!goal) return [];
    const kpis = ofKind(model, "kpi");
    const idle = kpis.filter((kpi) => incoming(model, kpi, "measured-by").length === 0);
    const known = nameOneOf(model, goal, "measured-by", [...idle, ...kpis]);
    const [data] = ofKind(model, "domain");
    if (known.length > 0 || !data) return known;
    const from = referenceTo(model, data, goal);
    const statement = (name: string) => `kpi ${name} {\n  from ${from}\n}`;
    return [nameNew(model, goal, "measured-by", { kind: "kpi", wanted: `${goal.id}-kpi`, statement })];
  },
});

/** The goals that are measured in some sense, by themselves or because every goal below them is. */
export function goalsThatAre(model: Model, isMeasured: (goal: Element) => boolean): ReadonlySet<Element> {
  const measured = new Set<Element>();
  const asked = new Set<Element>();
  for (const goal of ofKind(model, "goal")) {
    // Depth first without recursion: a goal is looked at again after those below it. A circle measures nothing.
    const stack = [goal];
    for (let at = stack.at(-1); at; at = stack.at(-1)) {
      const below = sources(model, at, "serves").filter(({ kind }) => kind.name === "goal");
      const open = asked.has(at) ? [] : below.filter((sub) => !asked.has(sub));
      asked.add(at);
      if (open.length > 0) stack.push(...open);
      else {
        if (isMeasured(at) || (below.length > 0 && below.every((sub) => measured.has(sub)))) {
          measured.add(at);
        }
        stack.pop();
      }
    }
  }
  return measured;
}
