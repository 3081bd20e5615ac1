import type { Element, Model, Relation } from "../model/model.ts";
import type { Edge } from "../model/query.ts";
import { flowLine } from "./flow.ts";
import { lineOf } from "./node.ts";
import type { ViewEdge } from "./view-graph.ts";
import { spelledLine } from "./words.ts";

/** Of several relations between the same two, the strongest is drawn. */
const STRENGTH = ["embodies", "owns", "serves", "writes", "reads", "carries", "accountable", "used-by"];

/** Relations that the styles of their lines tell; all others are labelled with their word. */
const SPEAKING = new Set(["embodies", "owns", "serves"]);

/** The lines of a free graph: every relation, flow and value between two elements that are shown. */
export function customEdges(
  model: Model,
  shown: readonly Element[],
  walls: ReadonlySet<Element>,
): readonly ViewEdge[] {
  const drawn = new Set(shown);
  const isDrawn = (element: Element): boolean => drawn.has(element) && element.ends === undefined;
  const relations = model.relations.filter(({ from, to }) => isDrawn(from) && isDrawn(to) && from !== to);
  const flows = shown.filter(
    ({ ends }) => ends && ends.from !== ends.to && isDrawn(ends.from) && isDrawn(ends.to),
  );
  const { locale } = model.project.settings;
  return [
    ...strongest(relations.filter((relation) => !isInside(relation, walls))).map(({ type, from, to }) => ({
      ...lineOf(type, from.name, to.name),
      label: SPEAKING.has(type) ? "" : spelledLine(type, locale),
    })),
    ...flows.flatMap((flow) => (flow.ends ? [edgeLine(model, { element: flow, ends: flow.ends })] : [])),
  ];
}

function edgeLine(model: Model, edge: Edge): ViewEdge {
  const { element, ends } = edge;
  if (element.kind.name === "flow") return flowLine(model, edge);
  return {
    ...lineOf(element.kind.name, ends.from.name, ends.to.name),
    id: element.name,
    label: element.title ?? "",
  };
}

/** A wall around a room says that they belong together. */
function isInside({ from, to }: Relation, walls: ReadonlySet<Element>): boolean {
  return (from.parent === to && walls.has(to)) || (to.parent === from && walls.has(from));
}

function strongest(relations: readonly Relation[]): readonly Relation[] {
  const best = new Map<string, Relation>();
  for (const relation of relations) {
    const key = `${relation.from.name} ${relation.to.name}`;
    const known = best.get(key);
    if (!known || strength(relation) < strength(known)) best.set(key, relation);
  }
  return [...best.values()];
}

function strength({ type }: Relation): number {
  const index = STRENGTH.indexOf(type);
  return index < 0 ? STRENGTH.length : index;
}
