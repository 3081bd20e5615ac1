import { activeTools, edgesOf, incoming, says } from "../model/query.ts";
import type { Element, Model } from "../model/model.ts";
import { defineRule } from "./rule.ts";
import page from "./unused-tool.md";

export const unusedTool = defineRule({
  name: "unused-tool",
  severity: "info",
  page,
  messages: {
    unused: (name) => ({
      en: `Somebody is accountable for '${name}' and nobody is said to use it: a tool changes nothing until people work with it. Name them with 'used-by', or retire the tool.`,
      fr: `Quelqu'un répond de « ${name} » et personne n'est dit l'utiliser : un outil ne change rien tant que des gens ne travaillent pas avec. Nommez-les avec « used-by », ou retirez l'outil.`,
    }),
  },
  check: (model, report) => {
    const people = edgesOf(model, "flow").filter(({ ends }) =>
      [ends.from, ends.to].some(({ kind }) => kind.name === "stakeholder"),
    );
    const met = new Set(people.flatMap(({ ends }) => [ends.from, ends.to]));
    for (const tool of activeTools(model)) {
      if (says(tool, "accountable") && !says(tool, "used-by") && !met.has(tool) && !hasAPlace(model, tool))
        report({ element: tool }, "unused", tool.name);
    }
  },
});

/** Whether a chain or an initiative works with the tool. */
function hasAPlace(model: Model, tool: Element): boolean {
  return incoming(model, tool).some(
    ({ from }) => from.kind.name === "chain" || from.kind.name === "initiative",
  );
}
