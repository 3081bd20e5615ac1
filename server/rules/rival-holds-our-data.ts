import { outgoing } from "../model/query.ts";
import { anonymisingSent } from "./anonymising.ts";
import { holdings, suppliedBy } from "./holdings.ts";
import { placesOf } from "./related.ts";
import page from "./rival-holds-our-data.md";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const rivalHoldsOurData = defineRule({
  name: "rival-holds-our-data",
  severity: "error",
  starter: true,
  page,
  messages: {
    owns: (tool, data, vendor, business) => ({
      en: `'${tool}' owns '${data}' and comes from '${vendor}', which competes with ${quoted(business, "en")}: our own data teaches a rival how to replace us. Keep it in a tool of somebody else.`,
      fr: `« ${tool} » détient « ${data} » et vient de « ${vendor} », concurrent de ${quoted(business, "fr")} : nos propres données apprennent à un rival comment nous remplacer. Confiez-les à l'outil de quelqu'un d'autre.`,
    }),
    reads: (tool, data, vendor, business) => ({
      en: `'${tool}' reads '${data}' and comes from '${vendor}', which competes with ${quoted(business, "en")}: our own data teaches a rival how to replace us. Read it with a tool of somebody else.`,
      fr: `« ${tool} » lit « ${data} » et vient de « ${vendor} », concurrent de ${quoted(business, "fr")} : nos propres données apprennent à un rival comment nous remplacer. Lisez-les avec l'outil de quelqu'un d'autre.`,
    }),
    sent: (flow, data, vendor, business) => ({
      en: `'${flow}' hands '${data}' to '${vendor}', which competes with ${quoted(business, "en")}: our own data teaches a rival how to replace us. Stop the flow, or send what is neither core nor personal.`,
      fr: `« ${flow} » remet « ${data} » à « ${vendor} », concurrent de ${quoted(business, "fr")} : nos propres données apprennent à un rival comment nous remplacer. Arrêtez ce flux, ou n'envoyez que ce qui n'est ni personnel ni cœur de métier.`,
    }),
  },
  check: (model, report) => {
    for (const { element, relation, data, vendor, supply, how, about } of holdings(model)) {
      const rivalries = outgoing(model, vendor, "competes-with");
      if (rivalries.length === 0) continue;
      const business = namesOf(rivalries.map(({ to }) => to));
      const related = [
        ...(supply ? [suppliedBy(supply)] : []),
        ...placesOf(rivalries, ({ to: business, site }) => ({
          message: {
            en: `'${vendor.name}' competes with '${business.name}'.`,
            fr: `« ${vendor.name} » est un concurrent de « ${business.name} ».`,
          },
          site,
        })),
      ];
      report(
        { element, site: relation.site, about, related },
        how,
        element.name,
        data.name,
        vendor.name,
        business,
      );
    }
  },
  fixes: anonymisingSent,
});
