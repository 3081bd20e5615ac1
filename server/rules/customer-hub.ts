import type { Message } from "../../grammar/finding.ts";
import { siteOf, type Element, type Model } from "../model/model.ts";
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
      en: `${ofThem(referring, all).en} to '${domain}', and ${all === "1" ? "to no other domain" : "fewer to any other domain"}: the customer became the centre of the data instead of one view of it. Let them refer to what the business model is about.`,
      fr: `${ofThem(referring, all).fr} à « ${domain} », et ${all === "1" ? "à aucun autre domaine" : "moins à tout autre domaine"} : le client est devenu le centre des données, au lieu d'en être une vue. Reliez-les à ce dont vit le modèle économique.`,
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
    const associations = associationsIn(model);
    const isOther = new Uint8Array(associations.referring.length);
    for (const entity of others) isOther[associations.numbers.get(entity) ?? -1] = 1;
    const referringTo = (domains: readonly Element[]) =>
      reachedFrom(associations, domains).filter((number) => isOther[number] === 1);
    const referring = new Set(referringTo(customers));
    if (referring.size * 100 <= settings.number("share") * others.length) return;
    const rivals = ofKind(model, "domain").filter((domain) => !about.has(domain));
    if (rivals.some((domain) => referringTo([domain]).length >= referring.size)) return;
    const leading = others.filter((entity) => referring.has(associations.numbers.get(entity) ?? -1));
    const related = leading.map((entity) => ({
      message: { en: `'${entity.name}' leads there.`, fr: `« ${entity.name} » y mène.` },
      site: siteOf(entity),
    }));
    const counts = [String(referring.size), String(others.length)] as const;
    report({ element: first, related, known: [first.name] }, "hub", first.name, ...counts);
  },
});

function ofThem(referring: string, all: string): Message {
  if (all === "1") {
    return {
      en: "The only core entity that is not about the customer leads",
      fr: "La seule entité cœur de métier qui ne porte pas sur le client mène",
    };
  }
  return {
    en: `${referring} of ${all} core entities that are not about the customer ${referring === "1" ? "leads" : "lead"}`,
    fr: `${referring} des ${all} entités cœur de métier qui ne portent pas sur le client ${referring === "1" ? "mène" : "mènent"}`,
  };
}

function isAboutCustomer(model: Model, domain: Element): boolean {
  return targets(model, domain, "about").some((somebody) => wordOf(somebody, "kind") === "customer");
}

/** The entities by number, and which numbers refer to each: every domain is asked, and so it has to be quick. */
interface Associations {
  readonly numbers: ReadonlyMap<Element, number>;
  readonly referring: readonly (readonly number[])[];
}

function associationsIn(model: Model): Associations {
  const entities = ofKind(model, "entity");
  const numbers = new Map(entities.map((entity, number) => [entity, number]));
  const referring: number[][] = entities.map(() => []);
  for (const [number, entity] of entities.entries()) {
    for (const { from: attribute } of incoming(model, entity, "type")) {
      const from = attribute.parent && numbers.get(attribute.parent);
      if (from !== undefined) referring[number]?.push(from);
    }
  }
  return { numbers, referring };
}

/** The entities outside some domains that refer to one inside, through any number of associations. */
function reachedFrom({ numbers, referring }: Associations, domains: readonly Element[]): readonly number[] {
  const reached = domains.flatMap(({ members }) => members.flatMap((entity) => numbers.get(entity) ?? []));
  const inside = reached.length;
  const seen = new Uint8Array(referring.length);
  for (const number of reached) seen[number] = 1;
  // The list grows while it is walked: what is added is visited too.
  for (const number of reached) {
    for (const from of referring[number] ?? []) {
      if (seen[from] === 1) continue;
      seen[from] = 1;
      reached.push(from);
    }
  }
  return reached.slice(inside);
}
