import { elementOf, ofKind } from "../model/query.ts";
import { leavesOut } from "./left-out.ts";
import page from "./orphan-business-model.md";
import { nameNew, nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";

export const orphanBusinessModel = defineRule({
  name: "orphan-business-model",
  severity: "error",
  starter: true,
  page,
  messages: {
    orphan: (name) => ({
      en: `'${name}' serves no mission: a way of earning money that nothing justifies drifts with the market, and its data with it. Say which mission it carries out, with 'serves'.`,
      fr: `« ${name} » ne sert aucune mission : une façon de gagner de l'argent que rien ne justifie dérive avec le marché, et ses données avec elle. Dites quelle mission ce modèle porte, avec « serves ».`,
    }),
  },
  check: (model, report) => {
    for (const element of ofKind(model, "business-model")) {
      if (leavesOut(model, element, "serves")) report({ element }, "orphan", element.name);
    }
  },
  fixes: (finding, model) => {
    const element = elementOf(model, finding);
    if (!element) return [];
    const missions = ofKind(model, "mission");
    if (missions.length > 0) return nameOneOf(model, element, "serves", missions);
    const statement = (name: string) => `mission ${name} "Why we exist"`;
    return [nameNew(model, element, "serves", { kind: "mission", wanted: "our-mission", statement })];
  },
});
