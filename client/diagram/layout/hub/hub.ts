import { armsOf, type Arm } from "./arms.ts";
import { placeBeamed } from "./beamed.ts";
import type { Box, PictureFrame, Point } from "../frame.ts";
import { GAP, GUTTER, PITCH, TILE } from "../grid.ts";
import { BETWEEN, MARGIN, type Around, type HubPlaces } from "./pillar.ts";
import { placePillars } from "./pillars.ts";
import { placeWinged } from "./winged.ts";

/** What has to do with nothing stands in rows of at least this width. */
const LEAST = 3 * PITCH;
/** A column of lines has room for its labels, and for a bend beside them. */
const BESIDE_LABELS = 56;
const LEAST_CHANNEL = 120;

/**
 * Pillars in the middle, one below the other, and at both sides what has to do with each; behind that what has to do
 * with this, where there is one pillar. What has to do with none stands below.
 */
export function placeHub(frame: PictureFrame): HubPlaces {
  const hubs = [...frame.nodes.keys()].filter((index) => frame.nodes[index]?.spread);
  const arms = armsOf(frame, hubs);
  const labels = frame.edges.map(({ label }) => label?.width ?? 0);
  const channel = Math.max(LEAST_CHANNEL, ...labels.map((width) => width + BESIDE_LABELS));
  const { size, nodes, edges } = placeAround(frame, hubs, arms, channel);
  const rest = [...nodes.keys()].filter((index) => !nodes[index]);
  const placed = frame.nodes.map(
    ({ width, height }, index): Box => nodes[index] ?? { x: 0, y: 0, width, height },
  );
  const width = rest.length > 0 ? Math.max(size.width, LEAST) : size.width;
  let foot = size.height - MARGIN + BETWEEN;
  for (const isHub of [true, false]) {
    const row = rest.filter((index) => hubs.includes(index) === isHub);
    foot = setRows(placed, row, { x: MARGIN, y: foot, width: width - 2 * MARGIN });
  }
  return { size: { width, height: foot - BETWEEN + MARGIN }, nodes: placed, edges };
}

/**
 * With columns behind those beside the only pillar where lines lead on from these, or where many lead from one to
 * another; and with a beam over all in place of the pillar where that would be high, and so it fits better on a page.
 */
function placeAround(
  frame: PictureFrame,
  hubs: readonly number[],
  arms: readonly Arm[],
  channel: number,
): Around {
  const [hub] = hubs;
  const rims = new Set(arms.map(({ rim }) => rim));
  const among = frame.edges.filter(({ from, to }) => rims.has(from) && rims.has(to));
  const isDeep = frame.edges.some(
    ({ from, to }) => rims.has(from) !== rims.has(to) && from !== hub && to !== hub,
  );
  if (hub === undefined || hubs.length > 1 || (!isDeep && among.length <= FEW))
    return placePillars(frame, pillarsOf(frame, hubs), arms, channel);
  const winged = placeWinged(frame, hub, arms, channel);
  const misfit = ({ size }: Around): number =>
    Math.abs(Math.log(size.width / (size.height + HEADING) / SHAPE));
  if (!isDeep || winged.size.height < HIGH || misfit(winged) < WELL) return winged;
  const beamed = placeBeamed(frame, hub, arms);
  return misfit(beamed) < misfit(winged) ? beamed : winged;
}

/** Those that nothing has to do with stand with the rest, unless that is so of all. */
function pillarsOf({ edges }: PictureFrame, hubs: readonly number[]): readonly number[] {
  const own = hubs.filter((hub) => edges.some(({ from, to }) => from === hub || to === hub));
  return own.length > 0 ? own : hubs;
}

/** So many lines among what stands beside a pillar are best drawn straight, or around the outside. */
const FEW = 4;
/** Of a page, with the title above the picture. */
const SHAPE = 1.4;
const HEADING = 150;
const WELL = 0.4;
/** Lower than this, all is seen at once however wide it is. */
const HIGH = 900;

/** Sets shapes side by side, in as many rows as they need, and says where the next thing could stand. */
function setRows(nodes: Box[], members: readonly number[], area: Point & { readonly width: number }): number {
  const wide = Math.max(TILE, ...members.map((member) => nodes[member]?.width ?? 0));
  const columns = Math.max(1, Math.floor((area.width + GUTTER) / (wide + GUTTER)));
  let y = area.y;
  for (let start = 0; start < members.length; start += columns) {
    const row = members.slice(start, start + columns);
    const height = Math.max(0, ...row.map((member) => nodes[member]?.height ?? 0));
    row.forEach((member, offset) => {
      const width = nodes[member]?.width ?? wide;
      nodes[member] = { x: area.x + offset * (wide + GUTTER), y, width, height };
    });
    y += height + (start + columns < members.length ? GAP : BETWEEN);
  }
  return y;
}
