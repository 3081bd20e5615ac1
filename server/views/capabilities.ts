import { activities } from "../../grammar/schema.ts";
import type { Message } from "../../grammar/finding.ts";
import type { Element, Model } from "../model/model.ts";
import { isThere, ofKind, sources, targets, wordOf } from "../model/query.ts";
import { plainGroup } from "./graph.ts";
import type { ViewFinding } from "./node.ts";
import type { Standard } from "./standard-view.ts";
import type { Gathering } from "./storey-groups.ts";
import { storeysOf, type Named } from "./storeys.ts";
import type { ViewGraph, ViewNode } from "./view-graph.ts";
import { spelled } from "./spelling.ts";

/** What the company is able to do, as a map of tiles: each with the tools that it rests on, and those that rest on none. */
export const capabilities: Standard = {
  id: "capabilities",
  title: { en: "Capabilities", fr: "Capacités" },
  isThere: (model) => ofKind(model, "capability").length > 0,
  graph: mapOf,
};

function mapOf(model: Model, findings: readonly ViewFinding[], named: Named): ViewGraph {
  const graph = storeysOf(model, findings, {
    ...named,
    shows: ({ kind }) => kind.name === "capability",
    draws: () => false,
    groups: gathered(model),
  });
  const { locale } = model.project.settings;
  return {
    ...graph,
    nodes: graph.nodes.map((node) => restingOn(node, toolsFor(model, model.byName.get(node.name)))),
    tones: { names: MEASURES.map((title) => title[locale]), isScale: true },
  };
}

/** How many tools a capability rests on: one, two, three or more. */
const MEASURES: readonly Message[] = [
  { en: "Rests on one tool", fr: "Repose sur un outil" },
  { en: "On two tools", fr: "Sur deux outils" },
  { en: "On three tools and more", fr: "Sur trois outils et plus" },
];

function restingOn(node: ViewNode, tools: readonly Element[]): ViewNode {
  if (tools.length === 0) return { ...node, marks: [...node.marks, "missing"] };
  return {
    ...node,
    tone: Math.min(tools.length, MEASURES.length) - 1,
    items: tools.map(({ label }) => label),
  };
}

function toolsFor(model: Model, capability: Element | undefined): readonly Element[] {
  if (!capability) return [];
  return sources(model, capability, "serves").filter((it) => it.kind.name === "tool" && isThere(it));
}

/** By activity, the six of marketing in their order; then by the goal that they serve; then the rest. */
function gathered(model: Model): readonly Gathering[] {
  const { locale } = model.project.settings;
  const groups = new Map<string, { readonly title: string; readonly members: Element[] }>();
  const all = ofKind(model, "capability");
  const place = (capability: Element): { readonly id: string; readonly title: string } => {
    const activity = wordOf(capability, "activity");
    if (activity !== undefined) return { id: `activity:${activity}`, title: spelled(activity, locale) };
    const [goal] = targets(model, capability, "serves");
    return goal ? { id: `group:${goal.name}`, title: goal.label } : { id: "group:", title: REST[locale] };
  };
  const rank = (capability: Element): number => {
    const index = activities.indexOf(wordOf(capability, "activity") ?? "");
    if (index >= 0) return index;
    return targets(model, capability, "serves").length > 0 ? activities.length : activities.length + 1;
  };
  for (const capability of all.toSorted((a, b) => rank(a) - rank(b))) {
    const { id, title } = place(capability);
    const group = groups.get(id) ?? { title, members: [] };
    group.members.push(capability);
    groups.set(id, group);
  }
  return [...groups].map(([id, { title, members }]) => ({
    group: plainGroup(id, title, "partition"),
    members,
  }));
}

const REST: Message = { en: "For no goal", fr: "Pour aucun objectif" };
