import type { Element, Model } from "../model/model.ts";
import { amountOf, isLoose, targets, wordOf } from "../model/query.ts";
import { hubOf, nearTo } from "./around.ts";
import { bucketOf, toned } from "./buckets.ts";
import { customEdges } from "./custom-edges.ts";
import { graphOf, plainGroup, wallsAmong } from "./graph.ts";
import { centred, type ViewFinding } from "./node.ts";
import { storeysOf } from "./storeys.ts";
import { selectorOf } from "./select.ts";
import type { ViewGraph, ViewGroup } from "./view-graph.ts";

/** What a `view` statement shows: a part of the house in section where it spans storeys, else a free graph. */
export function customView(model: Model, view: Element, findings: readonly ViewFinding[]): ViewGraph {
  const graph = plainView(model, view, findings);
  const by = wordOf(view, "colour-by");
  return by === undefined ? graph : { ...graph, ...toned(model, graph.nodes, by) };
}

function plainView(model: Model, view: Element, findings: readonly ViewFinding[]): ViewGraph {
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
  const elements = shown.filter(({ ends }) => ends === undefined);
  const hubs = grouping(view) === undefined ? hubsOf(targets(model, view, "around"), elements) : [];
  const isHub = hubs.length > 0;
  const graph = graphOf(model, findings, {
    id: view.name,
    title: view.label,
    direction: wordOf(view, "direction") === "right" ? "right" : "down",
    elements,
    isFlat: isHub,
    lines: customEdges(model, shown, isHub ? new Set() : wallsAmong(elements)),
    groupOf: (element) => groupFor(model, grouping(view), element),
  });
  return isHub ? { ...hubs.reduce(centred, graph), layout: "hub" } : graph;
}

/** What all else stands around: what a view is around or, where it shows who gives what to whom, the business models. */
function hubsOf(centre: readonly Element[], elements: readonly Element[]): readonly Element[] {
  const hub = hubOf(centre, elements);
  if (hub || centre.length > 0) return hub ? [hub] : [];
  const isOfValue = elements.every(
    ({ kind: { name } }) => name === "business-model" || name === "stakeholder",
  );
  return isOfValue ? elements.filter(({ kind }) => kind.name === "business-model") : [];
}

/** The elements of a view: what it shows, near what it is around, without what it hides. */
function shownBy(model: Model, view: Element): readonly Element[] {
  const centre = targets(model, view, "around");
  const near = centre.length === 0 ? undefined : nearTo(model, centre, amountOf(view, "depth"));
  const show = selectorOf(model, view, "show");
  const hide = selectorOf(model, view, "hide");
  return model.elements.filter((element) => {
    if (element.kind.storey === "meta" || element.kind.name === "attribute" || isLoose(element)) return false;
    if (hide?.(element)) return false;
    if (centre.includes(element)) return true;
    if (near && !near.has(element) && !(show && isBetween(near, element))) return false;
    return show
      ? show(element)
      : element.ends !== undefined || near !== undefined || element.kind.name !== "entity";
  });
}

/** What goes between two of some elements, however far from their centre: who says `show flow` wants to see it. */
function isBetween(near: ReadonlySet<Element>, { ends }: Element): boolean {
  return ends !== undefined && near.has(ends.from) && near.has(ends.to);
}

function grouping(view: Element): string | undefined {
  return wordOf(view, "group-by");
}

/** The group that an element stands in by what it is grouped by; undefined for the open floor. */
function groupFor(model: Model, by: string | undefined, element: Element): ViewGroup | undefined {
  const bucket = by === undefined ? undefined : bucketOf(model, by, element);
  return bucket && plainGroup(bucket.id, bucket.title, "partition");
}
