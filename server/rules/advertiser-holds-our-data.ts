import { wordOf } from "../model/query.ts";
import { anonymisingSent } from "./anonymising.ts";
import page from "./advertiser-holds-our-data.md";
import { businessOf, holdings, livingBy } from "./holdings.ts";
import { defineRule } from "./rule.ts";

const LIVING_BY_DATA = ["advertising", "marketplace", "data-broker"];

export const advertiserHoldsOurData = defineRule({
  name: "advertiser-holds-our-data",
  severity: "warning",
  page,
  messages: {
    owns: (tool, data, vendor, business) => ({
      en: `'${tool}' owns '${data}' and comes from '${vendor}', which lives by what it knows (${business}): the value of our data is taken by somebody else. Keep it in a tool of somebody who lives by software.`,
      fr: `« ${tool} » détient « ${data} » et vient de « ${vendor} », qui vit de ce qu'il sait (${business}) : la valeur de nos données est captée par un autre. Confiez-les à l'outil de quelqu'un qui vit du logiciel.`,
    }),
    reads: (tool, data, vendor, business) => ({
      en: `'${tool}' reads '${data}' and comes from '${vendor}', which lives by what it knows (${business}): the value of our data is taken by somebody else. Read it with a tool of somebody who lives by software.`,
      fr: `« ${tool} » lit « ${data} » et vient de « ${vendor} », qui vit de ce qu'il sait (${business}) : la valeur de nos données est captée par un autre. Lisez-les avec l'outil de quelqu'un qui vit du logiciel.`,
    }),
    sent: (flow, data, vendor, business) => ({
      en: `'${flow}' hands '${data}' to '${vendor}', which lives by what it knows (${business}): the value of our data is taken by somebody else. Send what is neither core nor personal, or nothing.`,
      fr: `« ${flow} » remet « ${data} » à « ${vendor} », qui vit de ce qu'il sait (${business}) : la valeur de nos données est captée par un autre. N'envoyez que ce qui n'est ni personnel ni cœur de métier, ou rien.`,
    }),
  },
  check: (model, report) => {
    for (const { element, relation, data, vendor, supply, how, about } of holdings(model)) {
      const business = wordOf(vendor, "business");
      if (business === undefined || !LIVING_BY_DATA.includes(business)) continue;
      const related = supply ? livingBy(supply) : [businessOf(vendor)];
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
