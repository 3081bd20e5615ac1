import type { Element, Model } from "../model/model.ts";
import { domainOf, elementOf, ofKind, says, target, targets, wordOf } from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import page from "./kpi-without-audience.md";
import { sayProperties } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { quoted } from "./words.ts";

const NEEDED = ["audience", "every", "format"];

export const kpiWithoutAudience = defineRule({
  name: "kpi-without-audience",
  severity: "warning",
  page,
  messages: {
    lacks: (kpi, lacking) => ({
      en: `'${kpi}' does not say its ${quoted(lacking, "en")}: the right figure helps only the right people, at the right time and in the right form. Add what is missing.`,
      fr: `« ${kpi} » ne précise pas ${quoted(lacking, "fr")} : le bon chiffre n'aide que les bonnes personnes, au bon moment et sous la bonne forme. Ajoutez ce qui manque.`,
    }),
  },
  check: (model, report) => {
    for (const kpi of ofKind(model, "kpi")) {
      const lacking = NEEDED.filter((property) => !says(kpi, property));
      if (lacking.length > 0) report({ element: kpi }, "lacks", kpi.name, lacking.join(", "));
    }
  },
  fixes: (finding, model) => {
    const kpi = elementOf(model, finding);
    if (!kpi) return [];
    const lacking = NEEDED.filter((property) => !says(kpi, property));
    const lines = lacking.flatMap((property) => lineFor(model, kpi, property) ?? []);
    return lines.length > 0 ? [sayProperties(model, kpi, lines)] : [];
  },
});

/** What a KPI probably says under a property; undefined where there is nobody to name. */
function lineFor(model: Model, kpi: Element, property: string): string | undefined {
  if (property === "every") return "every 1w";
  const tool = target(model, kpi, "delivered-by");
  if (property === "format")
    return tool && wordOf(tool, "category") === "bi" ? "format dashboard" : "format report";
  const users = tool ? targets(model, tool, "used-by") : [];
  const data = targets(model, kpi, "from").map((from) => target(model, domainOf(from), "accountable"));
  const team = [...users, ...data, ...ofKind(model, "team")].find((candidate) => candidate !== undefined);
  return team && `audience ${referenceTo(model, team, kpi)}`;
}
