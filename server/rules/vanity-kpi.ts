import { elementOf, incoming, ofKind, says } from "../model/query.ts";
import { nameIn } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { goalsThatAre } from "./unmeasured-goal.ts";
import page from "./vanity-kpi.md";

export const vanityKpi = defineRule({
  name: "vanity-kpi",
  severity: "warning",
  page,
  messages: {
    vain: (kpi) => ({
      en: `No goal or initiative is measured by '${kpi}': whether it rises or falls, nobody does anything else. Name it with 'measured-by' where it decides something, or drop it.`,
      fr: `Aucun objectif ni initiative n'est mesuré par « ${kpi} » : qu'il monte ou qu'il baisse, personne ne change rien. Nommez-le avec « measured-by » là où il décide de quelque chose, ou abandonnez-le.`,
    }),
  },
  check: (model, report) => {
    for (const element of ofKind(model, "kpi")) {
      if (incoming(model, element, "measured-by").length === 0) report({ element }, "vain", element.name);
    }
  },
  fixes: (finding, model) => {
    const kpi = elementOf(model, finding);
    const measured = goalsThatAre(model, (goal) => says(goal, "measured-by"));
    const waiting = [
      ...ofKind(model, "goal").filter((goal) => !measured.has(goal)),
      ...ofKind(model, "initiative").filter((initiative) => !says(initiative, "measured-by")),
    ];
    return kpi ? nameIn(model, waiting, "measured-by", kpi) : [];
  },
});
