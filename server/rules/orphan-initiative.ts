import { elementOf, ofKind } from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import { leavesOut } from "./left-out.ts";
import page from "./orphan-initiative.md";
import { nameNew, nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";

export const orphanInitiative = defineRule({
  name: "orphan-initiative",
  severity: "warning",
  page,
  messages: {
    orphan: (name) => ({
      en: `'${name}' serves no goal: a tactic without a strategy succeeds whatever it does, and teaches nothing. Say which goal it brings nearer, with 'serves'.`,
      fr: `« ${name} » ne sert aucun objectif : une tactique sans stratégie réussit quoi qu'elle fasse, et n'apprend rien. Dites de quel objectif elle nous rapproche, avec « serves ».`,
    }),
  },
  check: (model, report) => {
    for (const element of ofKind(model, "initiative")) {
      if (leavesOut(model, element, "serves")) report({ element }, "orphan", element.name);
    }
  },
  fixes: (finding, model) => {
    const element = elementOf(model, finding);
    if (!element) return [];
    const goals = ofKind(model, "goal");
    const [mission] = ofKind(model, "mission");
    if (goals.length > 0 || !mission) return nameOneOf(model, element, "serves", goals);
    const served = referenceTo(model, mission, element);
    const statement = (name: string) => `goal ${name} {\n  serves ${served}\n}`;
    return [nameNew(model, element, "serves", { kind: "goal", wanted: `${element.id}-goal`, statement })];
  },
});
