import type { Element, Model } from "../model/model.ts";
import { ofKind } from "../model/query.ts";
import { customEdges } from "./custom-edges.ts";
import { graphOf, wallsAmong } from "./graph.ts";
import type { ViewFinding } from "./node.ts";
import type { Named } from "./storeys.ts";
import type { ViewGraph } from "./view-graph.ts";

/** What stands at most so many steps from an element, one unless it says otherwise, and what is between them. */
export function around(
  model: Model,
  findings: readonly ViewFinding[],
  centre: Element,
  { depth, ...named }: Named & { readonly depth?: number },
): ViewGraph {
  const ends = centre.ends ? [centre.ends.from, centre.ends.to] : [];
  const near = nearTo(model, [centre, ...ends], centre.ends ? 0 : depth);
  const shown = model.elements.filter((element) => near.has(element));
  const elements = shown.filter((element) => element.ends === undefined);
  return graphOf(model, findings, {
    ...named,
    direction: "down",
    elements,
    lines: customEdges(model, shown, wallsAmong(elements)),
    groupOf: () => undefined,
  });
}

/** What is at most so many steps from some elements, themselves too; one step unless it says otherwise. */
export function nearTo(model: Model, centre: readonly Element[], depth = 1): ReadonlySet<Element> {
  const flows = flowsBeside(model);
  const seen = new Set(centre);
  let edge = centre;
  for (let left = depth; left > 0 && edge.length > 0; left--) {
    const next = edge.flatMap((element) => [...relatedTo(model, element), ...(flows.get(element) ?? [])]);
    edge = [...new Set(next)].filter((it) => isDrawn(it) && !seen.has(it));
    for (const element of edge) seen.add(element);
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

function isDrawn({ kind }: Element): boolean {
  return kind.storey !== "meta" && kind.name !== "attribute";
}
