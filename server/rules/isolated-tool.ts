import { activeTools, edgesOf } from "../model/query.ts";
import type { Element } from "../model/model.ts";
import { halfJoined } from "./flows.ts";
import page from "./isolated-tool.md";
import { defineRule } from "./rule.ts";

export const isolatedTool = defineRule({
  name: "isolated-tool",
  severity: "warning",
  page,
  messages: {
    isolated: (name) => ({
      en: `Nothing flows into '${name}' or out of it: a solution for one case puts the solution for all out of reach. Declare how it is fed or what it feeds, or ask whether it is needed.`,
      fr: `Rien n'entre dans « ${name} » ni n'en sort : la solution d'un seul cas met la solution d'ensemble hors de portée. Déclarez ce qui l'alimente ou ce qu'il alimente, ou demandez-vous s'il est utile.`,
    }),
  },
  check: (model, report) => {
    const joined = new Set<Element>();
    for (const { ends } of edgesOf(model, "flow")) {
      // What goes round in a tool joins it to nothing.
      if (ends.from !== ends.to) joined.add(ends.from).add(ends.to);
    }
    const written = halfJoined(model);
    if (![...joined].some(({ kind }) => kind.name === "tool")) return;
    for (const element of activeTools(model)) {
      if (!joined.has(element) && !written.has(element)) report({ element }, "isolated", element.name);
    }
  },
});
