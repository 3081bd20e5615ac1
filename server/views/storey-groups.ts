import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { domainOf, ofKind, targets, toolFamily, wordOf } from "../model/query.ts";
import { detailOf, marksOf, storeyOf } from "./node.ts";
import type { Frame, ViewGroup } from "./view-graph.ts";
import { spelled } from "./spelling.ts";
import { categoryOrder, groupWords, type Gathered, type GroupWords } from "./words.ts";

/** A group and the elements that stand in it. */
export interface Gathering {
  readonly group: ViewGroup;
  readonly members: readonly Element[];
}

/** Who stands with whom, from the roof to the last partition: storey by storey, row by row, in an order that holds. */
export function storeyGroups(model: Model): readonly Gathering[] {
  const words = groupWords(model.project.settings.locale);
  return [...whyGroups(model), ...whatGroups(model, words), ...howGroups(model, words)];
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
  const levels = [...new Set(depth.values())].toSorted((a, b) => a - b);
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
  const tools = beneathTheirWalls(model, ofKind(model, "tool"));
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
      const name = category === "" ? title : spelled(category, model.project.settings.locale);
      return gather(`tools-${family}-${category}`, name, place, own, "partition");
    });
  });
}

/** Tools in the order of the walls whose data they hold, so that the lines to them cross as little as can be. */
function beneathTheirWalls(model: Model, tools: readonly Element[]): readonly Element[] {
  const walls = new Map(ofKind(model, "domain").map((domain, index) => [domain, index]));
  const first = (tool: Element): number =>
    Math.min(...targets(model, tool, "owns").map((owned) => walls.get(domainOf(owned)) ?? Infinity));
  const order = new Map(tools.map((tool) => [tool, first(tool)]));
  const at = (tool: Element): number => order.get(tool) ?? Infinity;
  return tools.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}
