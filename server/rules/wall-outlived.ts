import { siteIn, type Element, type Model } from "../model/model.ts";
import { amountOf, incoming, isThere, ofKind, says, targets, valuesOf, wordOf } from "../model/query.ts";
import { defineRule } from "./rule.ts";
import page from "./wall-outlived.md";

export const wallOutlived = defineRule({
  name: "wall-outlived",
  severity: "warning",
  page,
  messages: {
    domain: (domain, lifespan, tool, shorter) => ({
      en: `'${domain}' is to stand for ${lifespan}, and '${tool}', which owns it, for ${shorter}, with no way out: the wall comes down with the partition. Say with 'exit' how its data leaves the tool.`,
      fr: `« ${domain} » doit tenir ${lifespan}, et « ${tool} », qui le possède, ${shorter}, sans porte de sortie : le mur tombe avec la cloison. Dites avec « exit » comment ses données quittent l'outil.`,
    }),
    model: (business, horizon, mission, shorter) => ({
      en: `'${business}' looks ${horizon} ahead, and its mission '${mission}' only ${shorter}: nothing says why the model should go on after that. Bring the two horizons together.`,
      fr: `« ${business} » se projette à ${horizon}, et sa mission « ${mission} » à ${shorter} seulement : rien ne dit pourquoi le modèle continuerait ensuite. Accordez les deux horizons.`,
    }),
  },
  check: (model, report) => {
    for (const domain of ofKind(model, "domain")) {
      const tool = owners(model, domain).find((tool) => isShorter(tool, "lifespan", domain, "lifespan"));
      if (!tool) continue;
      const at = { element: domain, ...sitesOf(domain, "lifespan", tool, "lifespan") };
      report(at, "domain", domain.name, textOf(domain, "lifespan"), tool.name, textOf(tool, "lifespan"));
    }
    for (const business of ofKind(model, "business-model")) {
      const missions = targets(model, business, "serves");
      const [mission] = missions;
      if (!mission || !missions.every((it) => isShorter(it, "horizon", business, "horizon"))) continue;
      const at = { element: business, ...sitesOf(business, "horizon", mission, "horizon") };
      report(
        at,
        "model",
        business.name,
        textOf(business, "horizon"),
        mission.name,
        textOf(mission, "horizon"),
      );
    }
  },
});

/** The tools that own something in a domain and say of no way to leave them. */
function owners(model: Model, domain: Element): readonly Element[] {
  const claims = [domain, ...domain.members].flatMap((data) => incoming(model, data, "owns"));
  return claims.map(({ from }) => from).filter((tool) => isThere(tool) && !says(tool, "exit"));
}

function isShorter(one: Element, property: string, other: Element, than: string): boolean {
  const days = amountOf(one, property);
  return days !== undefined && days < (amountOf(other, than) ?? 0);
}

function textOf(element: Element, property: string): string {
  return wordOf(element, property) ?? "";
}

/** At the longer of two durations, with the shorter one beside it. */
function sitesOf(wall: Element, property: string, other: Element, shorter: string) {
  const value = valuesOf(wall, property)[0] ?? wall.declaration.statement.head;
  const ends = valuesOf(other, shorter)[0] ?? other.declaration.statement.head;
  const message = {
    en: `'${other.name}' ends after ${textOf(other, shorter)}.`,
    fr: `« ${other.name} » s'arrête après ${textOf(other, shorter)}.`,
  };
  return { site: siteIn(wall, value), related: [{ message, site: siteIn(other, ends) }] };
}
