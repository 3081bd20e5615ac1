import type { Element, Model } from "../model/model.ts";
import {
  domainOf,
  elementOf,
  isCore,
  ofKind,
  outgoing,
  ownersOf,
  sources,
  target,
  targets,
  toolsThere,
  wordOf,
} from "../model/query.ts";
import { leavesOut } from "./left-out.ts";
import page from "./accountable-nobody.md";
import { isMarketing } from "./keeper.ts";
import { nameNew, nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const accountableNobody = defineRule({
  name: "accountable-nobody",
  severity: "warning",
  starter: true,
  page,
  messages: {
    domain: (domain) => ({
      en: `Nobody is accountable for '${domain}', which is core: when its data is wrong, no one has the duty to repair it, or the right. Name a team, with 'accountable'.`,
      fr: `Personne ne répond de « ${domain} », qui est au cœur de l'entreprise : quand ses données sont fausses, nul n'a le devoir de les corriger, ni le droit. Nommez une équipe, avec « accountable ».`,
    }),
    tool: (tool, data) => ({
      en: `Nobody is accountable for '${tool}', which owns ${quoted(data, "en")}, core data: when it fails, or its vendor does, no one decides. Name a team, with 'accountable'.`,
      fr: `Personne ne répond de « ${tool} », qui possède ${quoted(data, "fr")}, des données cœur de métier : s'il défaille, lui ou son éditeur, nul ne tranche. Nommez une équipe, avec « accountable ».`,
    }),
  },
  check: (model, report) => {
    for (const domain of ofKind(model, "domain")) {
      if (isCore(domain) && leavesOut(model, domain, "accountable"))
        report({ element: domain }, "domain", domain.name);
    }
    for (const tool of toolsThere(model)) {
      const claims = leavesOut(model, tool, "accountable")
        ? outgoing(model, tool, "owns").filter(({ to }) => isCore(to))
        : [];
      if (claims.length === 0) continue;
      const related = claims.map(({ to, site }) => ({
        message: { en: `'${to.name}' is core.`, fr: `« ${to.name} » est au cœur de l'entreprise.` },
        site,
      }));
      report(
        { element: tool, related, known: [tool.name] },
        "tool",
        tool.name,
        namesOf(claims.map(({ to }) => to)),
      );
    }
  },
  fixes: (finding, model) => {
    const element = elementOf(model, finding);
    if (!element) return [];
    const teams = nameOneOf(model, element, "accountable", teamsFor(model, element));
    if (teams.length > 0) return teams;
    const statement = (name: string) => `team ${name} {\n  function data\n}`;
    return [nameNew(model, element, "accountable", { kind: "team", wanted: "data-office", statement })];
  },
});

/** Who is the nearest to answer: those who answer for the data or the tool that keeps it, those who decide, others. */
function teamsFor(model: Model, element: Element): readonly (Element | undefined)[] {
  const isTool = element.kind.name === "tool";
  const data = isTool ? targets(model, element, "owns").map(domainOf) : [element];
  const tools = isTool ? [] : element.members.flatMap((entity) => ownersOf(model, entity));
  const answering = [...data, ...tools].map((neighbour) => target(model, neighbour, "accountable"));
  const deciding = data.flatMap((domain) => sources(model, domain, "architects"));
  // Under marketing the tool would be found as a marketing tool.
  const teams = ofKind(model, "team").filter((team) => !isTool || !isMarketing(team));
  const expert = teams.filter((team) =>
    ["data", "it", "operations"].includes(wordOf(team, "function") ?? ""),
  );
  const near = [...answering, ...deciding].filter((team) => team && !(isTool && isMarketing(team)));
  return [...near, ...expert, ...teams];
}
