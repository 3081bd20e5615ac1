import { incoming, ofKind } from "../model/query.ts";
import page from "./isolated-stakeholder.md";
import { defineRule } from "./rule.ts";
import { flowsIn, hasValues, valuesIn } from "./value-chain.ts";

export const isolatedStakeholder = defineRule({
  name: "isolated-stakeholder",
  severity: "info",
  page,
  messages: {
    isolated: (name) => ({
      en: `Nothing mentions '${name}': no value, flow, goal or domain, so that nobody knows what is owed to them. Say what they give or are given, or leave them out.`,
      fr: `Rien ne mentionne « ${name} » : ni valeur, ni flux, ni objectif, ni domaine, et nul ne sait ce qu'on lui doit. Dites ce qu'il donne ou reçoit, ou retirez-le.`,
    }),
  },
  check: (model, report) => {
    if (!hasValues(model)) return;
    const met = new Set([...valuesIn(model), ...flowsIn(model)].flatMap(({ from, to }) => [from, to]));
    for (const element of ofKind(model, "stakeholder")) {
      const mentions = incoming(model, element).filter(({ from }) => from.kind.storey !== "meta");
      if (!met.has(element) && mentions.length === 0) report({ element }, "isolated", element.name);
    }
  },
});
