import type { Element, Model } from "../model/model.ts";
import {
  detailOf,
  foundOn,
  foundOnLines,
  furnished,
  joined,
  marksOf,
  nodeOf,
  storeyOf,
  type ViewFinding,
} from "./node.ts";
import type { Named } from "./storeys.ts";
import type { Frame, ViewEdge, ViewGraph, ViewGroup } from "./view-graph.ts";
import { groupWords } from "./words.ts";

/** What a free graph shows. */
export interface Plan extends Named {
  readonly direction: ViewGraph["direction"];
  /** What has a shape: a domain, with entities of its own in the list, is a wall around these. */
  readonly elements: readonly Element[];
  /** A domain is a shape like any other then, and so are its entities. */
  readonly isFlat?: boolean;
  readonly lines: readonly ViewEdge[];
  /** The group that an element stands in, but for an entity in its domain; undefined for the open floor. */
  readonly groupOf: (element: Element) => ViewGroup | undefined;
}

/** A free graph, before anybody has thought about where: shapes in groups, and lines between them. */
export function graphOf(model: Model, findings: readonly ViewFinding[], plan: Plan): ViewGraph {
  const { elements, lines } = plan;
  const { locale } = model.project.settings;
  const walls = plan.isFlat ? new Set<Element>() : wallsAmong(elements);
  const drawn = new Set([...elements.map(({ name }) => name), ...lines.map(({ id }) => id)]);
  const found = foundOn(model, findings, (name) => drawn.has(name));
  const onLines = foundOnLines(model, findings);
  const groups = groupsOf(model, plan, walls);
  const shapes = elements.filter((element) => !walls.has(element));
  const groupName = (element: Element): string | undefined =>
    element.parent && walls.has(element.parent) ? element.parent.name : plan.groupOf(element)?.id;
  return {
    view: plan.id,
    title: plan.title,
    subtitle: joined([plan.of, groupWords(locale).elements(elements.length)]),
    locale,
    layout: "graph",
    direction: plan.direction,
    groups: groups.map((group) => ({ ...group, finding: found.get(group.id) })),
    nodes: furnished(
      model,
      shapes.map((element) => nodeOf(model, element, found, groupName(element))),
    ),
    edges: lines.map((edge) => ({ ...edge, finding: found.get(edge.id) ?? onLines.get(edge.id) })),
  };
}

/** The domains that have entities of their own among some elements. */
export function wallsAmong(elements: readonly Element[]): ReadonlySet<Element> {
  const there = new Set(elements);
  const parents = elements.flatMap(({ kind, parent }) => (kind.name === "entity" && parent ? [parent] : []));
  return new Set(parents.filter((parent) => there.has(parent)));
}

/** Walls first, each behind the group around it; then the other groups, in the order in which their members come. */
function groupsOf(
  model: Model,
  { elements, groupOf }: Plan,
  walls: ReadonlySet<Element>,
): readonly ViewGroup[] {
  const groups = new Map<string, ViewGroup>();
  for (const wall of elements.filter((element) => walls.has(element))) {
    const around = groupOf(wall);
    if (around && !groups.has(around.id)) groups.set(around.id, around);
    groups.set(wall.name, wallOf(model, wall, around?.id));
  }
  for (const element of elements) {
    const group = element.parent && walls.has(element.parent) ? undefined : groupOf(element);
    if (group && !groups.has(group.id)) groups.set(group.id, group);
  }
  return [...groups.values()];
}

function wallOf(model: Model, domain: Element, parent: string | undefined): ViewGroup {
  return {
    ...plainGroup(domain.name, domain.label, "wall"),
    parent,
    kind: domain.kind.name,
    detail: detailOf(model, domain),
    storey: storeyOf(domain),
    marks: marksOf(domain),
  };
}

/** A mere grouping. One of our own has an id with a `:`, which no element's name can have. */
export function plainGroup(id: string, title: string, frame: Frame): ViewGroup {
  const base = { parent: undefined, row: 0, storey: "how", detail: "", marks: [] } as const;
  return { ...base, id, title, frame, kind: undefined, finding: undefined, change: undefined };
}
