import type { Element, Model } from "../model/model.ts";
import { incoming, isCore, ofKind, ownersOf } from "../model/query.ts";
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
