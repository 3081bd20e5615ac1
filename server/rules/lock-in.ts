import { elementOf, isCore, outgoing, toolsThere } from "../model/query.ts";
import page from "./lock-in.md";
import { placesOf } from "./related.ts";
import { sayProperties, saysNothing } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const lockIn = defineRule({
  name: "lock-in",
  severity: "warning",
  page,
  messages: {
    locked: (tool, data, vendor) => ({
      en: `'${tool}' keeps core data (${quoted(data, "en")}) and comes from '${vendor}', and nothing says how it would be left: the vendor decides what the next contract costs. Say it with 'exit'.`,
      fr: `« ${tool} » garde des données cœur de métier (${quoted(data, "fr")}), vient de « ${vendor} », et rien ne dit comment on le quitterait : l'éditeur fixera seul le prix du prochain contrat. Dites-le avec « exit ».`,
    }),
  },
  check: (model, report) => {
    for (const tool of toolsThere(model)) {
      const supply = saysNothing(tool, "exit") ? outgoing(model, tool, "vendor")[0] : undefined;
      const kept = supply ? outgoing(model, tool, "owns").filter(({ to }) => isCore(to)) : [];
      if (!supply || kept.length === 0) continue;
      const supplies = {
        message: { en: `'${supply.to.name}' supplies it.`, fr: `« ${supply.to.name} » le fournit.` },
        site: supply.site,
      };
      const keeps = placesOf(kept, ({ to: data, site }) => ({
        message: { en: `'${data.name}' is core.`, fr: `« ${data.name} » est au cœur du métier.` },
        site,
      }));
      const at = { element: tool, related: [supplies, ...keeps] };
      report(at, "locked", tool.name, namesOf(kept.map(({ to }) => to)), supply.to.name);
    }
  },
  fixes: (finding, model) => {
    const tool = elementOf(model, finding);
    if (!tool) return [];
    return ["Full export in an open format", "Copy kept by us, contract ends with notice"].map((way) =>
      sayProperties(model, tool, [`exit "${way}"`]),
    );
  },
});
