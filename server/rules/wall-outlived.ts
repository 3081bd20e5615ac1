import type { Finding } from "../../grammar/finding.ts";
import { addProperty, replace } from "../model/edit.ts";
import { siteIn, type Element, type Model, type Relation } from "../model/model.ts";
import { amountOf, incoming, isThere, ofKind, says, targets, valuesOf, wordOf } from "../model/query.ts";
import { groupBy } from "./group.ts";
import { defineRule, type Fix } from "./rule.ts";
import page from "./wall-outlived.md";

export const wallOutlived = defineRule({
  name: "wall-outlived",
  severity: "warning",
  page,
  messages: {
    domain: (domain, lifespan, tool, shorter) => ({
      en: `'${domain}' is to stand for ${lifespan}, and '${tool}', which owns it, for ${shorter}, with no way out: the wall comes down with the partition. Say with 'exit' how its data leaves the tool.`,
      fr: `« ${domain} » doit durer ${lifespan}, et « ${tool} », qui le possède, ${shorter} seulement, sans porte de sortie : le mur tombera avec la cloison. Dites avec « exit » comment ses données quittent l'outil.`,
    }),
    model: (business, horizon, mission, shorter) => ({
      en: `'${business}' looks ${horizon} ahead, and its mission '${mission}' only ${shorter}: nothing says why the model should go on after that. Bring the two horizons together.`,
      fr: `« ${business} » se projette à ${horizon}, et sa mission « ${mission} » à ${shorter} seulement : rien ne dit pourquoi le modèle continuerait ensuite. Accordez les deux horizons.`,
    }),
  },
  check: (model, report) => {
    for (const domain of ofKind(model, "domain")) {
      for (const [tool, [claim]] of ownersOf(model, domain)) {
        if (!claim || says(tool, "exit") || !isShorter(tool, "lifespan", domain, "lifespan")) continue;
        const { site, related } = sitesOf(domain, "lifespan", tool, "lifespan");
        const owned = { en: `'${tool.name}' owns it here.`, fr: `« ${tool.name} » le possède ici.` };
        const at = {
          element: domain,
          site,
          // The tool is what will be left: a waiver may name it.
          about: [tool],
          related: [...related, { message: owned, site: claim.site }],
          known: [domain.name, tool.name],
        };
        report(at, "domain", domain.name, textOf(domain, "lifespan"), tool.name, textOf(tool, "lifespan"));
      }
    }
    for (const business of ofKind(model, "business-model")) {
      const missions = targets(model, business, "serves");
      if (!missions.every((it) => isShorter(it, "horizon", business, "horizon"))) continue;
      // Of several missions the one that lasts: with it the model ends.
      const [mission] = missions.toSorted((a, b) => daysOf(b) - daysOf(a) || (a.name < b.name ? -1 : 1));
      if (!mission) continue;
      const sites = sitesOf(business, "horizon", mission, "horizon");
      const at = { element: business, ...sites, known: [business.name, mission.name] };
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
  fixes: (finding, model) => {
    const shorter = model.byName.get(finding.args[2] ?? "");
    if (!shorter) return [];
    return [finding.args[0] === "domain" ? sayExit(model, shorter) : endWith(model, finding, shorter)];
  },
});

function sayExit(model: Model, tool: Element): Fix {
  const line = 'exit "Full export in an open format"';
  const title = { en: `Add '${line}' to '${tool.name}'`, fr: `Ajouter « ${line} » à « ${tool.name} »` };
  return { title, edits: [addProperty(model, tool, line)] };
}

/** The model ends with its mission: what goes on for longer is another mission's. */
function endWith(model: Model, { site }: Finding, mission: Element): Fix {
  const horizon = textOf(mission, "horizon");
  const title = {
    en: `Write '${horizon}', as in '${mission.name}'`,
    fr: `Écrire « ${horizon} », comme « ${mission.name} »`,
  };
  return { title, edits: [replace(model, site, horizon)] };
}

/** The tools that own a domain or something in it, each with where it says so. */
function ownersOf(model: Model, domain: Element): ReadonlyMap<Element, readonly Relation[]> {
  const claims = [domain, ...domain.members].flatMap((data) => incoming(model, data, "owns"));
  return groupBy(claims, ({ from }) => (isThere(from) ? from : undefined));
}

function daysOf(mission: Element): number {
  return amountOf(mission, "horizon") ?? 0;
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
