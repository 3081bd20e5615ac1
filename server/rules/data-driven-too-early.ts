import { siteIn, type Element, type Model, type Relation } from "../model/model.ts";
import { outgoing, says, toolsThere, valuesOf, wordOf } from "../model/query.ts";
import page from "./data-driven-too-early.md";
import { defineRule } from "./rule.ts";

/** Categories of tools that act on data by themselves. */
const ACTIVATING = ["marketing-automation", "cdp", "personalisation", "reverse-etl"];

export const dataDrivenTooEarly = defineRule({
  name: "data-driven-too-early",
  severity: "warning",
  page,
  messages: {
    early: (tool, category, team, maturity) => ({
      en: `'${tool}' (${category}) acts on data by itself, and '${team}', which uses it, is only ${maturity}: who does not steer by data yet cannot let it steer the customers. Let the team get to know its figures first.`,
      fr: `« ${tool} » (${category}) agit de lui-même à partir des données, et « ${team} », qui l'utilise, n'en est qu'au stade « ${maturity} » : qui ne pilote pas encore par la donnée ne peut pas la laisser piloter ses clients. Que l'équipe apprenne d'abord à lire ses chiffres.`,
    }),
  },
  check: (model, report) => {
    for (const tool of toolsThere(model)) {
      const category = wordOf(tool, "category") ?? "";
      if (!ACTIVATING.includes(category)) continue;
      for (const { to: team, site } of usersOf(model, tool)) {
        const [maturity] = valuesOf(team, "maturity");
        if (maturity?.text !== "conscious" && maturity?.text !== "active") continue;
        const message = {
          en: `'${team.name}' is ${maturity.text}.`,
          fr: `« ${team.name} » en est au stade « ${maturity.text} ».`,
        };
        const at = { element: tool, site, related: [{ message, site: siteIn(team, maturity) }] };
        report(at, "early", tool.name, category, team.name, maturity.text);
      }
    }
  },
});

/** Who uses a tool, as it is written; where nobody is said to, the team that answers for it. */
function usersOf(model: Model, tool: Element): readonly Relation[] {
  return outgoing(model, tool, says(tool, "used-by") ? "used-by" : "accountable");
}
