import { addValue, appendStatement } from "../model/edit.ts";
import type { Element, Model, Relation } from "../model/model.ts";
import {
  edgesOf,
  elementOf,
  entitiesOf,
  holdsOf,
  holdsPersonal,
  outgoing,
  ownersOf,
  toolsThere,
  wordOf,
} from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import { flowsCarrying, tellingOwner } from "./flows.ts";
import { defineRule, MOST_RELATED, type Fix } from "./rule.ts";
import page from "./write-bypasses-owner.md";
import { namesOf, quoted } from "./words.ts";

export const writeBypassesOwner = defineRule({
  name: "write-bypasses-owner",
  severity: "warning",
  page,
  messages: {
    bypasses: (tool, data, owners) => ({
      en: `'${tool}' writes ${quoted(data, "en")}, and no flow tells ${quoted(owners, "en")}: the system of record is the last to know. Declare a flow that carries it there, or write it in the owner.`,
      fr: `« ${tool} » écrit ${quoted(data, "fr")}, et aucun flux n'en informe ${quoted(owners, "fr")} : le référentiel est le dernier à savoir. Déclarez un flux qui l'y porte, ou faites l'écriture dans le référentiel.`,
    }),
  },
  check: (model, report) => {
    for (const tool of toolsThere(model)) {
      for (const relation of outgoing(model, tool, "writes")) {
        const lost = lostWrites(model, relation);
        if (lost.length === 0) continue;
        const owners = lost.flatMap((entity) => ownersOf(model, entity));
        const related = claimsOn(model, lost).map(ownedHere);
        const known = [tool.name, relation.to.name];
        const at = { element: tool, site: relation.site, related, known };
        report(at, "bypasses", tool.name, namesOf(lost), namesOf(owners));
      }
    }
  },
  fixes: (finding, model) => {
    const tool = elementOf(model, finding);
    const relation =
      tool && outgoing(model, tool, "writes").find(({ site }) => site.span === finding.site.span);
    const owner = relation && lostWrites(model, relation).flatMap((entity) => ownersOf(model, entity))[0];
    if (!tool || !relation || !owner) return [];
    const between = edgesOf(model, "flow").find(({ ends }) => ends.from === tool && ends.to === owner);
    return [between ? carryToo(model, between.element, relation.to) : declareFlow(model, relation, owner)];
  },
});

/** A flow that goes there already takes the data along: a second one between the same two would be its twin. */
function carryToo(model: Model, flow: Element, data: Element): Fix {
  const carried = referenceTo(model, data, flow);
  return {
    title: {
      en: `Let '${flow.name}' carry '${data.name}' too`,
      fr: `Ajouter « ${data.name} » à ce que porte « ${flow.name} »`,
    },
    edits: [addValue(model, flow, "carries", carried)],
  };
}

/** Personal data goes on the legal basis on which it came, where all agree on that; else the author has to say it. */
function declareFlow(model: Model, { from: tool, to: data }: Relation, owner: Element): Fix {
  const name = (element: Element) => referenceTo(model, element, tool);
  const flow = `flow ${name(tool)} -> ${name(owner)}`;
  const bases = new Set(flowsCarrying(model, data).map(({ element }) => wordOf(element, "basis")));
  const [basis] = holdsPersonal(data) && bases.size === 1 ? bases : [];
  const lines = [`${flow} {`, `  carries ${name(data)}`, ...(basis ? [`  basis ${basis}`] : []), "}"];
  return {
    title: { en: `Declare '${flow}'`, fr: `Déclarer « ${flow} »` },
    edits: [appendStatement(model, tool.path, lines.join("\n"))],
  };
}

/** Where the first of these entities are owned. */
function claimsOn(model: Model, entities: readonly Element[]): readonly Relation[] {
  const claims = new Set<Relation>();
  for (const entity of entities) {
    for (const claim of holdsOf(model, entity, "owns")) claims.add(claim);
    if (claims.size >= MOST_RELATED) break;
  }
  return [...claims];
}

function ownedHere({ from, site }: Relation) {
  const message = { en: `'${from.name}' owns it here.`, fr: `« ${from.name} » le possède ici.` };
  return { message, site };
}

/** The entities that a tool writes and whose owner never learns of it. Where nobody owns one, that is said elsewhere. */
function lostWrites(model: Model, { from: tool, to }: Relation): readonly Element[] {
  return entitiesOf(to).filter((entity) => {
    return ownersOf(model, entity).length > 0 && !tellingOwner(model, entity).has(tool);
  });
}
