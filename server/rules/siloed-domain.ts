import type { Element, Model, Relation } from "../model/model.ts";
import { incoming, isCore, isThere, ofKind } from "../model/query.ts";
import { knowsTeams, teamsOf } from "./flows.ts";
import { placesOf } from "./related.ts";
import { defineRule } from "./rule.ts";
import page from "./siloed-domain.md";

export const siloedDomain = defineRule({
  name: "siloed-domain",
  severity: "warning",
  page,
  messages: {
    silo: (domain, team) => ({
      en: `Only the tools of '${team}' read '${domain}', which is core: the company lives by this data, and one team knows it. Let the others read it where they need it.`,
      fr: `Seuls les outils de « ${team} » lisent « ${domain} », qui est au cœur de l'entreprise : elle vit de ces données, et une seule équipe les connaît. Ouvrez-les aux autres là où ils en ont besoin.`,
    }),
  },
  check: (model, report) => {
    for (const domain of ofKind(model, "domain").filter(isCore)) {
      const reading = readersOf(model, domain);
      const team = onlyTeamOf(model, toolsReading(model, domain));
      if (!team) continue;
      const related = placesOf(reading, ({ from, site }) => ({
        message: { en: `'${from.name}' reads it here.`, fr: `« ${from.name} » le lit ici.` },
        site,
      }));
      report({ element: domain, related }, "silo", domain.name, team.name);
    }
  },
});

/** The tools that read some of a domain. Where there are fewer than two, nobody can be left out yet. */
export function toolsReading(model: Model, domain: Element): readonly Element[] {
  return [...new Set(readersOf(model, domain).map(({ from }) => from))];
}

function readersOf(model: Model, domain: Element): readonly Relation[] {
  const all = [domain, ...domain.members].flatMap((data) => incoming(model, data, "reads"));
  return all.filter(({ from }) => isThere(from));
}

/** The one team that all these tools are of; undefined where there are others, a tool without a known team, or one tool. */
export function onlyTeamOf(model: Model, tools: readonly Element[]): Element | undefined {
  if (tools.length < 2 || !tools.every((tool) => knowsTeams(model, tool))) return undefined;
  const teams = tools.map((tool) => teamsOf(model, tool));
  const [first] = teams[0] ?? [];
  return teams.every(([team, ...others]) => team === first && others.length === 0) ? first : undefined;
}
