import { derived } from "../model/derived.ts";
import type { Element, Model, Relation } from "../model/model.ts";
import { edgesOf, holdsPersonal, isCore, outgoing, target, toolsThere } from "../model/query.ts";
import page from "./rival-holds-our-data.md";
import { defineRule } from "./rule.ts";

export const rivalHoldsOurData = defineRule({
  name: "rival-holds-our-data",
  severity: "error",
  starter: true,
  page,
  messages: {
    owns: (tool, data, vendor, business) => ({
      en: `'${tool}' owns '${data}' and comes from '${vendor}', which competes with '${business}': our own data teaches a rival how to replace us. Keep it in a tool of somebody else.`,
      fr: `« ${tool} » possède « ${data} » et vient de « ${vendor} », concurrent de « ${business} » : nos propres données apprennent à un rival comment nous remplacer. Confiez-les à l'outil de quelqu'un d'autre.`,
    }),
    reads: (tool, data, vendor, business) => ({
      en: `'${tool}' reads '${data}' and comes from '${vendor}', which competes with '${business}': our own data teaches a rival how to replace us. Read it with a tool of somebody else.`,
      fr: `« ${tool} » lit « ${data} » et vient de « ${vendor} », concurrent de « ${business} » : nos propres données apprennent à un rival comment nous remplacer. Lisez-les avec l'outil de quelqu'un d'autre.`,
    }),
    sent: (flow, data, vendor, business) => ({
      en: `'${flow}' hands '${data}' to '${vendor}', which competes with '${business}': our own data teaches a rival how to replace us. Stop the flow, or send what is neither core nor personal.`,
      fr: `« ${flow} » remet « ${data} » à « ${vendor} », concurrent de « ${business} » : nos propres données apprennent à un rival comment nous remplacer. Arrêtez ce flux, ou n'envoyez rien de personnel ni de cœur.`,
    }),
  },
  check: (model, report) => {
    for (const { element, relation, data, vendor, how } of holdings(model)) {
      const rivalry = outgoing(model, vendor, "competes-with")[0];
      if (!rivalry) continue;
      const business = rivalry.to.name;
      const message = {
        en: `'${vendor.name}' competes with '${business}'.`,
        fr: `« ${vendor.name} » est un concurrent de « ${business} ».`,
      };
      const at = { element, site: relation.site, related: [{ message, site: rivalry.site }] };
      report(at, how, element.name, data.name, vendor.name, business);
    }
  },
});

/** Data that matters in the hands of a vendor: by a tool that it supplies, or because it is sent. */
export interface Holding {
  /** The tool or the flow. */
  readonly element: Element;
  readonly relation: Relation;
  readonly data: Element;
  readonly vendor: Element;
  readonly how: "owns" | "reads" | "sent";
}

/** Where core or personal data is in the hands of vendors. An anonymised flow carries nothing personal. */
export const holdings = derived((model: Model): readonly Holding[] => [...findHoldings(model)]);

function* findHoldings(model: Model): Generator<Holding> {
  for (const tool of toolsThere(model)) {
    const vendor = target(model, tool, "vendor");
    if (!vendor) continue;
    for (const how of ["owns", "reads"] as const) {
      for (const relation of outgoing(model, tool, how)) {
        const data = relation.to;
        if (isCore(data) || holdsPersonal(data)) yield { element: tool, relation, data, vendor, how };
      }
    }
  }
  for (const { element, ends } of edgesOf(model, "flow")) {
    const vendor = ends.to.kind.name === "vendor" ? ends.to : target(model, ends.to, "vendor");
    if (!vendor) continue;
    for (const relation of outgoing(model, element, "carries")) {
      const data = relation.to;
      const isPersonal = holdsPersonal(data) && !element.flags.has("anonymised");
      if (isCore(data) || isPersonal) yield { element, relation, data, vendor, how: "sent" };
    }
  }
}
