import ELK, { type ElkExtendedEdge, type ElkNode, type LayoutOptions } from "elkjs/lib/elk-api.js";
import { Worker } from "elkjs/lib/elk-worker.min.js";
import type { Box, EdgePlace, FrameEdge, PictureFrame, Places, Size } from "./frame.ts";
import { HEADER_SPACE, PAD } from "./grid.ts";

/** The only file that knows ELK. It runs in a worker, where it may take its time. */
const elk = new ELK({ workerFactory: (url) => new Worker(url ?? "") });

/** Places and connects a free graph, groups inside groups. */
export async function arrangeGraph(frame: PictureFrame): Promise<Omit<Places, "base">> {
  return fromElk(frame, await elk.layout(toElk(frame)));
}

const LAYERED: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.randomSeed": "1",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.cycleBreaking.strategy": "GREEDY_MODEL_ORDER",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.favorStraightEdges": "true",
};

const GRAPH: LayoutOptions = {
  ...LAYERED,
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.shapeCoords": "ROOT",
  "elk.json.edgeCoords": "ROOT",
  "elk.padding": "[left=40,top=32,right=40,bottom=32]",
  "elk.spacing.nodeNode": "36",
  "elk.spacing.edgeNode": "18",
  "elk.spacing.edgeEdge": "12",
  "elk.spacing.edgeLabel": "4",
  "elk.spacing.componentComponent": "44",
  "elk.layered.spacing.nodeNodeBetweenLayers": "56",
  "elk.layered.spacing.edgeNodeBetweenLayers": "20",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "12",
};

/** Step 1: our words into ELK's. */
function toElk(frame: PictureFrame): ElkNode {
  const nodes = frame.nodes.map((_, index): ElkNode => ({ id: `n${index}`, ...grown(frame, index) }));
  const inside = (group: number): ElkNode[] => [
    ...frame.groups.flatMap((other, index) => (other.parent === group ? [room(index)] : [])),
    ...nodes.filter((_, index) => frame.nodes[index]?.group === group),
  ];
  const room = (index: number): ElkNode => {
    const title = frame.groups[index]?.title ?? { width: 0, height: 0 };
    const top = title.height > 0 ? title.height + HEADER_SPACE : PAD + 5;
    return {
      id: `n${frame.nodes.length + index}`,
      layoutOptions: {
        "elk.padding": `[left=20,top=${top},right=20,bottom=18]`,
        "elk.nodeSize.constraints": "MINIMUM_SIZE",
        "elk.nodeSize.minimum": `(${title.width + 32},${title.height + HEADER_SPACE + 24})`,
      },
      children: inside(index),
    };
  };
  const direction = frame.direction === "right" ? "RIGHT" : "DOWN";
  return {
    id: "root",
    layoutOptions: { ...GRAPH, "elk.direction": direction },
    children: inside(-1),
    edges: frame.edges.map(edgeToElk),
  };
}

/** A shape is as high or wide as it takes for its lines to keep apart. */
function grown({ nodes, edges, direction }: PictureFrame, index: number): Size {
  const { width, height } = nodes[index] ?? { width: 0, height: 0 };
  const lines = Math.max(
    edges.filter(({ from }) => from === index).length,
    edges.filter(({ to }) => to === index).length,
  );
  const side = 16 + lines * LINE_APART;
  return direction === "right"
    ? { width, height: Math.max(height, side) }
    : { width: Math.max(width, side), height };
}

const LINE_APART = 9;

function edgeToElk({ from, to, label, upward }: FrameEdge, index: number): ElkExtendedEdge {
  const labels = label
    ? [{ text: "·", ...label, layoutOptions: { "elk.edgeLabels.placement": "CENTER" } }]
    : [];
  const [source, target] = upward ? [to, from] : [from, to];
  return { id: `e${index}`, sources: [`n${source}`], targets: [`n${target}`], labels };
}

/** Step 3: ELK's words into ours. Only numbers come back, so that nothing of ELK's own bookkeeping does. */
function fromElk(frame: PictureFrame, root: ElkNode): Omit<Places, "base"> {
  const boxes = new Map<string, Box>();
  const edges = new Map<string, EdgePlace>();
  const visit = (node: ElkNode): void => {
    boxes.set(node.id, boxOf(node));
    for (const edge of node.edges ?? []) edges.set(edge.id, edgeOf(edge));
    node.children?.forEach(visit);
  };
  visit(root);
  const box = (index: number): Box => boxes.get(`n${index}`) ?? boxOf({});
  const count = frame.nodes.length;
  return {
    size: boxOf(root),
    bands: [],
    nodes: frame.nodes.map((_, index) => box(index)),
    groups: frame.groups.map((_, index) => box(count + index)),
    edges: frame.edges.map(({ upward }, index) => {
      const { points, label } = edges.get(`e${index}`) ?? { points: [], label: undefined };
      return { points: upward ? points.toReversed() : points, label };
    }),
  };
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box {
  return { x: half(x), y: half(y), width: half(width), height: half(height) };
}

function edgeOf({ sections = [], labels = [] }: ElkExtendedEdge): EdgePlace {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  const [label] = labels;
  return {
    points: points.map(({ x, y }) => ({ x: half(x), y: half(y) })),
    label: label ? boxOf(label) : undefined,
  };
}

function half(number: number): number {
  return Math.round(number * 2) / 2;
}
