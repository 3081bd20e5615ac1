import type { Before, PictureFrame, Places } from "./layout/frame.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { ViewNode } from "../../server/views/view-graph.ts";
import { formerly } from "./formerly.ts";
import { whole } from "../pins/pin.ts";
import type { SizedGraph } from "./sized-graph.ts";

/** What moves from one to another; everything else stands on what it names. */
const ONWARD: ReadonlySet<string> = new Set([
  "flow",
  "manual-flow",
  "value",
  "collect",
  "analyse",
  "activate",
  "measure",
  "optimise",
  "step",
  "gap",
]);

/** What stands in no group stands in this order, storey by storey. */
const KINDS: readonly KindName[] = [
  "mission",
  "goal",
  "kpi",
  "stakeholder",
  "business-model",
  "domain",
  "entity",
  "capability",
  "chain",
  "tool",
  "initiative",
  "team",
  "vendor",
];
const STOREYS = ["why", "what", "how"] as const;

function rankOf({ storey, kind }: ViewNode): number {
  const index = KINDS.indexOf(kind);
  return 100 * STOREYS.indexOf(storey) + (index < 0 ? KINDS.length : index);
}

/** What the arrangement has to know of a graph: see `PictureFrame` for why it is no more. */
export function frameOf({ graph, nodes, groups, edges, pins, table }: SizedGraph): PictureFrame {
  const put = new Map(pins.map(([id, pin]) => [id, whole(pin)]));
  const groupIndex = new Map(groups.map(({ group }, index) => [group.id, index]));
  const ends = new Map(nodes.map(({ node }, index) => [node.id, index]));
  for (const [id, index] of groupIndex) if (!ends.has(id)) ends.set(id, nodes.length + index);
  const groupAt = (id: string | undefined): number => (id === undefined ? -1 : (groupIndex.get(id) ?? -1));
  return {
    layout: graph.layout,
    direction: graph.direction,
    table: { width: table?.width ?? 0, height: table?.height ?? 0 },
    groups: groups.map(({ group: { parent, storey, row, column = 0, frame }, title }) => {
      return { parent: groupAt(parent), storey, row, column, frame, title };
    }),
    nodes: nodes.map(({ node, width, height, spread, low }) => ({
      group: groupAt(node.group),
      rank: rankOf(node),
      width,
      height,
      low,
      spread,
      pin: put.get(node.id),
    })),
    edges: edges.map(({ edge, label }) => {
      const from = ends.get(edge.from) ?? -1;
      const to = ends.get(edge.to) ?? -1;
      return {
        from,
        to,
        // Each value has a name of its own: one would not know any more whose is whose.
        strand: edge.type === "value" ? `${edge.type} ${from} ${to}` : `${edge.type} ${to}`,
        label,
        upward: !ONWARD.has(edge.type),
      };
    }),
  };
}

/**
 * Where the things of a picture stood in another, by what they were there; undefined where the other cannot say.
 */
export function beforeOf(sized: SizedGraph, other: SizedGraph, places: Places): Before | undefined {
  const { base } = places;
  const { size, bands, ...stood } = places.own ?? places;
  if (!base || sized.graph.layout !== other.graph.layout || sized.graph.direction !== other.graph.direction)
    return undefined;
  const { groups, nodes, edges } = formerly(thingsIn(sized), thingsIn(other));
  return {
    size,
    bands,
    base,
    groups: groups.map((index) => stood.groups[index ?? -1]),
    nodes: nodes.map((index) => stood.nodes[index ?? -1]),
    edges: edges.map((index) => places.edges[index ?? -1]),
  };
}

/** What is drawn of a graph, in the order in which it is placed. */
function thingsIn({ groups, nodes, edges }: SizedGraph) {
  return {
    groups: groups.map(({ group }) => group),
    nodes: nodes.map(({ node }) => node),
    edges: edges.map(({ edge }) => edge),
  };
}
