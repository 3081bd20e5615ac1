import type { Element, Model } from "../model/model.ts";
import { isLoose, ofKind } from "../model/query.ts";
import { customEdges } from "./custom-edges.ts";
import { graphOf, wallsAmong } from "./graph.ts";
import { centred, type ViewFinding } from "./node.ts";
import { storeysOf, type Named } from "./storeys.ts";
import type { ViewEdge, ViewGraph } from "./view-graph.ts";

/** What stands at most so many steps from an element, one unless it says otherwise, and what is between them. */
export function around(
  model: Model,
  findings: readonly ViewFinding[],
  centre: Element,
  { depth = 1, ...named }: Named & { readonly depth?: number },
): ViewGraph {
  // What flows between two is around both; what is in a domain is a part of it.
  const own = centre.ends ? [centre, centre.ends.from, centre.ends.to] : [centre, ...entitiesIn(centre)];
  const steps = stepsTo(model, own, centre.ends ? 0 : depth);
  const shown = model.elements.filter((element) => steps.has(element));
  const elements = shown.filter((element) => element.ends === undefined);
  if (elements.length > MOST_BESIDE) return house(model, findings, centre, steps, named);
  const isHub = hubOf([centre], elements) !== undefined;
  const graph = graphOf(model, findings, {
    ...named,
    direction: "right",
    elements,
    isFlat: isHub,
    lines: customEdges(model, shown, isHub ? new Set() : wallsAmong(elements)).filter((line) =>
      isWithin(model, line, steps, depth),
    ),
    groupOf: () => undefined,
  });
  return { ...centred(graph, centre), ...(isHub ? { layout: "hub" } : {}) };
}

/**
 * As many as make a house stand where they stand in it, with the lines that tell its story, and all that lead to or from
 * the one that is asked for: all lines between so many could not be followed by anybody.
 */
function house(
  model: Model,
  findings: readonly ViewFinding[],
  centre: Element,
  steps: ReadonlyMap<Element, number>,
  named: Named,
): ViewGraph {
  const elements = [...steps.keys()];
  const own = customEdges(model, elements, new Set()).filter(({ from, to }) =>
    [from, to].includes(centre.name),
  );
  const graph = storeysOf(model, findings, { ...named, shows: (element) => steps.has(element), more: own });
  return centred(graph, centre);
}

/** What stands in the middle of what is around it alone; undefined where that is not one shape, or is too much. */
export function hubOf(centre: readonly Element[], elements: readonly Element[]): Element | undefined {
  const [hub] = centre;
  return hub && centre.length === 1 && isOneShape(hub) && elements.length <= MOST_BESIDE ? hub : undefined;
}

/** Neither a wall with its rooms, nor a room in one, nor what goes between two. */
function isOneShape(centre: Element): boolean {
  const isRoom = centre.kind.name === "entity" && centre.parent !== undefined;
  return !centre.ends && !isRoom && entitiesIn(centre).length === 0;
}

/** More than this beside one shape are better read as a house. */
const MOST_BESIDE = 40;

function entitiesIn({ kind, members }: Element): readonly Element[] {
  return kind.name === "domain" ? members.filter((member) => member.kind.name === "entity") : [];
}

/** Lines between two that are both as far away as anything is tell nothing of the centre, and are left out. */
function isWithin(
  model: Model,
  { from, to }: ViewEdge,
  steps: ReadonlyMap<Element, number>,
  depth: number,
): boolean {
  const far = (name: string): number => {
    const element = model.byName.get(name);
    return (element && steps.get(element)) ?? 0;
  };
  return depth === 0 || far(from) < depth || far(to) < depth;
}

/** What is at most so many steps from some elements, themselves too; one step unless it says otherwise. */
export function nearTo(model: Model, centre: readonly Element[], depth = 1): ReadonlySet<Element> {
  return new Set(stepsTo(model, centre, depth).keys());
}

/** How many steps it is to each of them. */
function stepsTo(model: Model, centre: readonly Element[], depth: number): ReadonlyMap<Element, number> {
  const flows = flowsBeside(model);
  const seen = new Map(centre.map((element) => [element, 0]));
  let edge = centre;
  for (let step = 1; step <= depth && edge.length > 0; step++) {
    const next = edge.flatMap((element) => [...relatedTo(model, element), ...(flows.get(element) ?? [])]);
    edge = [...new Set(next)].filter((it) => isDrawn(it) && !seen.has(it));
    for (const element of edge) seen.set(element, step);
  }
  return seen;
}

/** Over a flow one is in one step, and with the flow itself. */
function flowsBeside(model: Model): ReadonlyMap<Element, readonly Element[]> {
  const beside = new Map<Element, Element[]>();
  const add = (from: Element, ...to: readonly Element[]): void => {
    const known = beside.get(from) ?? [];
    known.push(...to);
    beside.set(from, known);
  };
  for (const flow of [...ofKind(model, "flow"), ...ofKind(model, "value")]) {
    if (!flow.ends) continue;
    add(flow.ends.from, flow, flow.ends.to);
    add(flow.ends.to, flow, flow.ends.from);
  }
  return beside;
}

/** What an element is related to, in either direction, and what it stands in or holds. */
function relatedTo(model: Model, element: Element): readonly Element[] {
  return [
    ...(model.outgoing.get(element) ?? []).map(({ to }) => to),
    ...(model.incoming.get(element) ?? []).map(({ from }) => from),
    ...element.members,
    ...(element.parent ? [element.parent] : []),
  ];
}

function isDrawn(element: Element): boolean {
  const { kind } = element;
  return kind.storey !== "meta" && kind.name !== "attribute" && !isLoose(element);
}
