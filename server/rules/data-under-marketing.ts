import { elementOf, isCore, ofKind, outgoing, target, teamsAbove, valuesOf, wordOf } from "../model/query.ts";
import { derived } from "../model/derived.ts";
import { siteIn, siteOf, type Element, type Model, type Relation } from "../model/model.ts";
import { referenceTo } from "../model/reference.ts";
import page from "./data-under-marketing.md";
import { placesOf } from "./related.ts";
import { sayInstead } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const dataUnderMarketing = defineRule({
  name: "data-under-marketing",
  severity: "warning",
  starter: true,
  page,
  messages: {
    data: (team, marketing) => ({
      en: `The data team '${team}' reports to marketing ('${marketing}'): the data of the whole company is seen through one department's eyes. Let it report to the executive board, or to IT.`,
      fr: `L'équipe data « ${team} » relève du marketing (« ${marketing} ») : les données de toute l'entreprise sont vues par les yeux d'un seul service. Rattachez-la à la direction générale, ou à l'informatique.`,
    }),
    architect: (team, domains, marketing) => ({
      en: `'${team}' decides on core data (${quoted(domains, "en")}) and reports to marketing ('${marketing}'): a load-bearing wall is shaped by one department's needs. Let it report to the executive board, or give this data to another team.`,
      fr: `« ${team} » décide de données cœur de métier (${quoted(domains, "fr")}) et relève du marketing (« ${marketing} ») : un mur porteur prend la forme des besoins d'un seul service. Rattachez-la à la direction générale, ou confiez ces données à une autre équipe.`,
    }),
  },
  check: (model, report) => {
    for (const team of ofKind(model, "team")) {
      const walls = outgoing(model, team, "architects").filter(
        ({ to }) => to.kind.name === "domain" && isCore(to),
      );
      const isData = wordOf(team, "function") === "data";
      if (!isData && walls.length === 0) continue;
      const marketing = marketingAbove(model, team);
      const [reportsTo, ...further] = lineTo(model, team, marketing);
      if (!reportsTo || !marketing) continue;
      const related = [
        ...placesOf(further, ({ from, to, site }) => ({
          message: {
            en: `'${from.name}' reports to '${to.name}'.`,
            fr: `« ${from.name} » relève de « ${to.name} ».`,
          },
          site,
        })),
        functionOf(marketing),
      ];
      const at = { element: team, site: reportsTo.site, related };
      if (isData) report(at, "data", team.name, marketing.name);
      else report(at, "architect", team.name, namesOf(walls.map(({ to }) => to)), marketing.name);
    }
  },
  fixes: (finding, model) => {
    const team = elementOf(model, finding);
    const [value] = team ? valuesOf(team, "reports-to") : [];
    if (!team || !value) return [];
    const isFit = (other: Element) =>
      ![other, ...teamsAbove(model, other)].some((it) => it === team || isMarketing(it));
    const fit = ["executive", "it"].flatMap((word) =>
      ofKind(model, "team").filter((other) => wordOf(other, "function") === word && isFit(other)),
    );
    return fit.slice(0, MOST).map((other) => sayInstead(model, team, value, referenceTo(model, other, team)));
  },
});

/** More than these nobody reads through in a menu. */
const MOST = 3;

/** The nearest team of function marketing above a team; undefined where there is none. */
function marketingAbove(model: Model, team: Element): Element | undefined {
  const above = target(model, team, "reports-to");
  const marketing = above && nearestMarketing(model).get(above);
  return marketing === team ? undefined : marketing;
}

/** For each team that is marketing or has it above, that team. Each is asked once, however long the line is. */
const nearestMarketing = derived((model: Model): ReadonlyMap<Element, Element> => {
  const nearest = new Map<Element, Element>();
  const asked = new Set<Element>();
  for (const team of ofKind(model, "team")) {
    const line: Element[] = [];
    let at: Element | undefined = team;
    for (; at && !asked.has(at); at = target(model, at, "reports-to")) {
      asked.add(at);
      line.push(at);
      if (isMarketing(at)) nearest.set(at, at);
    }
    // Twice, for a line that runs into itself.
    for (const below of [...line.toReversed(), ...line.toReversed()]) {
      const above = target(model, below, "reports-to");
      const marketing = nearest.get(below) ?? (above && nearest.get(above));
      if (marketing) nearest.set(below, marketing);
    }
  }
  return nearest;
});

/** Longer lines nobody follows. */
const FAR = 10;

/** Who reports to whom, from a team up to another: the beginning of it. */
function lineTo(model: Model, team: Element, end: Element | undefined): readonly Relation[] {
  const line: Relation[] = [];
  for (let at = team; at !== end && line.length < FAR;) {
    const step = outgoing(model, at, "reports-to")[0];
    if (!step) break;
    line.push(step);
    at = step.to;
  }
  return line;
}

function isMarketing(team: Element): boolean {
  return wordOf(team, "function") === "marketing";
}

function functionOf(marketing: Element) {
  const message = {
    en: `'${marketing.name}' has the function marketing.`,
    fr: `« ${marketing.name} » a pour fonction le marketing.`,
  };
  const [word] = valuesOf(marketing, "function");
  return { message, site: word ? siteIn(marketing, word) : siteOf(marketing) };
}
