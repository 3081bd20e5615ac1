import { derived, derivedOfEach } from "../model/derived.ts";
import type { Element, Model } from "../model/model.ts";
import {
  edgesOf,
  entitiesOf,
  incoming,
  ofKind,
  ownersOf,
  target,
  targets,
  valuesOf,
  wordOf,
  type Edge,
} from "../model/query.ts";

/** What the rules ask about data on its way. */

/** The flows that carry an entity, by its own name or by its domain's; for a domain those that carry it whole. */
export function flowsCarrying(model: Model, data: Element): readonly Edge[] {
  const index = carrierIndex(model);
  return [data, data.parent].flatMap((written) => (written && index.get(written)) ?? []);
}

/** By what they carry, as it is written: a domain is not taken apart, or the index would outgrow the model. */
const carrierIndex = derived((model: Model): ReadonlyMap<Element, readonly Edge[]> => {
  const index = new Map<Element, Edge[]>();
  for (const edge of edgesOf(model, "flow")) {
    for (const data of new Set(targets(model, edge.element, "carries"))) {
      const known = index.get(data);
      if (known) known.push(edge);
      else index.set(data, [edge]);
    }
  }
  return index;
});

/** All that an entity gets to from its owners, them included, by flows that carry it. */
export const toldByOwner = aboutData((model, data) =>
  spread(ownersOf(model, data), ahead(flowsCarrying(model, data))),
);

/** All from which an entity gets to its owners, them included, by flows that carry it. */
export const tellingOwner = aboutData((model, data) =>
  spread(ownersOf(model, data), back(flowsCarrying(model, data))),
);

/** The entities of a domain, or the domain itself while it has none. */
export function partsOf(data: Element): readonly Element[] {
  const entities = entitiesOf(data);
  return entities.length > 0 ? entities : [data];
}

/** Computed once for each entity of a model that has an owner or a flow of its own, and once for each domain. */
export function aboutData<Value>(compute: (model: Model, data: Element) => Value) {
  const known = derivedOfEach(compute);
  return (model: Model, data: Element): Value => known(model, asOneOf(model, data));
}

/** The domain of an entity that nobody owns or carries by its own name: it is kept and moved as the domain is. */
export function asOneOf(model: Model, data: Element): Element {
  const named = incoming(model, data, "owns").length + incoming(model, data, "carries").length > 0;
  return named || !data.parent ? data : data.parent;
}

type Graph = ReadonlyMap<Element, readonly Edge[]>;

/** Where flows lead to, by where they come from. */
export function ahead(edges: readonly Edge[]): Steps {
  return { graph: byEnd(edges, ({ ends }) => ends.from), step: ({ ends }) => ends.to };
}

/** Where flows come from, by where they lead to. */
export function back(edges: readonly Edge[]): Steps {
  return { graph: byEnd(edges, ({ ends }) => ends.to), step: ({ ends }) => ends.from };
}

interface Steps {
  readonly graph: Graph;
  readonly step: (edge: Edge) => Element;
}

function byEnd(edges: readonly Edge[], endOf: (edge: Edge) => Element): Graph {
  const graph = new Map<Element, Edge[]>();
  for (const edge of edges) {
    const known = graph.get(endOf(edge));
    if (known) known.push(edge);
    else graph.set(endOf(edge), [edge]);
  }
  return graph;
}

/** All that is reached from the starts, them included. */
export function spread(starts: readonly Element[], { graph, step }: Steps): ReadonlySet<Element> {
  const seen = new Set(starts);
  // The set grows while it is walked: what is added is visited too.
  for (const at of seen) for (const edge of graph.get(at) ?? []) seen.add(step(edge));
  return seen;
}

/** What a half-written flow names at one end, while the other names nothing: that is found elsewhere. */
export const halfJoined = derived((model: Model): ReadonlySet<Element> => {
  const written = ofKind(model, "flow").flatMap(({ ends, declaration }) =>
    ends ? [] : (declaration.ends ?? []),
  );
  return new Set(written.flatMap((end) => model.targets.get(end) ?? []));
});

/** Whether somebody has to move the data by hand, or as a file. */
export function isByHand(flow: Element): boolean {
  const mode = wordOf(flow, "mode");
  return mode === "manual" || mode === "file";
}

/** Whether all the teams that a tool or a capability names are known: where one is not, that is found elsewhere. */
export function knowsTeams(model: Model, element: Element): boolean {
  const named = [...valuesOf(element, "accountable"), ...valuesOf(element, "used-by")];
  return named.every((value) => model.targets.has(value));
}

/** The teams that a tool is of: the accountable one, and those that use it. */
export function teamsOf(model: Model, tool: Element): readonly Element[] {
  const accountable = target(model, tool, "accountable");
  return [...new Set([...(accountable ? [accountable] : []), ...targets(model, tool, "used-by")])];
}
