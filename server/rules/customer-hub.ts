import type { Element, Model } from "../model/model.ts";
import { incoming, isCore, ofKind, targets, wordOf } from "../model/query.ts";
import page from "./customer-hub.md";
import { defineRule } from "./rule.ts";

export const customerHub = defineRule({
  name: "customer-hub",
  severity: "warning",
  page,
  parameters: {
    share: {
      type: "percent",
      value: 50,
      doc: "The share of core entities that may refer to the customer.",
      stricter: "less",
    },
  },
  messages: {
    hub: (domain, referring, all) => ({
      en: `${referring} of ${all} core entities that are not about the customer lead to '${domain}', and to no other domain as many: the customer became the centre of the data instead of one view of it. Let them refer to what the business model is about.`,
      fr: `${referring} des ${all} entités cœur qui ne portent pas sur le client mènent à « ${domain} », et à aucun autre domaine autant : le client est devenu le centre des données, au lieu d'en être une vue. Reliez-les à ce dont vit le modèle économique.`,
    }),
  },
  check: (model, report, settings) => {
    const customers = ofKind(model, "domain").filter((domain) => isAboutCustomer(model, domain));
    const about = new Set(customers);
    const others = ofKind(model, "entity").filter(
      (entity) => isCore(entity) && !(entity.parent && about.has(entity.parent)),
    );
    const [first] = customers;
    if (!first || others.length === 0) return;
    const referring = countReferring(model, customers, others);
    if (referring * 100 <= settings.number("share") * others.length) return;
    const rivals = ofKind(model, "domain").filter((domain) => !about.has(domain));
    const isOneOfMany = rivals.some((domain) => countReferring(model, [domain], others) >= referring);
    if (isOneOfMany) return;
    report({ element: first }, "hub", first.name, String(referring), String(others.length));
  },
});

function isAboutCustomer(model: Model, domain: Element): boolean {
  return targets(model, domain, "about").some((somebody) => wordOf(somebody, "kind") === "customer");
}

/** How many of these entities refer to one of the domains' entities, through any number of associations. */
function countReferring(model: Model, domains: readonly Element[], entities: readonly Element[]): number {
  const inside = new Set(domains.flatMap(({ members }) => members));
  const reached = new Set(inside);
  // The set grows while it is walked: what is added is visited too.
  for (const entity of reached) {
    for (const { from: attribute } of incoming(model, entity, "type")) {
      if (attribute.parent) reached.add(attribute.parent);
    }
  }
  return entities.filter((entity) => reached.has(entity) && !inside.has(entity)).length;
}
