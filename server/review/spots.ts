import type { Finding } from "../../grammar/finding.ts";
import type { Span } from "../../grammar/text.ts";
import { locate } from "../model/edit.ts";
import { nameSite } from "../model/mentions.ts";
import { siteIn, type Element } from "../model/model.ts";
import type { RelationChange } from "./changes.ts";
import type { States } from "./meaning/telling.ts";
import type { PolicyChange } from "./reviewed.ts";

/** A stretch of a file of one of the sides. */
export interface Spot {
  readonly path: string;
  readonly span: Span;
}

/** Where a thing is written: on both sides, on one, or on none. */
export interface Spots {
  readonly base?: Spot | undefined;
  readonly head?: Spot | undefined;
}

/** Where the first of some names is written, on each side. */
export function spotsOfAny({ base, head, before }: States, names: readonly string[]): Spots {
  for (const name of names) {
    const now = head.model.byName.get(name);
    const old = (now && before(now)) ?? base.model.byName.get(name);
    if (!old && !now) continue;
    return { base: old && nameSpot(base.model, old), head: now && nameSpot(head.model, now) };
  }
  return {};
}

/** Where a relation is written, or would be: on the side or sides that the element at its start is of. */
export function relationSpots(
  { base, head, now, before }: States,
  { change, source, type }: RelationChange,
): Spots {
  const isOld = change === "removed";
  const old = isOld ? source : before(source);
  const current = isOld ? now(source) : source;
  return {
    base: old && (propertySpot(base.model, old, type) ?? nameSpot(base.model, old)),
    head: current && (propertySpot(head.model, current, type) ?? nameSpot(head.model, current)),
  };
}

type Model = States["base"]["model"];

/** Where an element has its name. */
export function nameSpot(model: Model, element: Element): Spot {
  return { path: element.path, span: locate(model, nameSite(element)) };
}

/** Where an element says something; undefined where it does not. */
export function propertySpot(model: Model, element: Element, name: string): Spot | undefined {
  const { declaration, path } = element;
  const part =
    name === "title"
      ? declaration.title
      : name === "flags"
        ? declaration.flags[0]
        : declaration.properties.get(name);
  return part && { path, span: locate(model, siteIn(element, part)) };
}

/** Where the policy of a side speaks of a rule, or where the rule itself is said. */
export function policySpot({ model }: States["base"], { rule }: PolicyChange): Spot | undefined {
  const placed = model.policy.find(({ line }) => line.rule.text === rule);
  if (placed) {
    const { path, line } = placed;
    return { path, span: locate(model, { path, top: line.top, span: line.span }) };
  }
  const own = rule === undefined ? undefined : model.byName.get(rule);
  return own && nameSpot(model, own);
}

/** Where a finding stands. */
export function findingSpot({ model }: States["base"], { site }: Finding): Spot {
  return { path: site.path, span: locate(model, site) };
}
