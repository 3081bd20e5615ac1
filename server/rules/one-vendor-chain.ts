import type { Element, Model } from "../model/model.ts";
import { ofKind, outgoing, target } from "../model/query.ts";
import { isKnown, STAGES, toolsAt } from "../model/chain.ts";
import page from "./one-vendor-chain.md";
import { placesOf } from "./related.ts";
import { defineRule } from "./rule.ts";

export const oneVendorChain = defineRule({
  name: "one-vendor-chain",
  severity: "warning",
  page,
  messages: {
    one: (chain, vendor) => ({
      en: `Every stage of '${chain}' comes from '${vendor}': no vendor has the whole solution on the shelf, and whoever leaves this one leaves all of it. Let another tool stand in one stage at least, and keep the flows in your own hands.`,
      fr: `Toutes les étapes de « ${chain} » viennent de « ${vendor} » : aucun éditeur n'a la solution entière sur étagère, et qui quitte celui-ci quitte tout. Confiez au moins une étape à un autre outil, et gardez la main sur les flux.`,
    }),
  },
  check: (model, report) => {
    for (const chain of ofKind(model, "chain")) {
      const tools = toolsOf(model, chain);
      const vendors = new Set(tools.map((tool) => target(model, tool, "vendor")));
      const [vendor] = vendors;
      if (!vendor || vendors.size > 1) continue;
      const contracts = tools.flatMap((tool) => outgoing(model, tool, "vendor"));
      const related = placesOf(contracts, ({ from: tool, site }) => ({
        message: {
          en: `'${tool.name}' comes from '${vendor.name}'.`,
          fr: `« ${tool.name} » vient de « ${vendor.name} ».`,
        },
        site,
      }));
      report({ element: chain, related }, "one", chain.name, vendor.name);
    }
  },
});

/** The tools of a chain with five stages; none where a stage has none, or one that nobody knows. */
function toolsOf(model: Model, chain: Element): readonly Element[] {
  const stages = STAGES.map((stage) => (isKnown(model, chain, stage) ? toolsAt(model, chain, stage) : []));
  return stages.every((tools) => tools.length > 0) ? [...new Set(stages.flat())] : [];
}
