import type { Box, EdgePlace, PictureFrame } from "../frame.ts";
import { BEAM, TILE } from "../grid.ts";
import type { Arm } from "./arms.ts";
import { besideOf } from "./beside.ts";
import { drawChannel, portsIn, roomIn, routed, type Channel, type Routed } from "./channel.ts";
import { heightOf, shift, stand, type Place } from "./columns.ts";
import { flanksOf } from "./flanks.ts";
import { MARGIN, type Around } from "./pillar.ts";
import { STEP } from "./ports.ts";
import { clustersOf } from "./wings.ts";

/** Below the beam. */
const BELOW = 48;

/**
 * A beam over three columns: in the middle what has to do with it, at both sides what has to do with this. All lines run
 * in the two channels between the columns.
 */
export function placeBeamed(frame: PictureFrame, hub: number, arms: readonly Arm[]): Around {
  const nodes = frame.nodes.map((): Box | undefined => undefined);
  const edges = frame.edges.map((): EdgePlace | undefined => undefined);
  const channels = channelsOf(frame, hub, arms);
  const ports = channels.map((channel) => portsIn(frame, channel));
  const columnOf = (members: readonly number[]): readonly Place[] =>
    members.map((node) => {
      const rooms = ports.map((own) => roomIn(own, node));
      const height = Math.max(frame.nodes[node]?.height ?? 0, ...rooms);
      return { node, height, top: 0, room: height };
    });
  const inner = columnOf(channels[0]?.inner ?? []);
  const outers = channels.map(({ outer }) => columnOf(outer));
  const columns = [inner, ...outers];
  const { height: tall = 0, low = tall } = frame.nodes[hub] ?? {};
  const area = { y: MARGIN + low + BELOW, height: Math.max(...columns.map(heightOf)) };
  for (const column of columns) stand(column, area, nodes);
  nodes[hub] = { x: MARGIN, y: MARGIN, width: BEAM, height: low };
  const routes = channels.map((channel, turn) =>
    routed({ frame, boxes: nodes }, channel, ports[turn] ?? new Map()),
  );
  const [left = 0, right = 0] = channels.map(({ outer }, turn) => widthOf(routes[turn], outer.length > 0));
  const middle = MARGIN + left;
  shift(inner, middle, nodes);
  outers.forEach((column, turn) => shift(column, turn === 0 ? MARGIN : middle + right, nodes));
  const width = Math.max(BEAM, left + TILE + right);
  nodes[hub] = { x: MARGIN, y: MARGIN, width, height: low };
  channels.forEach((channel, turn) => {
    const route = routes[turn];
    if (route) drawChannel({ frame, boxes: nodes }, channel, route, edges);
  });
  return { size: { width: width + 2 * MARGIN, height: area.y + area.height + MARGIN }, nodes, edges };
}

/** From the middle column to the far side of an outer one, or to the end of the channel. */
function widthOf(route: Routed | undefined, isThere: boolean): number {
  return (route?.widths ?? []).reduce((sum, width) => sum + width, 0) + (isThere ? TILE : 0);
}

/** What stands on which side, and which lines run there. */
function channelsOf(frame: PictureFrame, hub: number, arms: readonly Arm[]): readonly Channel[] {
  const inner = arms.toSorted((a, b) => firstOf(a) - firstOf(b)).map(({ rim }) => rim);
  const others = clustersOf(frame, arms).flatMap((cluster) => cluster.others);
  const isIn = { inner: new Set(inner), left: new Set<number>(), right: new Set<number>() };
  const flanks = flanksOf(
    frame,
    others,
    others.map((node) => heightFor(frame, node)),
  );
  for (const side of SIDES) for (const node of flanks[side]) isIn[side].add(node);
  const lines: Record<Side, number[]> = { left: [], right: [] };
  const free: number[] = [];
  frame.edges.forEach(({ from, to }, line) => {
    const among = (side: Side): boolean =>
      [from, to].every((end) => isIn.inner.has(end) || isIn[side].has(end));
    const [left, right] = SIDES.map(among);
    if (left && right) free.push(line);
    else if (left) lines.left.push(line);
    else if (right) lines.right.push(line);
  });
  const fewer = (): Side => (lines.left.length < lines.right.length ? "left" : "right");
  for (const line of free) lines[fewer()].push(line);
  const own = arms.flatMap((arm) => arm.lines.map(({ edge }) => edge));
  const ofHub = fewer();
  lines[ofHub].push(...own);
  return SIDES.map((side) => ({
    inner,
    outer: besideOf(frame, inner, flanks[side]),
    isLeft: side === "left",
    lines: lines[side],
    hub: side === ofHub ? hub : undefined,
  }));
}

const SIDES = ["left", "right"] as const;
type Side = (typeof SIDES)[number];

function firstOf({ lines }: Arm): number {
  return Math.min(...lines.map(({ edge }) => edge));
}

/** About how high a shape gets for its lines. */
function heightFor({ nodes, edges }: PictureFrame, node: number): number {
  const lines = edges.filter(({ from, to }) => from === node || to === node).length;
  return Math.max(nodes[node]?.height ?? 0, lines * 2 * STEP);
}
