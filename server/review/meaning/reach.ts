import type { Element, Model } from "../../model/model.ts";
import { holdsOf, isPersonal, ofKind, target, targets, valuesOf } from "../../model/query.ts";
import { flowsCarrying } from "../../rules/flows.ts";
import { nowOf, type States } from "./telling.ts";

/** Where data about people is, and where it was: by the entity, under the names of today. */
export interface Reach {
  readonly entity: Element;
  readonly holders: ReadonlySet<Element>;
  readonly vendors: ReadonlySet<Element>;
  readonly countries: ReadonlySet<string>;
  /** The same of yesterday, whether or not it said then that it was about people. */
  readonly before: Known;
}

export type Known = Pick<Reach, "holders" | "vendors" | "countries">;

export function reachesOf(states: States): readonly Reach[] {
  const { head } = states;
  return ofKind(head.model, "entity")
    .filter(isPersonal)
    .map((entity) => ({ entity, ...whereIs(head.model, entity), before: before(states, entity) }));
}

/** An entity that is new was where the data about people next to it was. */
function before(states: States, entity: Element): Known {
  const old = states.before(entity);
  const domain = entity.parent && states.before(entity.parent);
  const known = old ? [old] : (domain?.members.filter(isPersonal) ?? []);
  const places = known.map((one) => whereIs(states.base.model, one));
  return {
    holders: nowOf(
      states,
      places.flatMap(({ holders }) => [...holders]),
    ),
    vendors: nowOf(
      states,
      places.flatMap(({ vendors }) => [...vendors]),
    ),
    countries: new Set(places.flatMap(({ countries }) => [...countries])),
  };
}

function whereIs(model: Model, entity: Element): Known {
  const holders = holdersOf(model, entity);
  const tools = [...holders].filter(({ kind }) => kind.name === "tool");
  const vendors = [...holders].filter(({ kind }) => kind.name === "vendor");
  return {
    holders,
    vendors: new Set([...vendors, ...tools.flatMap((tool) => target(model, tool, "vendor") ?? [])]),
    countries: new Set(tools.flatMap(countriesOf)),
  };
}

export function countriesOf(tool: Element): readonly string[] {
  return valuesOf(tool, "hosting").map(({ text }) => text);
}

/** Tools that own, write or read it, and whoever is sent it, but for those whom it is about. */
function holdersOf(model: Model, entity: Element): ReadonlySet<Element> {
  const about = new Set(entity.parent ? targets(model, entity.parent, "about") : []);
  const held = (["owns", "writes", "reads"] as const).flatMap((type) => holdsOf(model, entity, type));
  const sent = flowsCarrying(model, entity).filter(({ element }) => !element.flags.has("anonymised"));
  const ends = [...held.map(({ from }) => from), ...sent.map(({ ends: { to } }) => to)];
  return new Set(ends.filter((end) => !about.has(end)));
}
