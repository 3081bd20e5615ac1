import { siteIn, type Element, type Model } from "../model/model.ts";
import { edgesOf, elementOf, outgoing, valuesOf, wordOf } from "../model/query.ts";
import { anonymising } from "./anonymising.ts";
import { livingBy } from "./holdings.ts";
import { marksOf, personalIn } from "./personal.ts";
import { defineRule, type Found } from "./rule.ts";
import page from "./shared-without-anonymising.md";

export const sharedWithoutAnonymising = defineRule({
  name: "shared-without-anonymising",
  severity: "error",
  starter: true,
  page,
  messages: {
    vendor: (flow, data, vendor) => ({
      en: `'${flow}' hands '${data}' to the vendor '${vendor}' with the names in it: what has left the house cannot be called back. Anonymise it before it leaves.`,
      fr: `« ${flow} » remet « ${data} » au fournisseur « ${vendor} » sans retirer les noms : ce qui a quitté la maison ne se rappelle plus. Anonymisez les données avant l'envoi.`,
    }),
    partner: (flow, data, partner) => ({
      en: `'${flow}' hands '${data}' to the partner '${partner}' with the names in it: what is shared to learn from does not need them, and cannot be called back. Anonymise it before it leaves.`,
      fr: `« ${flow} » remet « ${data} » au partenaire « ${partner} » sans retirer les noms : ce qu'on partage pour apprendre s'en passe, et ne se rappelle plus. Anonymisez les données avant l'envoi.`,
    }),
    tool: (flow, data, tool, vendor, business) => ({
      en: `'${flow}' hands '${data}' to '${tool}' with the names in it, and '${vendor}', which supplies it, lives by what it knows of people (${business}). Anonymise it before it leaves.`,
      fr: `« ${flow} » remet « ${data} » à « ${tool} » sans retirer les noms, et « ${vendor} », qui le fournit, vit de ce qu'il sait des gens (${business}). Anonymisez les données avant l'envoi.`,
    }),
  },
  check: (model, report) => {
    for (const { element: flow, ends } of edgesOf(model, "flow")) {
      const receiver = receiverOf(model, ends.to);
      if (!receiver) continue;
      for (const { to: data, site } of personalIn(model, flow)) {
        const related = [...receiver.related, ...marksOf(data)];
        const at = { element: flow, site, about: [ends.to], related };
        const { vendor, business, role } = receiver;
        if (vendor) report(at, "tool", flow.name, data.name, ends.to.name, vendor.name, business);
        else report(at, role, flow.name, data.name, ends.to.name);
      }
    }
  },
  fixes: (finding, model) => {
    const flow = elementOf(model, finding);
    return flow ? [anonymising(model, flow)] : [];
  },
});

interface Receiver {
  readonly role: "vendor" | "partner";
  /** Who stands behind the tool that receives; undefined where no tool does. */
  readonly vendor: Element | undefined;
  readonly business: string;
  readonly related: Found["related"];
}

/** Who should not learn of people by name: a vendor, a partner, or who stands behind a tool and lives by knowing. */
export function receiverOf(model: Model, to: Element): Receiver | undefined {
  if (to.kind.name === "vendor") return { role: "vendor", vendor: undefined, business: "", related: [] };
  if (to.kind.name === "stakeholder") {
    const [kind] = valuesOf(to, "kind");
    if (kind?.text !== "partner") return undefined;
    const message = { en: `'${to.name}' is a partner.`, fr: `« ${to.name} » est un partenaire.` };
    return {
      role: "partner",
      vendor: undefined,
      business: "",
      related: [{ message, site: siteIn(to, kind) }],
    };
  }
  const supply = outgoing(model, to, "vendor")[0];
  const business = supply && wordOf(supply.to, "business");
  if (!supply || (business !== "advertising" && business !== "data-broker")) return undefined;
  return { role: "vendor", vendor: supply.to, business, related: livingBy(supply) };
}
