import { appendStatement } from "../model/edit.ts";
import type { Element, Model, Relation } from "../model/model.ts";
import { elementOf, entitiesOf, holdsOf, outgoing, ownersOf, toolsThere } from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import { tellingOwner } from "./flows.ts";
import { defineRule } from "./rule.ts";
import page from "./write-bypasses-owner.md";
import { namesOf, quoted } from "./words.ts";

export const writeBypassesOwner = defineRule({
  name: "write-bypasses-owner",
  severity: "warning",
  page,
  messages: {
    bypasses: (tool, data, owners) => ({
      en: `'${tool}' writes ${quoted(data, "en")}, and no flow tells ${quoted(owners, "en")}, which owns it: the system of record is the last to know. Declare a flow that carries it there, or write it in the owner.`,
      fr: `« ${tool} » écrit ${quoted(data, "fr")}, et aucun flux ne le dit à ${quoted(owners, "fr")}, qui le possède : le référentiel est le dernier à savoir. Déclarez un flux qui l'y porte, ou écrivez chez le propriétaire.`,
    }),
  },
  check: (model, report) => {
    for (const tool of toolsThere(model)) {
      for (const relation of outgoing(model, tool, "writes")) {
        const lost = lostWrites(model, relation);
        if (lost.length === 0) continue;
        const owners = lost.flatMap((entity) => ownersOf(model, entity));
        const claims = new Set(lost.flatMap((entity) => holdsOf(model, entity, "owns")));
        const related = [...claims].slice(0, MOST).map(ownedHere);
        const at = { element: tool, site: relation.site, related };
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
    const name = (element: Element) => referenceTo(model, element, tool);
    const flow = `flow ${name(tool)} -> ${name(owner)}`;
    return [
      {
        title: { en: `Declare '${flow}'`, fr: `Déclarer « ${flow} »` },
        edits: [appendStatement(model, tool.path, `${flow} {\n  carries ${name(relation.to)}\n}`)],
      },
    ];
  },
});

/** More places than these nobody follows. */
const MOST = 10;

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
