import type { Element, Model } from "../model/model.ts";
import { amountOf, ofKind, target, targets, toolFamily, wordOf } from "../model/query.ts";
import {
  detailOf,
  foundOn,
  foundOnLines,
  furnished,
  marksOf,
  nodeOf,
  storeyOf,
  type ViewFinding,
} from "./node.ts";
import { customEdges } from "./custom-edges.ts";
import { storeysOf } from "./storeys.ts";
import { selectorOf, teamOf } from "./select.ts";
import type { Frame, ViewGraph, ViewGroup } from "./view-graph.ts";
import { groupWords, spelled } from "./words.ts";

/** What a `view` statement shows: a part of the house in section where it spans storeys, else a free graph. */
export function customView(model: Model, view: Element, findings: readonly ViewFinding[]): ViewGraph {
  const shown = shownBy(model, view);
  if (!isSection(model, view, shown)) return freeGraph(model, view, shown, findings);
  const drawn = new Set(shown);
  return storeysOf(model, findings, {
    id: view.name,
    title: view.label,
    shows: (element) => drawn.has(element),
  });
}

/** Whether a view is best shown in storeys: it spans several, is around nothing, and asks for no other order. */
function isSection(model: Model, view: Element, shown: readonly Element[]): boolean {
  const by = grouping(view);
  if (targets(model, view, "around").length > 0 || wordOf(view, "direction") === "right") return false;
  return (by === undefined || by === "storey") && new Set(shown.map(({ kind }) => kind.storey)).size > 1;
}

function freeGraph(
  model: Model,
  view: Element,
  shown: readonly Element[],
  findings: readonly ViewFinding[],
): ViewGraph {
  const { locale } = model.project.settings;
  const elements = shown.filter(({ ends }) => ends === undefined);
  const groups = groupsFor(model, view, elements);
  const walls = new Set(groups.flatMap(({ id, frame }) => (frame === "wall" ? [id] : [])));
  const edges = customEdges(model, shown, walls);
  const lines = new Set(edges.map(({ id }) => id));
  const names = new Set(elements.map(({ name }) => name));
  const found = foundOn(model, findings, (name) => names.has(name) || lines.has(name));
  const onLines = foundOnLines(model, findings);
  return {
    view: view.name,
    title: view.label,
    subtitle: groupWords(locale).elements(elements.length),
    locale,
    layout: "graph",
    direction: wordOf(view, "direction") === "right" ? "right" : "down",
    groups: groups.map((group) => ({ ...group, finding: found.get(group.id) })),
    nodes: furnished(
      model,
      elements
        .filter(({ name }) => !walls.has(name))
        .map((element) => nodeOf(model, element, found, groupFor(model, view, element, walls)?.id)),
    ),
    edges: edges.map((edge) => ({ ...edge, finding: found.get(edge.id) ?? onLines.get(edge.id) })),
  };
}

/** The elements of a view: what it shows, near what it is around, without what it hides. */
function shownBy(model: Model, view: Element): readonly Element[] {
  const near = neighbourhood(model, view);
  const show = selectorOf(model, view, "show");
  const hide = selectorOf(model, view, "hide");
  const centre = new Set(targets(model, view, "around"));
  return model.elements.filter((element) => {
    if (element.kind.storey === "meta" || element.kind.name === "attribute") return false;
    if (hide?.(element)) return false;
    if (centre.has(element)) return true;
    if (near && !near.has(element)) return false;
    return show
      ? show(element)
      : element.ends !== undefined || near !== undefined || element.kind.name !== "entity";
  });
}

/** What is at most so many steps away from what a view is around; undefined where it is around nothing. */
function neighbourhood(model: Model, view: Element): ReadonlySet<Element> | undefined {
  const around = targets(model, view, "around");
  if (around.length === 0) return undefined;
  const seen = new Set(around);
  let edge: readonly Element[] = around;
  for (let depth = amountOf(view, "depth") ?? 1; depth > 0 && edge.length > 0; depth--) {
    edge = [...new Set(edge.flatMap((element) => neighbours(model, element)))].filter((it) => !seen.has(it));
    for (const element of edge) seen.add(element);
  }
  return seen;
}

