import type { Element, Model } from "../model/model.ts";
import { domainOf, edgesOf, isThere, ofKind, targets } from "../model/query.ts";
import { flowLine } from "./flow.ts";
import { lineOf } from "./node.ts";
import type { ViewEdge } from "./view-graph.ts";

/** More flows than this are drawn between groups, with their number; so are tools and the walls that they hold. */
const MANY_FLOWS = 16;
const MANY_HOLDS = 40;

/**
 * The lines that tell the story of the house, and no more: what serves the mission, which model a wall embodies, which
 * tool holds a wall's data, where data flows. Everything else is a mark or a detail.
 *
 * @param groupOf the group that each drawn element stands in
 */
export function storeyEdges(model: Model, groupOf: ReadonlyMap<string, string>): readonly ViewEdge[] {
  const goals = [...ofKind(model, "goal"), ...ofKind(model, "business-model")];
  return [
    ...goals.flatMap((goal) => lines(goal, "serves", targets(model, goal, "serves"))),
    ...ofKind(model, "domain").flatMap((domain) =>
      lines(domain, "embodies", targets(model, domain, "embodies")),
    ),
    ...holdLines(model, groupOf),
    ...flowLines(model, groupOf),
  ];
}

/** One line to each target, however often it is named. */
function lines(from: Element, type: string, to: readonly Element[]): readonly ViewEdge[] {
  return [...new Set(to)].filter((it) => it !== from).map((it) => lineOf(type, from.name, it.name));
}

/** Which tool is the system of record of which wall. */
function holdLines(model: Model, groupOf: ReadonlyMap<string, string>): readonly ViewEdge[] {
  const tools = ofKind(model, "tool").filter((tool) => isThere(tool) && groupOf.has(tool.name));
  const holds = tools.flatMap((tool) => lines(tool, "owns", targets(model, tool, "owns").map(domainOf)));
  if (holds.length <= MANY_HOLDS) return holds;
  return bundled(holds.map(({ from, to }) => lineOf("owns", groupOf.get(from) ?? "", to)));
}

function flowLines(model: Model, groupOf: ReadonlyMap<string, string>): readonly ViewEdge[] {
  const flows = edgesOf(model, "flow").filter(
    ({ ends }) => groupOf.has(ends.from.name) && groupOf.has(ends.to.name),
  );
  const between = flows.filter(({ ends }) => ends.from.kind.name === "tool" && ends.to.kind.name === "tool");
  if (between.length <= MANY_FLOWS) return bundled(between.map((flow) => flowLine(model, flow)));
  return bundled(
    between.map(({ ends }) =>
      lineOf("flow", groupOf.get(ends.from.name) ?? "", groupOf.get(ends.to.name) ?? ""),
    ),
  );
}

/** Lines between the same two ends become one, with their number. */
function bundled(edges: readonly ViewEdge[]): readonly ViewEdge[] {
  const bundles = new Map<string, ViewEdge>();
  for (const it of edges) {
    if (it.from === it.to) continue;
    const key = `${it.from} -> ${it.to}`;
    const known = bundles.get(key);
    bundles.set(
      key,
      known ? { ...lineOf(it.type, it.from, it.to), id: known.id, count: known.count + 1 } : it,
    );
  }
  return [...bundles.values()];
}
