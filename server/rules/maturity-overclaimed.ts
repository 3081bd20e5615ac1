import { siteIn, siteOf, type Element, type Model } from "../model/model.ts";
import {
  domainOf,
  edgesOf,
  ofKind,
  says,
  sources,
  target,
  targets,
  valuesOf,
  wordOf,
} from "../model/query.ts";
import page from "./maturity-overclaimed.md";
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
      fr: `« ${team} » se dit « data-driven », et « ${goal} » n'est mesuré à aucun rythme : toute décision ne peut pas encore s'appuyer sur des données. Mesurez-le, ou dites l'équipe « informed ».`,
    }),
    manual: (team, flow) => ({
      en: `'${team}' calls itself data-driven, and '${flow}' is still carried by hand: data that waits for somebody drives nobody. Automate it, or call the team informed.`,
      fr: `« ${team} » se dit « data-driven », et « ${flow} » est encore porté à la main : une donnée qui attend quelqu'un ne conduit personne. Automatisez-le, ou dites l'équipe « informed ».`,
    }),
  },
  check: (model, report) => {
    const measured = goalsAtARhythm(model);
    const goal = ofKind(model, "goal").find((it) => !measured.has(it));
    const manual = edgesOf(model, "flow").find(
      ({ element }) => wordOf(element, "mode") === "manual",
    )?.element;
    for (const team of ofKind(model, "team")) {
      const [word] = valuesOf(team, "maturity");
      const stage = STAGES.indexOf(word?.text ?? "");
      if (!word || stage < 1) continue;
      const at = { element: team, site: siteIn(team, word) };
      if (!isActive(model, team)) report(at, "noKpi", team.name, word.text);
      else if (stage > 1 && !isInformed(model, team)) report(at, "notShared", team.name, word.text);
      else if (stage > 2 && goal) report({ ...at, related: [here(goal)] }, "goal", team.name, goal.name);
      else if (stage > 2 && manual)
        report({ ...at, related: [here(manual)] }, "manual", team.name, manual.name);
    }
  },
});

/** Each stage builds on the one before it. */
const STAGES = ["conscious", "active", "informed", "data-driven"];

/** Whether a KPI reaches the team by way of a BI tool. */
function isActive(model: Model, team: Element): boolean {
  return sources(model, team, "audience").some((kpi) => {
    const tool = target(model, kpi, "delivered-by");
    return tool !== undefined && wordOf(tool, "category") === "bi";
  });
}

/** Whether another team has KPIs from a domain from which this team has some. */
function isInformed(model: Model, team: Element): boolean {
  const domains = new Set(sources(model, team, "audience").flatMap((kpi) => domainsOf(model, kpi)));
  return [...domains].some((domain) =>
    [domain, ...domain.members]
      .flatMap((data) => sources(model, data, "from"))
      .some((kpi) => targets(model, kpi, "audience").some((other) => other !== team)),
  );
}

function domainsOf(model: Model, kpi: Element): readonly Element[] {
  return targets(model, kpi, "from").map(domainOf);
}

function goalsAtARhythm(model: Model): ReadonlySet<Element> {
  return goalsThatAre(model, (goal) => targets(model, goal, "measured-by").some((kpi) => says(kpi, "every")));
}

function here(element: Element) {
  const message = { en: `'${element.name}' is here.`, fr: `« ${element.name} » est ici.` };
  return { message, site: siteOf(element) };
}
