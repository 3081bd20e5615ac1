import { siteIn, type Element } from "../model/model.ts";
import { entitiesOf, ofKind, outgoing, qualityOf, says, valuesOf } from "../model/query.ts";
import page from "./kpi-on-unfit-data.md";
import { defineRule } from "./rule.ts";

export const FLAWS: readonly string[] = ["siloed", "scattered", "heterogeneous", "partial"];

export const kpiOnUnfitData = defineRule({
  name: "kpi-on-unfit-data",
  severity: "warning",
  starter: true,
  page,
  messages: {
    flawed: (kpi, data, flaw) => ({
      en: `'${kpi}' is computed from '${data}', which is ${flaw}: whoever steers by it steers by a figure that cannot be right. Repair the data first, or take the figure from elsewhere.`,
      fr: `« ${kpi} » est calculé à partir de « ${data} », dont la qualité est « ${flaw} » : qui pilote avec ce chiffre se fie à un chiffre qui ne peut pas être juste. Réparez d'abord la donnée, ou prenez le chiffre ailleurs.`,
    }),
    unclean: (kpi, data) => ({
      en: `'${kpi}' is computed from '${data}', and nobody vouches that it is clean: whoever steers by it does not know what the figure is worth. Clean the data and say so with 'quality clean', or take the figure from elsewhere.`,
      fr: `« ${kpi} » est calculé à partir de « ${data} », dont personne ne garantit la propreté : qui pilote avec ce chiffre ne sait pas ce qu'il vaut. Nettoyez la donnée et dites-le avec « quality clean », ou prenez le chiffre ailleurs.`,
    }),
  },
  check: (model, report) => {
    const described = [...ofKind(model, "domain"), ...ofKind(model, "entity")];
    if (!described.some((data) => says(data, "quality"))) return;
    for (const kpi of ofKind(model, "kpi")) {
      for (const { to, site } of outgoing(model, kpi, "from")) {
        const unfit = unfitIn(to);
        if (!unfit) continue;
        const { data, flaw } = unfit;
        const at = { element: kpi, site, related: flaw === undefined ? [] : [saidSo(data, flaw)] };
        if (flaw === undefined) report(at, "unclean", kpi.name, data.name);
        else report(at, "flawed", kpi.name, data.name, flaw);
      }
    }
  },
});

/** What in the data is unfit to count with, and the word that says so; no word where it is only not called clean. */
function unfitIn(data: Element): { readonly data: Element; readonly flaw: string | undefined } | undefined {
  const parts = entitiesOf(data).length > 0 ? entitiesOf(data) : [data];
  const flawed = parts.find((part) => flawOf(part) !== undefined);
  if (flawed) return { data: speakerOf(flawed), flaw: flawOf(flawed) };
  const unclean = parts.find((part) => !qualityOf(part).includes("clean"));
  return unclean && { data: speakerOf(unclean), flaw: undefined };
}

function flawOf(part: Element): string | undefined {
  return qualityOf(part).find((word) => FLAWS.includes(word));
}

/** Whose word on the quality counts: the entity's own, else its domain's. */
function speakerOf(part: Element): Element {
  return part.parent && !says(part, "quality") ? part.parent : part;
}

function saidSo(data: Element, flaw: string) {
  const word = valuesOf(data, "quality").find(({ text }) => text === flaw);
  const message = {
    en: `'${data.name}' is marked ${flaw}.`,
    fr: `« ${data.name} » est marqué « ${flaw} ».`,
  };
  return { message, site: siteIn(data, word ?? data.declaration.statement.head) };
}
