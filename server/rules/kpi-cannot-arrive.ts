import type { Locale } from "../../grammar/finding.ts";
import { addValue, appendStatement } from "../model/edit.ts";
import { siteIn, siteOf, type Element, type Model } from "../model/model.ts";
import {
  elementOf,
  holdsPersonal,
  isThere,
  ofKind,
  outgoing,
  ownersOf,
  says,
  target,
  targets,
  valuesOf,
} from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import { asOneOf, partsOf, toldByOwner } from "./flows.ts";
import { groupBy } from "./group.ts";
import page from "./kpi-cannot-arrive.md";
import { placesOf } from "./related.ts";
import { defineRule, type Fix, type Found } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const kpiCannotArrive = defineRule({
  name: "kpi-cannot-arrive",
  severity: "warning",
  page,
  messages: {
    cannot: (kpi, tool, data, owners) => ({
      en: `'${kpi}' is read in '${tool}', and no flow brings ${quoted(data, "en")} there from ${quoted(owners, "en")}: the figure is made of something else. Declare the flows that carry the data, or deliver it with a tool that has it.`,
      fr: `« ${kpi} » se lit dans « ${tool} », et aucun flux n'y amène ${quoted(data, "fr")} depuis ${quoted(owners, "fr")} : le chiffre est fait d'autre chose. Déclarez les flux qui portent la donnée, ou livrez-le avec un outil qui l'a.`,
    }),
  },
  check: (model, report) => {
    for (const kpi of ofKind(model, "kpi")) {
      const delivery = outgoing(model, kpi, "delivered-by")[0];
      if (!delivery) continue;
      const { to: tool, site } = delivery;
      const lost = lostFor(model, kpi, tool);
      if (lost.length === 0) continue;
      const owners = new Set(lost.flatMap((data) => ownersOf(model, data)));
      const related = [
        ...absent(tool),
        ...placesOf(owners, (owner) => ({
          message: { en: `'${owner.name}' owns it.`, fr: `« ${owner.name} » en est propriétaire.` },
          site: siteOf(owner),
        })),
      ];
      report({ element: kpi, site, related }, "cannot", kpi.name, tool.name, namesOf(lost), namesOf(owners));
    }
  },
  fixes: (finding, model) => {
    const kpi = elementOf(model, finding);
    const tool = kpi && target(model, kpi, "delivered-by");
    if (!tool || !isThere(tool)) return [];
    return bring(model, kpi, tool);
  },
});

/** The data of a KPI that somebody keeps and that never gets to the tool. Where nobody does, that is said elsewhere. */
function lostFor(model: Model, kpi: Element, tool: Element): readonly Element[] {
  const data = new Set(targets(model, kpi, "from").flatMap(partsOf));
  return [...data].filter((it) => {
    const one = asOneOf(model, it);
    return ownersOf(model, one).length > 0 && !toldByOwner(model, one).has(tool);
  });
}

/** Flows to a tool that is not there carry nothing. */
function absent(tool: Element): Found["related"] {
  const [status] = valuesOf(tool, "status");
  if (!status || isThere(tool)) return [];
  const message = {
    en: `'${tool.name}' is ${status.text}: nothing flows there today.`,
    fr: `« ${tool.name} » a pour statut « ${status.text} » : rien n'y arrive aujourd'hui.`,
  };
  return [{ message, site: siteIn(tool, status) }];
}

/** Flows from the owners to the tool, or more for those that are there to carry. */
function bring(model: Model, kpi: Element, tool: Element): readonly Fix[] {
  const lost = lostFor(model, kpi, tool);
  const byOwner = groupBy(lost, (data) => ownersOf(model, data)[0]);
  const ways = [...byOwner].map(([owner, data]) => {
    const flow = ofKind(model, "flow").find(({ ends }) => ends?.from === owner && ends.to === tool);
    return { owner, flow, data: inShort(model, kpi, data) };
  });
  // Who carries people's data along with something else has to say by what right: that is not for us to say.
  if (ways.some(({ flow, data }) => flow && data.some(holdsPersonal) && !mayCarryPeople(flow))) return [];
  const steps = ways.map(({ owner, flow, data }) =>
    flow ? carryMore(model, flow, data) : declareFlow(model, kpi, { owner, tool, data }),
  );
  const title = (locale: Locale) => steps.map((step) => step.title[locale]).join("; ");
  return [{ title: { en: title("en"), fr: title("fr") }, edits: steps.flatMap(({ edits }) => edits) }];
}

/** The lost data as the KPI names it where it is lost whole. */
function inShort(model: Model, kpi: Element, lost: readonly Element[]): readonly Element[] {
  const named = targets(model, kpi, "from").filter((data) => partsOf(data).every((it) => lost.includes(it)));
  const covered = new Set(named.flatMap(partsOf));
  return [...new Set([...named, ...lost.filter((data) => !covered.has(data))])];
}

function mayCarryPeople(flow: Element): boolean {
  return flow.flags.has("anonymised") || says(flow, "basis");
}

function carryMore(model: Model, flow: Element, data: readonly Element[]): Fix {
  const names = data.map((it) => referenceTo(model, it, flow)).join(", ");
  return {
    title: {
      en: `Let '${flow.name}' carry '${names}'`,
      fr: `Faire transporter « ${names} » par « ${flow.name} »`,
    },
    edits: [addValue(model, flow, "carries", names)],
  };
}

interface Way {
  readonly owner: Element;
  readonly tool: Element;
  readonly data: readonly Element[];
}

/** A figure needs no names: what is personal goes anonymised. */
function declareFlow(model: Model, kpi: Element, { owner, tool, data }: Way): Fix {
  const flag = data.some(holdsPersonal) ? " anonymised" : "";
  const flow = `flow ${referenceTo(model, owner, kpi)} -> ${referenceTo(model, tool, kpi)}${flag}`;
  const carries = `carries ${data.map((it) => referenceTo(model, it, kpi)).join(", ")}`;
  return {
    title: { en: `Declare '${flow} { ${carries} }'`, fr: `Déclarer « ${flow} { ${carries} } »` },
    edits: [appendStatement(model, kpi.path, `${flow} {\n  ${carries}\n}`)],
  };
}
