import { siteOf, type Model } from "../model/model.ts";
import { edgesOf, elementOf, target, wordOf, type Edge } from "../model/query.ts";
import { anonymising, personalIn } from "./personal-data-without-basis.ts";
import { defineRule } from "./rule.ts";
import page from "./shared-without-anonymising.md";

export const sharedWithoutAnonymising = defineRule({
  name: "shared-without-anonymising",
  severity: "error",
  starter: true,
  page,
  messages: {
    vendor: (flow, data, vendor) => ({
      en: `'${flow}' hands '${data}' to the vendor '${vendor}' with the names in it: what has left the house cannot be called back. Anonymise it before it leaves.`,
      fr: `« ${flow} » remet « ${data} » au fournisseur « ${vendor} » avec les noms : ce qui a quitté la maison ne se rappelle plus. Anonymisez-le avant.`,
    }),
    partner: (flow, data, partner) => ({
      en: `'${flow}' hands '${data}' to the partner '${partner}' with the names in it: what is shared to learn from does not need them, and cannot be called back. Anonymise it before it leaves.`,
      fr: `« ${flow} » remet « ${data} » au partenaire « ${partner} » avec les noms : ce qu'on partage pour apprendre s'en passe, et ne se rappelle plus. Anonymisez-le avant.`,
    }),
    tool: (flow, data, tool, vendor, business) => ({
      en: `'${flow}' hands '${data}' to '${tool}' with the names in it, and '${vendor}', which runs it, lives by what it knows of people (${business}). Anonymise it before it leaves.`,
      fr: `« ${flow} » remet « ${data} » à « ${tool} » avec les noms, et « ${vendor} », qui l'exploite, vit de ce qu'il sait des gens (${business}). Anonymisez-le avant.`,
    }),
  },
  check: (model, report) => {
    for (const edge of edgesOf(model, "flow")) {
      const receiver = receiverOf(model, edge);
      if (!receiver) continue;
      for (const { to: data, site } of personalIn(model, edge.element)) {
        const { vendor, business } = receiver;
        const at = { element: edge.element, site, related: vendor ? [livesByIt(vendor, business)] : [] };
        const name = edge.ends.to.name;
        if (vendor) report(at, "tool", edge.element.name, data.name, name, vendor.name, business);
        else report(at, receiver.role, edge.element.name, data.name, name);
      }
    }
  },
  fixes: (finding, model) => {
    const flow = elementOf(model, finding);
    return flow ? [anonymising(model, flow)] : [];
  },
});

/** Who should not learn of people by name: a vendor, a partner, or who stands behind a tool and lives by knowing. */
export function receiverOf(model: Model, { ends: { to } }: Edge) {
  if (to.kind.name === "vendor") return { role: "vendor", vendor: undefined, business: "" } as const;
  if (to.kind.name === "stakeholder" && wordOf(to, "kind") === "partner")
    return { role: "partner", vendor: undefined, business: "" } as const;
  const vendor = target(model, to, "vendor");
  const business = vendor && wordOf(vendor, "business");
  if (business !== "advertising" && business !== "data-broker") return undefined;
  return { role: "vendor", vendor, business } as const;
}

function livesByIt(vendor: Parameters<typeof siteOf>[0], business: string) {
  const message = {
    en: `The business of '${vendor.name}' is ${business}.`,
    fr: `« ${vendor.name} » a pour métier : ${business}.`,
  };
  return { message, site: siteOf(vendor) };
}
