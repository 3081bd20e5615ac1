import { siteOf, type Element, type Model } from "../model/model.ts";
import { entitiesOf, ofKind, outgoing, ownersOf, targets } from "../model/query.ts";
import { toldByOwner } from "./flows.ts";
import page from "./kpi-cannot-arrive.md";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const kpiCannotArrive = defineRule({
  name: "kpi-cannot-arrive",
  severity: "warning",
  page,
  messages: {
    cannot: (kpi, tool, data, owners) => ({
      en: `'${kpi}' is read in '${tool}', and no flow brings ${quoted(data, "en")} there from ${quoted(owners, "en")}: the figure is made of something else. Declare the flows that carry the data, or deliver it with a tool that has it.`,
      fr: `« ${kpi} » se lit dans « ${tool} », et aucun flux n'y amène ${quoted(data, "fr")} depuis ${quoted(owners, "fr")} : le chiffre est fait d'autre chose. Déclarez les flux qui portent la donnée, ou livrez-le avec un outil qui l'a.`,
    }),
  },
  check: (model, report) => {
    for (const kpi of ofKind(model, "kpi")) {
      const delivery = outgoing(model, kpi, "delivered-by")[0];
      if (!delivery) continue;
      const { to: tool, site } = delivery;
      const lost = targets(model, kpi, "from")
        .flatMap(partsOf)
        .filter((data) => isLost(model, data, tool));
      if (lost.length === 0) continue;
      const owners = lost.flatMap((data) => ownersOf(model, data));
      const related = [...new Set(owners)].slice(0, MOST).map((owner) => ({
        message: { en: `'${owner.name}' owns it.`, fr: `« ${owner.name} » le possède.` },
        site: siteOf(owner),
      }));
      report({ element: kpi, site, related }, "cannot", kpi.name, tool.name, namesOf(lost), namesOf(owners));
    }
  },
});

/** More places than these nobody follows. */
const MOST = 10;

/** The entities of a domain, or the domain itself while it has none. */
function partsOf(data: Element): readonly Element[] {
  const entities = entitiesOf(data);
  return entities.length > 0 ? entities : [data];
}

/** Whether somebody keeps the data and it never gets to the tool. Where nobody does, that is said elsewhere. */
function isLost(model: Model, data: Element, tool: Element): boolean {
  return ownersOf(model, data).length > 0 && !toldByOwner(model, data).has(tool);
}
