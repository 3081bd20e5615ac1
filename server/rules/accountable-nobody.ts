import type { Element, Model } from "../model/model.ts";
import {
  domainOf,
  elementOf,
  isCore,
  ofKind,
  ownersOf,
  says,
  sources,
  target,
  targets,
  toolsThere,
  wordOf,
} from "../model/query.ts";
import page from "./accountable-nobody.md";
import { nameNew, nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";

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
      en: `Nobody is accountable for '${tool}', which owns '${data}', core data: when it fails, or its vendor does, no one decides. Name a team, with 'accountable'.`,
      fr: `Personne ne répond de « ${tool} », qui possède « ${data} », une donnée cœur : s'il défaille, lui ou son éditeur, nul ne tranche. Nommez une équipe, avec « accountable ».`,
    }),
  },
  check: (model, report) => {
    for (const domain of ofKind(model, "domain")) {
      if (isCore(domain) && !says(domain, "accountable")) report({ element: domain }, "domain", domain.name);
    }
    for (const tool of toolsThere(model)) {
      const data = !says(tool, "accountable") ? coreDataOf(model, tool) : undefined;
      if (data) report({ element: tool }, "tool", tool.name, data.name);
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

function coreDataOf(model: Model, tool: Element): Element | undefined {
  return targets(model, tool, "owns").find(isCore);
}

/** Who is the nearest to answer: those who answer for the data or the tool that keeps it, those who decide, others. */
function teamsFor(model: Model, element: Element): readonly (Element | undefined)[] {
  const isTool = element.kind.name === "tool";
  const data = isTool ? targets(model, element, "owns").map(domainOf) : [element];
  const tools = isTool ? [] : element.members.flatMap((entity) => ownersOf(model, entity));
  const answering = [...data, ...tools].map((neighbour) => target(model, neighbour, "accountable"));
  const deciding = data.flatMap((domain) => sources(model, domain, "architects"));
  const teams = ofKind(model, "team");
  const expert = teams.filter((team) =>
    ["data", "it", "operations"].includes(wordOf(team, "function") ?? ""),
  );
  return [...answering, ...deciding, ...expert, ...teams].filter((team) => team !== undefined);
}
