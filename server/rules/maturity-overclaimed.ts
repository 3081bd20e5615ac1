import { siteIn, type Element, type Model } from "../model/model.ts";
import { edgesOf, elementOf, ofKind, says, valuesOf, wordOf } from "../model/query.ts";
import { byName } from "./group.ts";
import { MATURITY, teamMaturity } from "./maturity.ts";
import page from "./maturity-overclaimed.md";
import { isHere, placesOf } from "./related.ts";
import { sayInstead } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { goalsThatAre } from "./unmeasured-goal.ts";

export const maturityOverclaimed = defineRule({
  name: "maturity-overclaimed",
  severity: "warning",
  page,
  messages: {
    noKpi: (team, claimed) => ({
      en: `'${team}' calls itself ${claimed}, and no KPI reaches it by way of a BI tool: it is still where reports are put together by hand. Deliver one, or call it conscious.`,
      fr: `« ${team} » se dit « ${claimed} », et aucun indicateur ne lui parvient par un outil de BI : elle en est encore aux rapports faits à la main. Livrez-en un, ou dites-la « conscious ».`,
    }),
    notShared: (team, claimed) => ({
      en: `'${team}' calls itself ${claimed}, and shares the KPIs of no domain with another team: each steers by figures of its own. Share them, or call it active.`,
      fr: `« ${team} » se dit « ${claimed} », et ne partage les indicateurs d'aucun domaine avec une autre équipe : chacune pilote avec ses propres chiffres. Partagez-les, ou dites-la « active ».`,
    }),
    goal: (team, goal) => ({
      en: `'${team}' calls itself data-driven, and '${goal}' is not measured at any rhythm: not every decision can rest on data yet. Measure it, or call the team informed.`,
      fr: `« ${team} » se dit « data-driven », et « ${goal} » n'est mesuré à aucun rythme défini : toutes les décisions ne peuvent pas encore s'appuyer sur des données. Mesurez-le, ou dites l'équipe « informed ».`,
    }),
    manual: (team, flow) => ({
      en: `'${team}' calls itself data-driven, and '${flow}' is still carried by hand: data that waits for somebody drives nobody. Automate it, or call the team informed.`,
      fr: `« ${team} » se dit « data-driven », et « ${flow} » est encore porté à la main : une donnée qui attend quelqu'un ne conduit personne. Automatisez-le, ou dites l'équipe « informed ».`,
    }),
  },
  check: (model, report) => {
    const measured = goalsAtARhythm(model);
    const unmeasured = byName(ofKind(model, "goal").filter((goal) => !measured.has(goal)));
    const manual = byName(manualFlows(model));
    for (const team of ofKind(model, "team")) {
      const [word] = valuesOf(team, "maturity");
      const claimed = MATURITY.findIndex((stage) => stage === word?.text);
      if (!word || claimed < 1) continue;
      const { stage } = teamMaturity(model, team);
      if (claimed <= MATURITY.indexOf(stage)) continue;
      const at = { element: team, site: siteIn(team, word) };
      const [goal] = unmeasured;
      const [flow] = manual;
      if (stage === "conscious") report(at, "noKpi", team.name, word.text);
      else if (stage === "active") report(at, "notShared", team.name, word.text);
      else if (goal) {
        const related = placesOf(unmeasured, (it) => isHere(it));
        report({ ...at, related }, "goal", team.name, goal.name);
      } else if (flow) {
        const related = placesOf(manual, (it) => isHere(it));
        report({ ...at, related }, "manual", team.name, flow.name);
      }
    }
  },
  fixes: (finding, model) => {
    const team = elementOf(model, finding);
    const [word] = team ? valuesOf(team, "maturity") : [];
    const borneOut = BORNE_OUT[finding.args[0] ?? ""];
    return team && word && borneOut ? [sayInstead(model, team, word, borneOut)] : [];
  },
});

/** The stage that is left, by what is not borne out. */
const BORNE_OUT: Readonly<Record<string, string>> = {
  noKpi: "conscious",
  notShared: "active",
  goal: "informed",
  manual: "informed",
};

function manualFlows(model: Model): readonly Element[] {
  const flows = edgesOf(model, "flow").map(({ element }) => element);
  return flows.filter((flow) => wordOf(flow, "mode") === "manual");
}

/** A KPI that is not known is found elsewhere. */
function goalsAtARhythm(model: Model): ReadonlySet<Element> {
  return goalsThatAre(model, (goal) =>
    valuesOf(goal, "measured-by").some((value) => {
      const kpi = model.targets.get(value);
      return !kpi || says(kpi, "every");
    }),
  );
}
