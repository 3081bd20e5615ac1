import type { Site } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";

/** Data that goes from one to another, and where the text says so. */
export interface Feed {
  readonly from: Element;
  readonly to: Element;
  readonly site: Site;
}

/** Another element in the way of the data, and every place that says so. */
export interface Neighbour {
  readonly element: Element;
  readonly sites: readonly Site[];
}

/**
 * Feature: Data flow (call hierarchy)
 *
 * What feeds an element: who sends it data, who writes or keeps it, what a figure is computed from. Each neighbour once.
 */
export function incomingFeeds(model: Model, element: Element): readonly Neighbour[] {
  if (element.kind.name === "flow")
    return flowFeeds(element).map(({ from, site }) => ({ element: from, sites: [site] }));
  const feeds = partsOf(element).flatMap((part) => feedsOf(model).into.get(part) ?? []);
  return neighbours(feeds, element, ({ from }) => from);
}

/** What hangs on an element: whom it sends data to, who reads it, the figures computed from it, and who steers by them. */
export function outgoingFeeds(model: Model, element: Element): readonly Neighbour[] {
  if (element.kind.name === "flow")
    return flowFeeds(element).map(({ to, site }) => ({ element: to, sites: [site] }));
  const feeds = partsOf(element).flatMap((part) => feedsOf(model).outOf.get(part) ?? []);
  return neighbours(feeds, element, ({ to }) => to);
}

/** What is said of a domain is said of its entities, and the other way round. */
function partsOf(element: Element): readonly Element[] {
  const { kind, parent, members } = element;
  if (kind.name === "domain") return [element, ...members];
  return kind.name === "entity" && parent ? [element, parent] : [element];
}

function neighbours(
  feeds: readonly Feed[],
  self: Element,
  other: (feed: Feed) => Element,
): readonly Neighbour[] {
  const sites = new Map<Element, Site[]>();
  for (const feed of feeds) {
    const element = other(feed);
    if (element === self) continue;
    const known = sites.get(element);
    if (known) known.push(feed.site);
    else sites.set(element, [feed.site]);
  }
  return [...sites].map(([element, places]) => ({ element, sites: places }));
}

/**
 * Which way data goes where one element names another under a property: `out` from the one that has the property, `in` to
 * it. A property that is not here moves no data.
 */
const WAYS: Readonly<Record<string, "in" | "out">> = {
  owns: "out",
  writes: "out",
  reads: "in",
  from: "in",
  "delivered-by": "out",
  audience: "out",
  "measured-by": "in",
  "reconciled-by": "in",
  type: "in",
  collect: "in",
  analyse: "in",
  activate: "in",
  measure: "in",
  optimise: "in",
};

interface Feeds {
  readonly into: ReadonlyMap<Element, readonly Feed[]>;
  readonly outOf: ReadonlyMap<Element, readonly Feed[]>;
}

const feedsOf = once((model: Model): Feeds => {
  const feeds = [...relationFeeds(model), ...model.elements.flatMap(flowFeeds), ...carriedFeeds(model)];
  return {
    into: grouped(feeds, ({ to }) => to),
    outOf: grouped(feeds, ({ from }) => from),
  };
});

function relationFeeds(model: Model): readonly Feed[] {
  return model.relations.flatMap(({ type, from: source, to, site }) => {
    const way = WAYS[type];
    // An attribute speaks for its entity.
    const from = source.kind.name === "attribute" ? (source.parent ?? source) : source;
    if (way === undefined) return [];
    return [way === "out" ? { from, to, site } : { from: to, to: from, site }];
  });
}

/** A flow feeds what it leads to with what it comes from. */
function flowFeeds(flow: Element): readonly Feed[] {
  const { kind, ends, declaration } = flow;
  const end = declaration.ends?.[1];
  if (kind.name !== "flow" || !ends || !end) return [];
  return [{ ...ends, site: siteIn(flow, end) }];
}

/** What a flow carries arrives where it leads to. */
function carriedFeeds(model: Model): readonly Feed[] {
  return model.relations.flatMap(({ type, from: flow, to: data, site }) =>
    type === "carries" && flow.ends ? [{ from: data, to: flow.ends.to, site }] : [],
  );
}
