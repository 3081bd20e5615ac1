import { siteOf } from "../model/model.ts";
import { edgesOf, ofKind, wordOf } from "../model/query.ts";
import { groupBy } from "./group.ts";
import page from "./customer-as-target.md";
import { defineRule } from "./rule.ts";
import { flowsIn, hasValues, valuesIn, type Half } from "./value-chain.ts";

export const customerAsTarget = defineRule({
  name: "customer-as-target",
  severity: "warning",
  page,
  messages: {
    target: (name) => ({
      en: `'${name}' pays, and nothing else ever comes from there: who can only read the value chain is its target, and not one of its actors. Describe what they tell, make or decide, as a value or a flow.`,
      fr: `« ${name} » paie, et rien d'autre n'en vient jamais : qui ne peut que lire la chaîne de valeur en est la cible, et non un acteur. Décrivez ce qu'il dit, fait ou décide, par une valeur ou un flux.`,
    }),
    silent: (name) => ({
      en: `Nothing ever comes from '${name}': who can only read the value chain is its target, and not one of its actors. Describe what they tell, make or decide, as a value or a flow.`,
      fr: `Rien ne vient jamais de « ${name} » : qui ne peut que lire la chaîne de valeur en est la cible, et non un acteur. Décrivez ce qu'il dit, fait ou décide, par une valeur ou un flux.`,
    }),
  },
  check: (model, report) => {
    if (!hasValues(model)) return;
    const given = groupBy(
      valuesIn(model).filter(({ from, to }) => from !== to),
      ({ from }) => from,
    );
    const there = new Set(edgesOf(model, "flow").map(({ element }) => element));
    const flows = flowsIn(model).filter(({ element }) => !element.ends || there.has(element));
    const heard = new Set(flows.map(({ from }) => from));
    for (const element of ofKind(model, "stakeholder")) {
      const values = given.get(element) ?? [];
      if (wordOf(element, "kind") !== "customer" || heard.has(element) || !values.every(isMoney)) continue;
      const related = values.map((value) => ({ message: PAID, site: siteOf(value.element) }));
      report({ element, related }, values.length > 0 ? "target" : "silent", element.name);
    }
  },
});

const PAID = { en: "What is given here is money.", fr: "Ce qui est donné ici est de l'argent." };

function isMoney({ element }: Half): boolean {
  return wordOf(element, "kind") === "money";
}
