import { elementOf, ofKind, says } from "../model/query.ts";
import { sayProperty } from "./repair.ts";
import { defineRule } from "./rule.ts";
import page from "./unstated-impact.md";

export const unstatedImpact = defineRule({
  name: "unstated-impact",
  severity: "info",
  page,
  messages: {
    unstated: (initiative) => ({
      en: `'${initiative}' does not say what it does to how the company works: whoever has to live with it learns of it last. Say with 'impacts' whether it changes commerce, decisions, teams or customers.`,
      fr: `« ${initiative} » ne dit pas ce qu'elle change à la marche de l'entreprise : ceux qui devront vivre avec l'apprendront en dernier. Dites avec « impacts » si elle touche le commerce, les décisions, les équipes ou les clients.`,
    }),
  },
  check: (model, report) => {
    for (const element of ofKind(model, "initiative")) {
      if (!says(element, "impacts")) report({ element }, "unstated", element.name);
    }
  },
  fixes: (finding, model) => {
    const initiative = elementOf(model, finding);
    const impacts = initiative?.kind.properties.find(({ name }) => name === "impacts")?.value;
    if (!initiative || impacts?.type !== "choice") return [];
    return impacts.words.map((word) => sayProperty(model, initiative, `impacts ${word}`));
  },
});
