import type { Element, Model } from "../model/model.ts";
import { elementOf, incoming, ofKind } from "../model/query.ts";
import { leavesOut } from "./left-out.ts";
import page from "./inside-out-goal.md";
import { nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";

export const insideOutGoal = defineRule({
  name: "inside-out-goal",
  severity: "info",
  page,
  messages: {
    forNobody: (goal) => ({
      en: `'${goal}' is for nobody: it starts from what the company has to sell, and not from what somebody needs of it. Say who is better off, with 'for'.`,
      fr: `« ${goal} » n'est destiné à personne : il part de ce que l'entreprise a à vendre, et non de ce dont quelqu'un a besoin. Dites qui y gagne, avec « for ».`,
    }),
  },
  check: (model, report) => {
    if (ofKind(model, "stakeholder").length === 0) return;
    const forSomebody = goalsForSomebody(model);
    for (const goal of ofKind(model, "goal")) {
      if (!forSomebody.has(goal)) report({ element: goal }, "forNobody", goal.name);
    }
  },
  fixes: (finding, model) => {
    const goal = elementOf(model, finding);
    return goal ? nameOneOf(model, goal, "for", ofKind(model, "stakeholder")) : [];
  },
});

/** The goals that are for somebody, and all goals below them. */
function goalsForSomebody(model: Model): ReadonlySet<Element> {
  const known = new Set(ofKind(model, "goal").filter((goal) => !leavesOut(model, goal, "for")));
  // The set grows while it is walked: what is added is visited too.
  for (const goal of known) {
    for (const { from } of incoming(model, goal, "serves")) if (from.kind.name === "goal") known.add(from);
  }
  return known;
}
