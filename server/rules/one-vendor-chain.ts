import { siteOf, type Element, type Model } from "../model/model.ts";
import { ofKind, target } from "../model/query.ts";
import { STAGES, toolsAt } from "./broken-chain.ts";
import page from "./one-vendor-chain.md";
import { defineRule } from "./rule.ts";

export const oneVendorChain = defineRule({
  name: "one-vendor-chain",
  severity: "warning",
  page,
  messages: {
    one: (chain, vendor) => ({
      en: `Every stage of '${chain}' comes from '${vendor}': no vendor has the whole solution on the shelf, and whoever leaves this one leaves all of it. Let another tool stand in one stage at least, and see that the flows are yours.`,
      fr: `Toutes les étapes de « ${chain} » viennent de « ${vendor} » : aucun éditeur n'a la solution entière sur étagère, et qui quitte celui-ci quitte tout. Confiez au moins une étape à un autre outil, et gardez la main sur les flux.`,
    }),
  },
  check: (model, report) => {
    for (const chain of ofKind(model, "chain")) {
      const vendor = onlyVendorOf(model, chain);
      if (!vendor) continue;
      const message = {
        en: `'${vendor.name}' supplies it all.`,
        fr: `« ${vendor.name} » fournit le tout.`,
      };
      report(
        { element: chain, related: [{ message, site: siteOf(vendor) }] },
        "one",
        chain.name,
        vendor.name,
      );
    }
  },
});

/** The one vendor of all tools of a chain with five stages; undefined where there is another, or a tool without one. */
function onlyVendorOf(model: Model, chain: Element): Element | undefined {
  const stages = STAGES.map((stage) => toolsAt(model, chain, stage));
  if (stages.some((tools) => tools.length === 0)) return undefined;
  const vendors = new Set(stages.flat().map((tool) => target(model, tool, "vendor")));
  const [vendor] = vendors;
  return vendors.size === 1 ? vendor : undefined;
}
