import { activeTools, edgesOf, elementOf, incoming, says, target, targets } from "../model/query.ts";
import type { Element, Model } from "../model/model.ts";
import { halfJoined } from "./flows.ts";
import { nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";
import page from "./unused-tool.md";

export const unusedTool = defineRule({
  name: "unused-tool",
  severity: "info",
  page,
  messages: {
    unused: (name) => ({
      en: `Somebody is accountable for '${name}' and nobody is said to use it: a tool changes nothing until people work with it. Name them with 'used-by', or retire the tool.`,
      fr: `Quelqu'un répond de « ${name} » et personne n'est cité comme utilisateur : un outil ne change rien tant que personne ne travaille avec. Nommez ses utilisateurs avec « used-by », ou retirez l'outil.`,
    }),
  },
  check: (model, report) => {
    const people = edgesOf(model, "flow").filter(({ ends }) =>
      [ends.from, ends.to].some(({ kind }) => kind.name === "stakeholder"),
    );
    const met = new Set([...people.flatMap(({ ends }) => [ends.from, ends.to]), ...halfJoined(model)]);
    for (const tool of activeTools(model)) {
      const isUsed = says(tool, "used-by") || met.has(tool) || hasAPlace(model, tool);
      if (says(tool, "accountable") && !isUsed) report({ element: tool }, "unused", tool.name);
    }
  },
  fixes: (finding, model) => {
    const tool = elementOf(model, finding);
    if (!tool) return [];
    const served = targets(model, tool, "serves").map((it) => target(model, it, "accountable"));
    return nameOneOf(model, tool, "used-by", [...served, target(model, tool, "accountable")]);
  },
});

/** Whether a chain or an initiative works with the tool. */
function hasAPlace(model: Model, tool: Element): boolean {
  return incoming(model, tool).some(
    ({ from }) => from.kind.name === "chain" || from.kind.name === "initiative",
  );
}
