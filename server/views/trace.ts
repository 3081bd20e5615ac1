import type { Element, Model } from "../model/model.ts";
import { belowOf, reasonsOf } from "../model/reasons.ts";
import { graphOf } from "./graph.ts";
import { centred, lineOf, type ViewFinding } from "./node.ts";
import { storeysOf, type Named } from "./storeys.ts";
import type { ViewEdge, ViewGraph } from "./view-graph.ts";

/**
 * The way from an element up to the mission that it is there for, and down to all that is there for it, each step with the
 * line that makes it one, but for teams and vendors where there are many.
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
  const found = drawn.flatMap(({ from, to }) => stepLine(model, from, to));
  // Of two who are there for each other because of one relation there is one line.
  const once = new Map(found.map((line) => [line.id, line]));
  const lines = [...once.values()];
  const elements = model.elements.filter((one) => shown.has(one) && isDrawn(one));
  const shows = (one: Element): boolean => shown.has(one);
  const graph =
    elements.length > MANY
      ? storeysOf(model, findings, { ...named, shows, lines: lines.filter(({ type }) => !ASIDE.has(type)) })
      : graphOf(model, findings, { ...named, direction: "down", elements, lines, groupOf: () => undefined });
  return centred(graph, element);
}

/**
 * A way through more elements than this is told by their storeys. Of fewer it is drawn step above step, since most steps
 * lead past a storey, and lines that have to go around one are the longest there are.
 */
const MANY = 24;

/** Who has to do with it, and where it comes from: among many elements these lines join everything with everything. */
const ASIDE: ReadonlySet<string> = new Set([
  "accountable",
  "architects",
  "audience",
  "reports-to",
  "used-by",
  "vendor",
]);

function isDrawn({ kind }: Element): boolean {
  return kind.ends === undefined && kind.storey !== "meta" && kind.name !== "attribute";
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
