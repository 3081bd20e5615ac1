import { edgesOf, ofKind, wordOf } from "../model/query.ts";
import page from "./customer-as-target.md";
import { defineRule } from "./rule.ts";

export const customerAsTarget = defineRule({
  name: "customer-as-target",
  severity: "warning",
  page,
  messages: {
    target: (name) => ({
      en: `'${name}' pays, and nothing else ever comes from there: who can only read the value chain is its target, and not one of its actors. Describe what they tell, make or decide, as a value or a flow.`,
      fr: `« ${name} » paie, et rien d'autre n'en vient jamais : qui ne peut que lire la chaîne de valeur en est la cible, et non un acteur. Décrivez ce qu'il dit, fait ou décide, par une valeur ou un flux.`,
    }),
  },
  check: (model, report) => {
    const values = edgesOf(model, "value");
    if (values.length === 0) return;
    const heard = new Set([
      ...edgesOf(model, "flow").map(({ ends }) => ends.from),
      ...values.filter(({ element }) => wordOf(element, "kind") !== "money").map(({ ends }) => ends.from),
    ]);
    for (const element of ofKind(model, "stakeholder")) {
      if (wordOf(element, "kind") === "customer" && !heard.has(element))
        report({ element }, "target", element.name);
    }
  },
});
