import { siteOf, type Element, type Model } from "../model/model.ts";
import { isCore, ofKind, sources, teamsAbove, wordOf } from "../model/query.ts";
import page from "./no-architect.md";
import { defineRule } from "./rule.ts";

export const noArchitect = defineRule({
  name: "no-architect",
  severity: "warning",
  page,
  messages: {
    nobody: (name) => ({
      en: `No team has the mandate to decide on '${name}': what has to fit together is decided by whoever buys the next part. Give it to a team, with 'architects'.`,
      fr: `Aucune équipe n'a mandat pour décider de « ${name} » : ce qui doit tenir ensemble est décidé par qui achète la pièce suivante. Confiez-le à une équipe, avec « architects ».`,
    }),
    powerless: (name, team) => ({
      en: `'${team}' decides on '${name}' and has nobody of the executive board above it: its decisions hold until the first department objects. Let it report to the board, directly or not.`,
      fr: `« ${team} » décide de « ${name} » et n'a personne de la direction générale au-dessus d'elle : ses décisions tiennent jusqu'à la première objection d'un service. Rattachez-la à la direction, directement ou non.`,
    }),
  },
  check: (model, report) => {
    for (const wall of [...ofKind(model, "domain").filter(isCore), ...ofKind(model, "chain")]) {
      const teams = sources(model, wall, "architects");
      const [team] = teams;
      if (!team) report({ element: wall }, "nobody", wall.name);
      else if (!teams.some((it) => hasPower(model, it))) {
        const message = { en: "It is decided here.", fr: "La décision se prend ici." };
        const at = { element: wall, related: [{ message, site: siteOf(team) }] };
        report(at, "powerless", wall.name, team.name);
      }
    }
  },
});

/** Whether a team is of the board, or has one of it above. */
export function hasPower(model: Model, team: Element): boolean {
  return [team, ...teamsAbove(model, team)].some((it) => wordOf(it, "function") === "executive");
}
