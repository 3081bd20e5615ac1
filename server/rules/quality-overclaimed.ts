import { siteIn, siteOf, type Element, type Model } from "../model/model.ts";
import { amountOf, ofKind, ownersOf, says, valuesOf } from "../model/query.ts";
import { flowsCarrying } from "./flows.ts";
import page from "./quality-overclaimed.md";
import { defineRule } from "./rule.ts";
import { isUnreconciled } from "./unreconciled-entity.ts";

export const qualityOverclaimed = defineRule({
  name: "quality-overclaimed",
  severity: "warning",
  page,
  messages: {
    reconciled: (domain, entity) => ({
      en: `'${domain}' is called reconciled, and nothing makes one record of '${entity}', which several write: whoever counts on the word counts twice. Name what reconciles it, or take the word back.`,
      fr: `« ${domain} » est dit « reconciled », et rien ne fait une seule fiche de « ${entity} », que plusieurs écrivent : qui se fie au mot compte deux fois. Nommez ce qui réconcilie, ou retirez le mot.`,
    }),
    current: (domain, flow, every) => ({
      en: `'${domain}' is called current, and the quickest that feeds it, '${flow}', comes every ${every}: whoever acts on it acts on the past. Feed it daily at least, or take the word back.`,
      fr: `« ${domain} » est dit « current », et ce qui l'alimente le plus vite, « ${flow} », passe tous les ${every} : qui agit dessus agit sur le passé. Alimentez-le chaque jour au moins, ou retirez le mot.`,
    }),
  },
  check: (model, report) => {
    for (const domain of ofKind(model, "domain")) {
      for (const word of valuesOf(domain, "quality")) {
        const site = siteIn(domain, word);
        const entity = word.text === "reconciled" ? unreconciledIn(model, domain) : undefined;
        const flow = word.text === "current" ? quickest(slowFeeds(model, domain)) : undefined;
        if (entity) {
          const message = { en: `Nothing reconciles it.`, fr: `Rien ne la réconcilie.` };
          const at = { element: domain, site, related: [{ message, site: siteOf(entity) }] };
          report(at, "reconciled", domain.name, entity.name);
        }
        if (flow) {
          const [every] = valuesOf(flow, "every");
          const message = { en: "This is its rhythm.", fr: "Voici son rythme." };
          const related = every ? [{ message, site: siteIn(flow, every) }] : [];
          report({ element: domain, site, related }, "current", domain.name, flow.name, every?.text ?? "");
        }
      }
    }
  },
});

/** An entity with a word of its own on its quality does not share its domain's claim. */
function unreconciledIn(model: Model, domain: Element): Element | undefined {
  return domain.members.find((entity) => !says(entity, "quality") && isUnreconciled(model, entity));
}

/** The flows that bring data to its owner, where all of them are slower than a day; none where one is not. */
function slowFeeds(model: Model, domain: Element): readonly Element[] {
  const feeds = domain.members.flatMap((entity) => {
    const owners = new Set(ownersOf(model, entity));
    return flowsCarrying(model, entity).filter(({ ends }) => owners.has(ends.to));
  });

  const flows = [...new Set(feeds.map(({ element }) => element))];
  return flows.every((flow) => (amountOf(flow, "every") ?? 0) > 1) ? flows : [];
}

function quickest(flows: readonly Element[]): Element | undefined {
  return flows.toSorted((a, b) => (amountOf(a, "every") ?? 0) - (amountOf(b, "every") ?? 0))[0];
}
