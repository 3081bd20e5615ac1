import { siteIn, siteOf, type Element, type Model } from "../model/model.ts";
import { amountOf, elementOf, ofKind, ownersOf, says, valuesOf } from "../model/query.ts";
import { asOneOf, flowsCarrying, partsOf } from "./flows.ts";
import page from "./quality-overclaimed.md";
import { placesOf } from "./related.ts";
import { nameIn, unsay } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { isUnreconciled, reconcilersOf } from "./unreconciled-entity.ts";
import { namesOf, quoted } from "./words.ts";

export const qualityOverclaimed = defineRule({
  name: "quality-overclaimed",
  severity: "warning",
  page,
  messages: {
    reconciled: (data, entities) => ({
      en: `'${data}' is called reconciled, and nothing makes one record of ${quoted(entities, "en")}, which several write: whoever counts on the word counts twice. Name what reconciles it, or take the word back.`,
      fr: `« ${data} » est dit « reconciled », et rien ne fait une seule fiche de ${quoted(entities, "fr")}, que plusieurs écrivent : qui se fie au mot compte deux fois. Nommez ce qui réconcilie, ou retirez le mot.`,
    }),
    current: (data, flow, every) => ({
      en: `'${data}' is called current, and the quickest that feeds it, '${flow}', comes every ${every}: whoever acts on it acts on the past. Feed it daily at least, or take the word back.`,
      fr: `« ${data} » est dit « current », et ce qui l'alimente le plus vite, « ${flow} », a pour rythme ${every} : qui agit dessus agit sur le passé. Alimentez-le chaque jour au moins, ou retirez le mot.`,
    }),
  },
  check: (model, report) => {
    for (const data of [...ofKind(model, "domain"), ...ofKind(model, "entity")]) {
      for (const word of valuesOf(data, "quality")) {
        const at = { element: data, site: siteIn(data, word) };
        const unreconciled = word.text === "reconciled" ? unreconciledIn(model, data) : [];
        const flow = word.text === "current" ? quickest(slowFeeds(model, data)) : undefined;
        if (unreconciled.length > 0) {
          const related = placesOf(unreconciled, (entity) => ({
            message: {
              en: `Nothing reconciles '${entity.name}'.`,
              fr: `Rien ne réconcilie « ${entity.name} ».`,
            },
            site: siteOf(entity),
          }));
          report({ ...at, related }, "reconciled", data.name, namesOf(unreconciled));
        }
        if (flow) {
          const [every] = valuesOf(flow, "every");
          const message = {
            en: `This is the rhythm of '${flow.name}'.`,
            fr: `Voici le rythme de « ${flow.name} ».`,
          };
          const related = every ? [{ message, site: siteIn(flow, every) }] : [];
          report({ ...at, related }, "current", data.name, flow.name, every?.text ?? "");
        }
      }
    }
  },
  fixes: (finding, model) => {
    const data = elementOf(model, finding);
    const at = finding.site.span.start;
    const word = data && valuesOf(data, "quality").find(({ span }) => span.start === at);
    if (!word) return [];
    const [entity, ...others] = word.text === "reconciled" ? unreconciledIn(model, data) : [];
    const reconciling =
      entity && others.length === 0
        ? reconcilersOf(model, entity)
            .slice(0, 1)
            .flatMap((tool) => nameIn(model, [entity], "reconciled-by", tool))
        : [];
    return [...reconciling, ...unsay(model, data, "quality", word)];
  },
});

/** The data that a word on its quality is about: an entity with words of its own does not share its domain's claim. */
function claimed(data: Element): readonly Element[] {
  return partsOf(data).filter((part) => part === data || !says(part, "quality"));
}

function unreconciledIn(model: Model, data: Element): readonly Element[] {
  return claimed(data).filter((part) => part.kind.name === "entity" && isUnreconciled(model, part));
}

/** The flows that bring data to its owner, where all of them are slower than a day; none where one is not. */
function slowFeeds(model: Model, data: Element): readonly Element[] {
  const parts = new Set(claimed(data).map((part) => asOneOf(model, part)));
  const feeds = [...parts].flatMap((part) => {
    const owners = new Set(ownersOf(model, part));
    return flowsCarrying(model, part).filter(({ ends }) => owners.has(ends.to));
  });
  const flows = [...new Set(feeds.map(({ element }) => element))];
  return flows.every((flow) => (amountOf(flow, "every") ?? 0) > 1) ? flows : [];
}

/** The one with the shortest time between; of two alike the first by name, whatever the order of the text. */
function quickest(flows: readonly Element[]): Element | undefined {
  return flows.toSorted(
    (a, b) => (amountOf(a, "every") ?? 0) - (amountOf(b, "every") ?? 0) || (a.name < b.name ? -1 : 1),
  )[0];
}
