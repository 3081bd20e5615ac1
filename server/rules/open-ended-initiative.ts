import { dayNumber } from "../../grammar/quantity.ts";
import type { Element, Model } from "../model/model.ts";
import { elementOf, ofKind, targets } from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import page from "./open-ended-initiative.md";
import { sayProperties, saysNothing } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { quoted } from "./words.ts";

const NEEDED = ["until", "measured-by", "hypothesis"];

export const openEndedInitiative = defineRule({
  name: "open-ended-initiative",
  severity: "info",
  page,
  messages: {
    openEnded: (initiative, lacking) => ({
      en: `'${initiative}' does not say its ${quoted(lacking, "en")}: an experiment that cannot fail cannot teach anything. Say what you expect, what would show it, and when you will look.`,
      fr: `« ${initiative} » ne précise pas ${quoted(lacking, "fr")} : une expérience qui ne peut pas échouer n'apprend rien. Dites ce que vous attendez, ce qui le montrerait, et quand vous regarderez.`,
    }),
  },
  check: (model, report) => {
    for (const initiative of ofKind(model, "initiative")) {
      const lacking = lackingIn(initiative);
      if (lacking.length > 0)
        report({ element: initiative }, "openEnded", initiative.name, lacking.join(", "));
    }
  },
  fixes: (finding, model) => {
    const initiative = elementOf(model, finding);
    if (!initiative) return [];
    const lines = lackingIn(initiative).flatMap((it) => lineFor(model, initiative, it) ?? []);
    return lines.length > 0 ? [sayProperties(model, initiative, lines)] : [];
  },
});

function lackingIn(initiative: Element): readonly string[] {
  return NEEDED.filter((property) => saysNothing(initiative, property));
}

const HALF_A_YEAR = 182;
const MILLISECONDS_A_DAY = 86_400_000;

/** A first line to correct; undefined where there is no KPI to name. */
function lineFor(model: Model, initiative: Element, property: string): string | undefined {
  if (property === "hypothesis") return 'hypothesis "If we do this, that will change by so much"';
  if (property === "until") {
    const day = (dayNumber(model.project.settings.today) ?? 0) + HALF_A_YEAR;
    return `until ${new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)}`;
  }
  const served = targets(model, initiative, "serves").flatMap((goal) => targets(model, goal, "measured-by"));
  const [kpi] = [...served, ...ofKind(model, "kpi")];
  return kpi && `measured-by ${referenceTo(model, kpi, initiative)}`;
}
