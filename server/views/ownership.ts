import type { Element, Model } from "../model/model.ts";
import { domainOf, isThere, ofKind, targets } from "../model/query.ts";
import type { Standard } from "./standard-view.ts";
import { storeyGroups, type Gathering } from "./storey-groups.ts";
import { storeysOf } from "./storeys.ts";
import { heldBy } from "./held-by.ts";
import type { ViewEdge, ViewNode } from "./view-graph.ts";

/**
 * Data and its systems of record: the walls with their entities, each with who else writes and reads it, and beneath each
 * wall the tools that own it.
 */
export const ownership: Standard = {
  id: "ownership",
  title: { en: "Ownership", fr: "Qui possède quoi" },
  isThere: (model) => ofKind(model, "domain").length > 0 && owners(model).length > 0,
  graph: (model, findings, named) => {
    const shown = new Set([...ofKind(model, "domain"), ...ofKind(model, "entity"), ...owners(model)]);
    const shows = (element: Element): boolean => shown.has(element);
    const groups = beneath(model, storeyGroups(model), shows);
    const part = { ...named, shows, groups, draws: ({ type }: ViewEdge) => type === "owns" };
    const graph = storeysOf(model, findings, part);
    return { ...graph, nodes: graph.nodes.map((node) => withHands(model, node)) };
  },
};

/** An entity with the tools beside its owners that write and read it. */
function withHands(model: Model, node: ViewNode): ViewNode {
  const entity = node.kind === "entity" ? model.byName.get(node.name) : undefined;
  if (!entity) return node;
  const held = [...heldBy(model, entity)];
  const words = handWords[model.project.settings.locale];
  const items = (["writes", "reads"] as const).flatMap((holding) => {
    const tools = held.filter(([, one]) => one === holding).map(([tool]) => tool.label);
    if (tools.length === 0) return [];
    return [words[holding](tools.length > MOST_NAMED ? words.tools(tools.length) : tools.join(", "))];
  });
  return { ...node, items };
}

/** More hands than these are counted. */
const MOST_NAMED = 1;

const handWords = {
  en: {
    writes: (who: string) => `written by ${who}`,
    reads: (who: string) => `read by ${who}`,
    tools: (count: number) => `${count} tools`,
  },
  fr: {
    writes: (who: string) => `écrit par ${who}`,
    reads: (who: string) => `lu par ${who}`,
    tools: (count: number) => `${count} outils`,
  },
} as const;

/**
 * Groups of tools in the order of the walls that they hold, and so are the tools in each: a line is short, and crosses as
 * few others as can be.
 */
function beneath(
  model: Model,
  groups: readonly Gathering[],
  shows: (element: Element) => boolean,
): readonly Gathering[] {
  const walls = new Map(ofKind(model, "domain").map((domain, index) => [domain, index]));
  const held = (tool: Element): readonly number[] => [
    ...new Set(targets(model, tool, "owns").flatMap((owned) => walls.get(domainOf(owned)) ?? [])),
  ];
  const isOfTools = ({ members }: Gathering): boolean => members.some(({ kind }) => kind.name === "tool");
  const place = (tools: readonly Element[]): number => mean(tools.filter(shows).flatMap(held));
  return [
    ...groups.filter((group) => !isOfTools(group)),
    ...groups
      .filter(isOfTools)
      .map(({ group, members }) => ({ group, members: sorted(members, (tool) => place([tool])) }))
      .toSorted((a, b) => place(a.members) - place(b.members)),
  ];
}

function sorted(tools: readonly Element[], place: (tool: Element) => number): readonly Element[] {
  return tools.toSorted((a, b) => place(a) - place(b));
}

/** Far to the right for none. */
function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? FAR : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

const FAR = 1e6;

function owners(model: Model): readonly Element[] {
  return ofKind(model, "tool").filter((tool) => isThere(tool) && targets(model, tool, "owns").length > 0);
}
