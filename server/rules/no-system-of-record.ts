import { addValue } from "../model/edit.ts";
import type { Element, Model } from "../model/model.ts";
import { elementOf, incoming, isCore, ofKind, ownersOf } from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import { keeperFor } from "./keeper.ts";
import page from "./no-system-of-record.md";
import { defineRule } from "./rule.ts";

export const noSystemOfRecord = defineRule({
  name: "no-system-of-record",
  severity: "warning",
  starter: true,
  page,
  messages: {
    nobody: (entity) => ({
      en: `No tool owns '${entity}', which is core: everybody keeps a copy, and no copy is the right one. Name its system of record, with 'owns' in a tool.`,
      fr: `Aucun outil ne possède « ${entity} », qui est au cœur de l'entreprise : chacun en garde une copie, et aucune ne fait foi. Désignez son référentiel, avec « owns » dans un outil.`,
    }),
  },
  check: (model, report) => {
    for (const entity of ofKind(model, "entity")) {
      if (!isCore(entity) || ownersOf(model, entity).length > 0) continue;
      report({ element: entity, related: notNow(model, entity) }, "nobody", entity.name);
    }
  },
  fixes: (finding, model) => {
    const entity = elementOf(model, finding);
    const keeper = entity && keeperFor(model, entity);
    if (!entity || !keeper) return [];
    const title = {
      en: `Let '${keeper.name}' own '${entity.name}'`,
      fr: `Confier « ${entity.name} » à « ${keeper.name} »`,
    };
    return [{ title, edits: [addValue(model, keeper, "owns", referenceTo(model, entity, keeper))] }];
  },
});

/** The tools that would own it, were they there. */
function notNow(model: Model, entity: Element) {
  const claims = [entity, entity.parent].flatMap((data) => (data ? incoming(model, data, "owns") : []));
  return claims.map(({ from: tool, site }) => ({
    message: {
      en: `'${tool.name}' says that it owns it, and is planned or retired.`,
      fr: `« ${tool.name} » dit le posséder, mais il est prévu ou retiré.`,
    },
    site,
  }));
}
