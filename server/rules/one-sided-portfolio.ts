import { siteIn } from "../model/model.ts";
import { ofKind, valuesOf, wordsOf } from "../model/query.ts";
import page from "./one-sided-portfolio.md";
import { placesOf } from "./related.ts";
import { defineRule } from "./rule.ts";

export const PREDICTABILITY: readonly string[] = ["cost", "revenue", "security"];
export const AGILITY: readonly string[] = ["services", "technology", "behaviours"];

export const oneSidedPortfolio = defineRule({
  name: "one-sided-portfolio",
  severity: "info",
  page,
  messages: {
    predictable: (initiative) => ({
      en: `All initiatives, '${initiative}' the first, improve predictability (cost, revenue, security) and none agility: the company will do very well what nobody asks for any more. Look for one that improves services, technology or behaviours.`,
      fr: `Toutes les initiatives, à commencer par « ${initiative} », améliorent la prévisibilité (cost, revenue, security) et aucune l'agilité : l'entreprise fera très bien ce que plus personne ne demande. Cherchez-en une qui améliore les services, la technologie ou les comportements.`,
    }),
    agile: (initiative) => ({
      en: `All initiatives, '${initiative}' the first, improve agility (services, technology, behaviours) and none predictability: the company will be quick, and nobody will know what it costs. Look for one that improves cost, revenue or security.`,
      fr: `Toutes les initiatives, à commencer par « ${initiative} », améliorent l'agilité (services, technology, behaviours) et aucune la prévisibilité : l'entreprise sera vive, et nul ne saura ce qu'il en coûte. Cherchez-en une qui améliore les coûts, les revenus ou la sécurité.`,
    }),
  },
  check: (model, report) => {
    const initiatives = ofKind(model, "initiative");
    const [first] = initiatives;
    if (!first || initiatives.length < 3) return;
    const improved = initiatives.map((initiative) => wordsOf(initiative, "improves"));
    const areAll = (side: readonly string[]) =>
      improved.every((words) => words.length > 0 && words.every((word) => side.includes(word)));
    const related = placesOf(
      initiatives.flatMap((initiative) =>
        valuesOf(initiative, "improves").map((word) => ({ initiative, word })),
      ),
      ({ initiative, word }) => ({
        message: {
          en: `'${initiative.name}' improves ${word.text}.`,
          fr: `« ${initiative.name} » améliore : ${word.text}.`,
        },
        site: siteIn(initiative, word),
      }),
    );
    if (areAll(PREDICTABILITY)) report({ element: first, related }, "predictable", first.name);
    else if (areAll(AGILITY)) report({ element: first, related }, "agile", first.name);
  },
});
