import { siteIn, siteOf, type Element } from "../model/model.ts";
import { ofKind, valuesOf } from "../model/query.ts";
import { MATURITY, teamMaturity } from "./maturity.ts";
import page from "./maturity-overclaimed.md";
import { defineRule } from "./rule.ts";

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
      fr: `« ${team} » se dit « data-driven », et « ${goal} » n'est mesuré à aucun rythme : toute décision ne peut pas encore s'appuyer sur des données. Mesurez-le, ou dites l'équipe « informed ».`,
    }),
    manual: (team, flow) => ({
      en: `'${team}' calls itself data-driven, and '${flow}' is still carried by hand: data that waits for somebody drives nobody. Automate it, or call the team informed.`,
      fr: `« ${team} » se dit « data-driven », et « ${flow} » est encore porté à la main : une donnée qui attend quelqu'un ne conduit personne. Automatisez-le, ou dites l'équipe « informed ».`,
    }),
  },
  check: (model, report) => {
    for (const team of ofKind(model, "team")) {
      const [word] = valuesOf(team, "maturity");
      const claimed = MATURITY.findIndex((stage) => stage === word?.text);
      if (!word || claimed < 1) continue;
      const { stage, lacks } = teamMaturity(model, team);
      if (claimed <= MATURITY.indexOf(stage)) continue;
      const at = { element: team, site: siteIn(team, word) };
      const lack = lacks.find(({ elements }) => elements.length > 0);
      const [first] = lack?.elements ?? [];
      if (stage === "conscious") report(at, "noKpi", team.name, word.text);
      else if (stage === "active") report(at, "notShared", team.name, word.text);
      else if (first) {
        const id = lack?.type === "manual-flow" ? "manual" : "goal";
        report({ ...at, related: [here(first)] }, id, team.name, first.name);
      }
    }
  },
});

function here(element: Element) {
  const message = { en: `'${element.name}' is here.`, fr: `« ${element.name} » est ici.` };
  return { message, site: siteOf(element) };
}
