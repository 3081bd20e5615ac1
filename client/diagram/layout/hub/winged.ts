import type { Box, EdgePlace, PictureFrame } from "../frame.ts";
import { TILE } from "../grid.ts";
import type { Arm } from "./arms.ts";
import { drawChannel, portsIn, roomIn, routed, type Channel, type Ports, type Routed } from "./channel.ts";
import { heightOf, shift, stand, type Place } from "./columns.ts";
import { MARGIN, straight, type Around } from "./pillar.ts";
import { wingsOf, type Wing } from "./wings.ts";

/**
 * A pillar in the middle, at both sides what has to do with it, on straight lines, and outside of that what has to do
 * with this: a column each. All other lines run in the channel between the two columns of a side.
 */
export function placeWinged(frame: PictureFrame, hub: number, arms: readonly Arm[], between: number): Around {
  const nodes = frame.nodes.map((): Box | undefined => undefined);
  const edges = frame.edges.map((): EdgePlace | undefined => undefined);
  const own = frame.nodes[hub] ?? { width: 0, height: 0 };
  const sides = wingsOf(frame, arms).map((wing) => {
    const channel = channelOf(frame, wing);
    const ports = portsIn(frame, channel);
    return { wing, channel, ports, columns: columnsOf(frame, wing, ports) };
  });
  const columns = sides.flatMap((side) => side.columns);
  const height = Math.max(own.height, ...columns.map(heightOf));
  for (const column of columns) stand(column, { y: MARGIN, height }, nodes);
  const routes = sides.map(({ channel, ports }) => routed({ frame, boxes: nodes }, channel, ports));
  const [left = 0, right = 0] = sides.map(({ wing }, turn) => widthOf(wing, routes[turn], between));
  const spokes = sides.flatMap(({ channel }) => channel.inner.flatMap((rim) => nodes[rim] ?? []));
  const pillar: Box = { x: MARGIN + left, width: own.width, ...spanOf(spokes, own.height) };
  nodes[hub] = pillar;
  sides.forEach(({ wing, channel, columns: [inner, outer] }, turn) => {
    const route = routes[turn];
    if (!route || wing.inner.length === 0) return;
    const [near, far] = offsets(route, between).map((offset) =>
      wing.isLeft ? pillar.x - offset - TILE : pillar.x + pillar.width + offset,
    );
    shift(inner, near ?? 0, nodes);
    shift(outer, far ?? 0, nodes);
    for (const arm of wing.inner) drawSpokes(frame, arm, { box: nodes[arm.rim] ?? pillar, pillar }, edges);
    drawChannel({ frame, boxes: nodes }, channel, route, edges);
  });
  const size = { width: pillar.x + pillar.width + right + MARGIN, height: height + 2 * MARGIN };
  return { size, nodes, edges };
}

function channelOf({ edges }: PictureFrame, { inner, outer, isLeft }: Wing): Channel {
  const rims = inner.map(({ rim }) => rim);
  const own = new Set([...rims, ...outer]);
  const lines = [...edges.keys()].filter((line) => {
    const { from, to } = edges[line] ?? { from: -1, to: -1 };
    return own.has(from) && own.has(to) && from !== to;
  });
  return { inner: rims, outer, isLeft, lines, hub: undefined };
}

function columnsOf(
  { nodes }: PictureFrame,
  wing: Wing,
  ports: Ports,
): readonly [inner: readonly Place[], outer: readonly Place[]] {
  const inner = wing.inner.map(({ rim, box, top, height }): Place => {
    const least = roomIn(ports, rim);
    const more = Math.max(0, least - box);
    return {
      node: rim,
      height: Math.max(box, least),
      top: Math.max(0, top - more / 2),
      room: Math.max(height, least),
    };
  });
  const outer = wing.outer.map((node): Place => {
    const height = Math.max(nodes[node]?.height ?? 0, roomIn(ports, node));
    return { node, height, top: 0, room: height };
  });
  return [inner, outer];
}

/** The lines between a shape and its pillar, as far from each other as they are by themselves. */
function drawSpokes(
  frame: PictureFrame,
  { lines }: Arm,
  { box, pillar }: { readonly box: Box; readonly pillar: Box },
  edges: (EdgePlace | undefined)[],
): void {
  const [first = 0, last = 0] = [lines[0]?.level, lines.at(-1)?.level];
  const y = box.y + box.height / 2 - (first + last) / 2;
  for (const { edge, level } of lines) edges[edge] = straight(frame, edge, { box, pillar, y: y + level });
}

/** How far outside of the pillar the two columns begin. */
function offsets({ widths }: Routed, between: number): readonly [inner: number, outer: number] {
  return [between, between + TILE + widths.reduce((sum, width) => sum + width, 0)];
}

/** From the pillar to the far side of the outer column or, where there is none, of the lines outside of the inner one. */
function widthOf({ inner, outer }: Wing, route: Routed | undefined, between: number): number {
  if (!route || inner.length === 0) return 0;
  const [, far] = offsets(route, between);
  return far + (outer.length > 0 ? TILE : 0);
}

/** From the highest to the lowest of some boxes, and as much more as it takes to be so high. */
function spanOf(boxes: readonly Box[], least: number): Pick<Box, "y" | "height"> {
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const height = Math.max(least, bottom - top);
  return { y: Math.max(MARGIN, Math.round((top + bottom - height) / 2)), height };
}
