import { incoming, ofKind } from "../model/query.ts";
import { defineRule } from "./rule.ts";
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
});
