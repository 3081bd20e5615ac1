import { derivedOfEach } from "../model/derived.ts";
import type { Model, Element, Relation } from "../model/model.ts";
import {
  elementOf,
  holdsOf,
  incoming,
  ofKind,
  ownersOf,
  says,
  toolsThere,
  wordOf,
  wordsOf,
} from "../model/query.ts";
import { asOneOf } from "./flows.ts";
import { placesOf } from "./related.ts";
import { nameOneOf } from "./repair.ts";
import { defineRule } from "./rule.ts";
import page from "./unreconciled-entity.md";
import { namesOf, quoted } from "./words.ts";

export const unreconciledEntity = defineRule({
  name: "unreconciled-entity",
  severity: "warning",
  starter: true,
  page,
  messages: {
    tools: (entity, tools) => ({
      en: `${quoted(tools, "en")} write '${entity}', and nothing makes one record of what they write: the same thing is counted twice, or half. Name what does, with 'reconciled-by'.`,
      fr: `${quoted(tools, "fr")} écrivent « ${entity} », et rien ne fait une seule fiche de ce qu'ils écrivent : la même chose est comptée deux fois, ou à moitié. Nommez ce qui les réconcilie, avec « reconciled-by ».`,
    }),
    channels: (entity, tool) => ({
      en: `'${tool}' writes '${entity}' both from a digital and from a physical channel, and nothing makes one record of the two: the person on the site and the person in the store stay strangers. Name what does, with 'reconciled-by'.`,
      fr: `« ${tool} » écrit « ${entity} » depuis un canal numérique et depuis un canal physique, et rien n'en fait une seule fiche : la personne du site et celle du magasin ne se connaissent pas. Nommez ce qui les réconcilie, avec « reconciled-by ».`,
    }),
  },
  check: (model, report) => {
    for (const entity of ofKind(model, "entity")) {
      if (!isUnreconciled(model, entity)) continue;
      const { relations, tools } = writingOf(model, entity);
      const at = { element: entity, related: placesOf(relations, writesHere) };
      if (tools.length > 1) report(at, "tools", entity.name, namesOf(tools));
      else report(at, "channels", entity.name, namesOf(tools));
    }
  },
  fixes: (finding, model) => {
    const entity = elementOf(model, finding);
    return entity ? nameOneOf(model, entity, "reconciled-by", reconcilersOf(model, entity)) : [];
  },
});

/** Who could make one record of an entity: its owner, else a tool that is made for it. */
export function reconcilersOf(model: Model, entity: Element): readonly Element[] {
  const made = toolsThere(model).filter((tool) => MADE_FOR_IT.includes(wordOf(tool, "category") ?? ""));
  return [...ownersOf(model, entity), ...made];
}

const MADE_FOR_IT = ["mdm", "identity", "quality"];

/** Whether several records of one thing come about, and nothing makes one of them. Where nobody owns it, that is said. */
export function isUnreconciled(model: Model, entity: Element): boolean {
  if (says(entity, "reconciled-by") || ownersOf(model, asOneOf(model, entity)).length === 0) return false;
  return isWrittenApart(model, entity);
}

/** Whether several tools write an entity, or one does from both channels: there are several records of one thing. */
export function isWrittenApart(model: Model, entity: Element): boolean {
  const { tools } = writingOf(model, entity);
  return tools.length > 1 || new Set(tools.flatMap((tool) => wordsOf(tool, "channel"))).size > 1;
}

/** Who writes an entity: the same as its whole domain, where nobody writes it by its own name. */
function writingOf(model: Model, entity: Element) {
  const isNamed = incoming(model, entity, "writes").length > 0;
  return knownWriting(model, isNamed || !entity.parent ? entity : entity.parent);
}

const knownWriting = derivedOfEach((model: Model, data: Element) => {
  const relations = holdsOf(model, data, "writes");
  return { relations, tools: [...new Set(relations.map(({ from }) => from))] };
});

function writesHere({ from, site }: Relation) {
  const message = { en: `'${from.name}' writes it here.`, fr: `« ${from.name} » l'écrit ici.` };
  return { message, site };
}
