import { elementOf, ofKind } from "../model/query.ts";
import { leavesOut } from "./left-out.ts";
import page from "./orphan-domain.md";
import { nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";

export const orphanDomain = defineRule({
  name: "orphan-domain",
  severity: "warning",
  starter: true,
  page,
  messages: {
    orphan: (name) => ({
      en: `'${name}' embodies no business model: its data carries no strategy, so nobody can say what it has to hold and what it need not. Say which model it is there for, with 'embodies'.`,
      fr: `« ${name} » n'incarne aucun modèle économique : ses données ne portent aucune stratégie, et nul ne peut dire ce qu'elles doivent contenir ou non. Dites quel modèle elles servent, avec « embodies ».`,
    }),
  },
  check: (model, report) => {
    if (ofKind(model, "business-model").length === 0) return;
    for (const element of ofKind(model, "domain")) {
      if (leavesOut(model, element, "embodies")) report({ element }, "orphan", element.name);
    }
  },
  fixes: (finding, model) => {
    const element = elementOf(model, finding);
    return element ? nameOneOf(model, element, "embodies", ofKind(model, "business-model")) : [];
  },
});
