import { siteIn } from "../model/model.ts";
import { activeTools, isActive, ofKind, sources, valuesOf, wordOf } from "../model/query.ts";
import { byName, groupBy } from "./group.ts";
import { isHere, placesOf } from "./related.ts";
import { defineRule } from "./rule.ts";
import page from "./tool-sprawl.md";

export const toolSprawl = defineRule({
  name: "tool-sprawl",
  severity: "warning",
  page,
  parameters: {
    limit: {
      type: "number",
      value: 3,
      doc: "How many active tools of one category, or for one capability, are fine.",
      stricter: "less",
    },
  },
  messages: {
    category: (tool, category, limit) => ({
      en: `'${tool}' is one more active tool of category '${category}' than the ${limit} agreed on: each new one is one more to feed, to pay and to leave. Use one of the others, or raise the limit in the policy.`,
      fr: `« ${tool} » est un outil actif de trop dans la catégorie « ${category} » (limite convenue : ${limit}) : chaque nouvel outil est un de plus à alimenter, à payer et à quitter. Utilisez l'un des autres, ou relevez la limite dans la politique.`,
    }),
    capability: (capability, count, limit) => ({
      en: `${count} active tools serve '${capability}', more than the ${limit} agreed on: nobody knows any more which of them does the work. Agree on those that stay, or split the capability.`,
      fr: `${count} outils actifs servent « ${capability} » (limite convenue : ${limit}) : nul ne sait plus lequel fait le travail. Convenez de ceux qui restent, ou scindez la capacité.`,
    }),
  },
  check: (model, report, settings) => {
    const limit = settings.number("limit");
    const active = activeTools(model);
    for (const [category, group] of groupBy(active, (tool) => wordOf(tool, "category"))) {
      const tools = byName(group);
      const related = placesOf(tools.slice(0, limit), (tool) => isHere(tool));
      for (const tool of tools.slice(limit)) {
        const [word] = valuesOf(tool, "category");
        if (!word) continue;
        const at = { element: tool, site: siteIn(tool, word), related };
        report(at, "category", tool.name, category, String(limit));
      }
    }
    for (const capability of ofKind(model, "capability")) {
      const tools = [...new Set(sources(model, capability, "serves").filter(isActive))];
      if (tools.length <= limit) continue;
      const at = { element: capability, related: placesOf(tools, (tool) => isHere(tool)) };
      report(at, "capability", capability.name, String(tools.length), String(limit));
    }
  },
});