/** What an element is related to, in either direction; over a flow in one step, and with the flow itself. */
function neighbours(model: Model, element: Element): readonly Element[] {
  const related = [
    ...(model.outgoing.get(element) ?? []).map(({ to }) => to),
    ...(model.incoming.get(element) ?? []).map(({ from }) => from),
    ...element.members,
    ...(element.parent ? [element.parent] : []),
  ];
  const flows = [...ofKind(model, "flow"), ...ofKind(model, "value")].flatMap((edge) => {
    const { ends } = edge;
    if (ends?.from === element) return [edge, ends.to];
    return ends?.to === element ? [edge, ends.from] : [];
  });
  const all = [...related, ...flows];
  return all.filter(({ kind }) => kind.storey !== "meta" && kind.name !== "attribute");
}

/** Domains around their entities, and what `group-by` says around both. */
function groupsFor(model: Model, view: Element, elements: readonly Element[]): readonly ViewGroup[] {
  const rooms = new Set(
    elements.flatMap(({ kind, parent }) => (kind.name === "entity" && parent ? [parent] : [])),
  );
  const groups = new Map<string, ViewGroup>();
  for (const domain of elements.filter((element) => rooms.has(element))) {
    const parent = groupFor(model, view, domain, new Set());
    if (parent) groups.set(parent.id, parent);
    groups.set(domain.name, wall(model, domain, parent?.id));
  }
  const walls = new Set(elements.filter((element) => rooms.has(element)).map(({ name }) => name));
  for (const element of elements) {
    const group = groupFor(model, view, element, walls);
    if (group && !groups.has(group.id)) groups.set(group.id, group);
  }
  return [...groups.values()];
}

function grouping(view: Element): string | undefined {
  return wordOf(view, "group-by");
}

function wall(model: Model, domain: Element, parent: string | undefined): ViewGroup {
  return {
    ...plainGroup(domain.name, domain.label, "wall"),
    parent,
    kind: domain.kind.name,
    detail: detailOf(model, domain),
    storey: storeyOf(domain),
    marks: marksOf(domain),
  };
}

/** The group that an element stands in; undefined for the open floor. */
function groupFor(
  model: Model,
  view: Element,
  element: Element,
  walls: ReadonlySet<string>,
): ViewGroup | undefined {
  const by = grouping(view);
  const { parent } = element;
  if (parent && walls.has(parent.name)) return wall(model, parent, undefined);
  const words = groupWords(model.project.settings.locale);
  const of = (group: Element | undefined): ViewGroup | undefined =>
    group && group !== element ? plainGroup(`group:${group.name}`, group.label, "partition") : undefined;
  switch (by) {
    case "team":
      return of(teamOf(model, element));
    case "vendor":
      return of(target(model, element, "vendor"));
    case "domain":
      return of(element.parent ?? targets(model, element, "owns").map((it) => it.parent ?? it)[0]);
    case "capability":
      return of(targets(model, element, "serves").find(({ kind }) => kind.name === "capability"));
    case "category": {
      const family = element.kind.name === "tool" ? (toolFamily(element) ?? "other") : undefined;
      return family && plainGroup(`group:${family}`, words.families[family], "partition");
    }
    case undefined:
      return undefined;
    default:
      return plainGroup(`group:${element.kind.storey}`, spelled(element.kind.storey), "partition");
  }
}

function plainGroup(id: string, title: string, frame: Frame): ViewGroup {
  const base = { parent: undefined, row: 0, storey: "how", detail: "", marks: [] } as const;
  return { ...base, id, title, frame, kind: undefined, finding: undefined, change: undefined };
}
