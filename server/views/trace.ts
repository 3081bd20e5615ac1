import type { Element, Model } from "../model/model.ts";
import { belowOf, reasonsOf } from "../model/reasons.ts";
import { centred, lineOf, type ViewFinding } from "./node.ts";
import { storeysOf, type Named } from "./storeys.ts";
import type { ViewEdge, ViewGraph } from "./view-graph.ts";

/**
 * The way from an element up to the mission that it is there for, and down to all that is there for it, each step with the
 * line that makes it one.
 */
export function trace(
  model: Model,
  findings: readonly ViewFinding[],
  element: Element,
  named: Named,
): ViewGraph {
  const above = reached(element, (one) => reasonsOf(model, one));
  const below = reached(element, (one) => belowOf(model, one));
  const shown = new Set([...above, ...below]);
  const steps = [...shown].flatMap((from) => reasonsOf(model, from).map((to) => ({ from, to })));
  const drawn = steps.filter(({ from, to }) => from !== to && shown.has(to));
  const lines = drawn.flatMap(({ from, to }) => stepLine(model, from, to));
  // Of two who are there for each other because of one relation there is one line.
  const once = new Map(lines.map((line) => [line.id, line]));
  const graph = storeysOf(model, findings, {
    ...named,
    shows: (one) => shown.has(one),
    lines: [...once.values()],
  });
  return { ...graph, nodes: centred(graph.nodes, element) };
}

/** All that some steps lead to, the start too. */
function reached(start: Element, next: (element: Element) => readonly Element[]): ReadonlySet<Element> {
  const seen = new Set([start]);
  for (const element of seen) for (const other of next(element)) seen.add(other);
  return seen;
}

/** The relation between an element and a reason of it, as it was written; none between an entity and its domain. */
function stepLine(model: Model, element: Element, reason: Element): readonly ViewEdge[] {
  const own = model.outgoing.get(element)?.find(({ to }) => to === reason);
  const other = model.incoming.get(element)?.find(({ from }) => from === reason);
  const relation = own ?? other;
  if (!relation) return [];
  return [lineOf(relation.type, relation.from.name, relation.to.name)];
}
