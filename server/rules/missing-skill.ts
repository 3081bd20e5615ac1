import { siteIn, siteOf, type Element } from "../model/model.ts";
import { elementOf, ofKind, says, valuesOf, wordOf, wordsOf } from "../model/query.ts";
import { knowsTeams, teamsOf } from "./flows.ts";
import page from "./missing-skill.md";
import { placesOf } from "./related.ts";
import { nameOneOf, sayIn } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const missingSkill = defineRule({
  name: "missing-skill",
  severity: "warning",
  page,
  messages: {
    missing: (name, skill, teams) => ({
      en: `'${name}' requires '${skill}', and ${quoted(teams, "en")} cannot do it: what nobody masters is used for what was known before. Train or hire, or let a team work on it that has the skill.`,
      fr: `« ${name} » demande la compétence « ${skill} », absente chez ${quoted(teams, "fr")} : ce que personne ne maîtrise sert à ce qu'on savait déjà. Formez, recrutez, ou confiez-le à une équipe qui a cette compétence.`,
    }),
    nobody: (name, skill) => ({
      en: `'${name}' requires '${skill}', and no team is named that could do it: what nobody masters is used for what was known before. Name the team that answers for it.`,
      fr: `« ${name} » demande la compétence « ${skill} », et aucune équipe n'est nommée qui pourrait l'avoir : ce que personne ne maîtrise sert à ce qu'on savait déjà. Nommez l'équipe qui en répond.`,
    }),
  },
  check: (model, report) => {
    if (!ofKind(model, "team").some((team) => says(team, "skills"))) return;
    for (const element of [...ofKind(model, "capability"), ...ofKind(model, "tool").filter(isKept)]) {
      if (!says(element, "requires") || !knowsTeams(model, element)) continue;
      const teams = teamsOf(model, element);
      const skills = new Set(teams.flatMap((team) => wordsOf(team, "skills")));
      for (const skill of valuesOf(element, "requires")) {
        if (skills.has(skill.text)) continue;
        const related = placesOf(teams, (team) => ({
          message: { en: `'${team.name}' does not have it.`, fr: `« ${team.name} » ne l'a pas.` },
          site: siteOf(team),
        }));
        const at = { element, site: siteIn(element, skill), related };
        if (teams.length > 0) report(at, "missing", element.name, skill.text, namesOf(teams));
        else report(at, "nobody", element.name, skill.text);
      }
    }
  },
  fixes: (finding, model) => {
    const element = elementOf(model, finding);
    const skill = finding.args[2] ?? "";
    if (!element) return [];
    const able = ofKind(model, "team").filter((team) => wordsOf(team, "skills").includes(skill));
    const property = says(element, "accountable") ? "used-by" : "accountable";
    const isTold = element.kind.properties.some(({ name }) => name === property);
    const learning = teamsOf(model, element).map((team) => sayIn(model, team, "skills", skill));
    return [...(isTold ? nameOneOf(model, element, property, able) : []), ...learning];
  },
});

/** A tool that is planned needs the skill before it comes; one that is gone needs none. */
function isKept(tool: Element): boolean {
  return wordOf(tool, "status") !== "retired";
}
