import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { ofKind, targets, toolFamily, wordOf } from "../model/query.ts";
import {
  detailOf,
  foundOn,
  foundOnLines,
  marksOf,
  nodeOf,
  storeyOf,
  type Found,
  type ViewFinding,
} from "./node.ts";
import { storeyEdges } from "./storey-edges.ts";
import type { Frame, ViewGraph, ViewGroup, ViewNode } from "./view-graph.ts";
import { categoryOrder, groupWords, spelled, type Gathered, type GroupWords } from "./words.ts";

/**
 * The whole house in section: why above what above how. Missions lie on top like a roof, business models like beams;
 * data domains are walls with their entities as rooms; tools, teams and the rest are partitions below.
 */
export function storeys(model: Model, findings: readonly ViewFinding[]): ViewGraph {
  const words = groupWords(model.project.settings.locale);
  const groups = [...whyGroups(model), ...whatGroups(model, words), ...howGroups(model, words)];
  const drawn = new Set(
    groups.flatMap(({ group, members }) => [group.id, ...members.map(({ name }) => name)]),
  );
  const edges = storeyEdges(
    model,
    new Map(groups.flatMap(({ group, members }) => members.map((it) => [it.name, group.id]))),
  );
  const lines = new Set(edges.map(({ id }) => id));
  const found = foundOn(model, findings, (name) => drawn.has(name) || lines.has(name));
  const onLines = foundOnLines(model, findings);
  return {
    view: "storeys",
    title: titleOf(model),
    subtitle: words.elements(drawnCount(groups)),
    locale: model.project.settings.locale,
    layout: "storeys",
    direction: "down",
    groups: groups.map(({ group }) => ({ ...group, finding: found.get(group.id) })),
    nodes: groups.flatMap(({ group, members }) => nodesOf(model, members, found, group.id)),
    edges: edges.map((edge) => ({ ...edge, finding: found.get(edge.id) ?? onLines.get(edge.id) })),
  };
}

/** What an architecture is called: its project, else its mission, else its folder. */
export function titleOf(model: Model): string {
  const { config, root } = model.project;
  return config.name ?? ofKind(model, "mission")[0]?.label ?? root.split("/").at(-1) ?? "";
}

interface Gathering {
  readonly group: ViewGroup;
  readonly members: readonly Element[];
}

function drawnCount(groups: readonly Gathering[]): number {
  return groups.reduce(
    (sum, { group, members }) => sum + members.length + (group.kind === undefined ? 0 : 1),
    0,
  );
}

function nodesOf(
  model: Model,
  members: readonly Element[],
  found: Found,
  group: string,
): readonly ViewNode[] {
  return members.map((element) => nodeOf(model, element, found, group));
}

/** Groups of our own have an id with a `:`, which no element's name can have. */
function gather(
  id: string,
  title: string,
  place: Pick<ViewGroup, "storey" | "row">,
  members: readonly Element[],
  frame: Frame,
): readonly Gathering[] {
  if (members.length === 0) return [];
  const group = {
    id: `group:${id}`,
    title,
    detail: "",
    kind: undefined,
    parent: undefined,
    marks: [],
    ...place,
  };
  return [{ group: { ...group, frame, finding: undefined, change: undefined }, members }];
}

function whyGroups(model: Model): readonly Gathering[] {
  const goals = ofKind(model, "goal");
  const depth = goalDepths(model, goals);
  const levels = [...new Set(depth.values())].sort((a, b) => a - b);
  return [
    ...gather("missions", "", { storey: "why", row: 0 }, ofKind(model, "mission"), "none"),
    ...levels.flatMap((level) => {
      const members = goals.filter((goal) => depth.get(goal) === level);
      return gather(`goals-${level}`, "", { storey: "why", row: level }, members, "none");
    }),
  ];
}

/** How many goals a goal is below the mission, from 1; goals that serve each other in a circle stand side by side. */
function goalDepths(model: Model, goals: readonly Element[]): ReadonlyMap<Element, number> {
  const depths = new Map<Element, number>();
  const depthOf = (goal: Element, above: readonly Element[]): number => {
    const known = depths.get(goal);
    if (known !== undefined) return known;
    const larger = targets(model, goal, "serves").filter(
      (it) => it.kind.name === "goal" && !above.includes(it),
    );
    return 1 + Math.max(0, ...larger.map((it) => depthOf(it, [...above, goal])));
  };
  for (const goal of goals) depths.set(goal, depthOf(goal, [goal]));
  return depths;
}

function whatGroups(model: Model, words: GroupWords): readonly Gathering[] {
  const loose = ofKind(model, "entity").filter(({ parent }) => parent === undefined);
  const top = { storey: "what", row: 0 } as const;
  return [
    ...gather("stakeholders", words.groups.stakeholder, top, ofKind(model, "stakeholder"), "partition"),
    ...gather("kpis", words.groups.kpi, top, ofKind(model, "kpi"), "partition"),
    ...gather("models", "", { storey: "what", row: 1 }, ofKind(model, "business-model"), "none"),
    ...ofKind(model, "domain").map((domain) => wallOf(model, domain)),
    ...gather("entities", words.groups.entity, { storey: "what", row: 2 }, loose, "partition"),
  ];
}

/** A domain: a wall with its entities as rooms. */
function wallOf(model: Model, domain: Element): Gathering {
  const group: ViewGroup = {
    id: domain.name,
    kind: domain.kind.name,
    title: domain.label,
    detail: detailOf(model, domain),
    parent: undefined,
    frame: "wall",
    storey: storeyOf(domain),
    row: 2,
    marks: marksOf(domain),
    finding: undefined,
    change: undefined,
  };
  return { group, members: domain.members.filter((member) => member.kind.name === "entity") };
}

function howGroups(model: Model, words: GroupWords): readonly Gathering[] {
  const gathered = (kind: Gathered & KindName, row: number): readonly Gathering[] =>
    gather(`${kind}s`, words.groups[kind], { storey: "how", row }, ofKind(model, kind), "partition");
  return [
    ...toolGroups(model, words),
    ...gathered("capability", 1),
    ...gathered("chain", 1),
    ...gathered("initiative", 1),
    ...gathered("team", 1),
    ...gathered("vendor", 1),
  ];
}

/** A family of more tools than this is shown by category. */
const LARGE_FAMILY = 16;

function toolGroups(model: Model, words: GroupWords): readonly Gathering[] {
  const tools = ofKind(model, "tool");
  const families = ["channel", "marketing", "operations", "data", "corporate", "other"] as const;
  return families.flatMap((family) => {
    const members = tools.filter((tool) => (toolFamily(tool) ?? "other") === family);
    const title = words.families[family];
    const place = { storey: "how", row: 0 } as const;
    if (members.length <= LARGE_FAMILY) return gather(`tools-${family}`, title, place, members, "partition");
    const categories = [...new Set(members.map((tool) => wordOf(tool, "category") ?? ""))];
    categories.sort((a, b) => categoryOrder(a) - categoryOrder(b) || (a < b ? -1 : 1));
    return categories.flatMap((category) => {
      const own = members.filter((tool) => (wordOf(tool, "category") ?? "") === category);
      const name = category === "" ? title : spelled(category);
      return gather(`tools-${family}-${category}`, name, place, own, "partition");
    });
  });
}
