import { derived } from "../model/derived.ts";
import { siteIn, type Element } from "../model/model.ts";
import { ofKind, outgoing, qualityOf, says, valuesOf, wordsOf } from "../model/query.ts";
import { partsOf } from "./flows.ts";
import page from "./kpi-on-unfit-data.md";
import { isHere, placesOf } from "./related.ts";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const FLAWS: readonly string[] = ["siloed", "scattered", "heterogeneous", "partial"];

export const kpiOnUnfitData = defineRule({
  name: "kpi-on-unfit-data",
  severity: "warning",
  starter: true,
  page,
  messages: {
    flawed: (kpi, data, flaws) => ({
      en: `'${kpi}' is computed from data that is ${flaws.replaceAll(", ", " and ")} (${quoted(data, "en")}): whoever steers by it steers by a figure that cannot be right. Repair the data first, or take the figure from elsewhere.`,
      fr: `« ${kpi} » est calculé à partir de données dites ${quoted(flaws, "fr")} (${quoted(data, "fr")}) : qui pilote avec ce chiffre se fie à un chiffre qui ne peut pas être juste. Réparez d'abord les données, ou prenez le chiffre ailleurs.`,
    }),
    unclean: (kpi, data) => ({
      en: `'${kpi}' is computed from data that nobody calls clean (${quoted(data, "en")}): whoever steers by it does not know what the figure is worth. Clean the data and say so with 'quality clean', or take the figure from elsewhere.`,
      fr: `« ${kpi} » est calculé à partir de données que personne ne dit propres (${quoted(data, "fr")}) : qui pilote avec ce chiffre ne sait pas ce qu'il vaut. Nettoyez les données et dites-le avec « quality clean », ou prenez le chiffre ailleurs.`,
    }),
  },
  check: (model, report) => {
    const described = [...ofKind(model, "domain"), ...ofKind(model, "entity")];
    if (!described.some((data) => says(data, "quality"))) return;
    for (const kpi of ofKind(model, "kpi")) {
      for (const { to, site } of outgoing(model, kpi, "from")) {
        const { flawed, unclean } = stateOf(to);
        const at = { element: kpi, site };
        if (flawed.length > 0) {
          const flaws = FLAWS.filter((flaw) =>
            flawed.some((data) => wordsOf(data, "quality").includes(flaw)),
          );
          const related = placesOf(flawed, saidSo);
          report({ ...at, related }, "flawed", kpi.name, namesOf(flawed), flaws.join(", "));
        } else if (unclean.length > 0) {
          const related = placesOf(unclean, (data) => isHere(data));
          report({ ...at, related }, "unclean", kpi.name, namesOf(unclean));
        }
      }
    }
  },
});

/** What of the data is said to be unfit to count with, and what is only not called clean. */
const stateOf = derived((data: Element) => {
  const parts = partsOf(data);
  const flawed = parts.filter((part) => qualityOf(part).some((word) => FLAWS.includes(word)));
  const unclean = parts.filter((part) => !qualityOf(part).includes("clean"));
  return { flawed: speakersOf(flawed), unclean: speakersOf(unclean) };
});

/** Whose words on the quality count: an entity's own, else its domain's. */
function speakersOf(parts: readonly Element[]): readonly Element[] {
  return [...new Set(parts.map((part) => (part.parent && !says(part, "quality") ? part.parent : part)))];
}

function saidSo(data: Element) {
  const word = valuesOf(data, "quality").find(({ text }) => FLAWS.includes(text));
  const flaw = word?.text ?? "";
  const message = {
    en: `'${data.name}' is marked ${flaw}.`,
    fr: `« ${data.name} » est marqué « ${flaw} ».`,
  };
  return { message, site: siteIn(data, word ?? data.declaration.statement.head) };
}
