import { siteIn, type Element } from "../model/model.ts";
import { ofKind, says, valuesOf, wordOf, wordsOf } from "../model/query.ts";
import { teamsOf } from "./flows.ts";
import page from "./missing-skill.md";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const missingSkill = defineRule({
  name: "missing-skill",
  severity: "warning",
  page,
  messages: {
    missing: (name, skill, teams) => ({
      en: `'${name}' requires '${skill}', and ${quoted(teams, "en")} cannot do it: what was bought will be used for what is already known. Train or hire, or let a team answer for it that has the skill.`,
      fr: `« ${name} » demande « ${skill} », que ${quoted(teams, "fr")} ne sait pas faire : ce qu'on a acheté servira à ce qu'on savait déjà. Formez, recrutez, ou confiez-le à une équipe qui a cette compétence.`,
    }),
    nobody: (name, skill) => ({
      en: `'${name}' requires '${skill}', and no team is named that could do it: what was bought will be used for what is already known. Name the team that answers for it.`,
      fr: `« ${name} » demande « ${skill} », et aucune équipe n'est nommée qui saurait le faire : ce qu'on a acheté servira à ce qu'on savait déjà. Nommez l'équipe qui en répond.`,
    }),
  },
  check: (model, report) => {
    if (!ofKind(model, "team").some((team) => says(team, "skills"))) return;
    for (const element of [...ofKind(model, "capability"), ...ofKind(model, "tool").filter(isKept)]) {
      const teams = teamsOf(model, element);
      const skills = new Set(teams.flatMap((team) => wordsOf(team, "skills")));
      for (const skill of valuesOf(element, "requires")) {
        if (skills.has(skill.text)) continue;
        const at = { element, site: siteIn(element, skill) };
        if (teams.length > 0) report(at, "missing", element.name, skill.text, namesOf(teams));
        else report(at, "nobody", element.name, skill.text);
      }
    }
  },
});

/** A tool that is planned needs the skill before it comes; one that is gone needs none. */
function isKept(tool: Element): boolean {
  return wordOf(tool, "status") !== "retired";
}
