import type { Box, EdgePlace, PictureFrame, Places } from "./frame.ts";
import { AISLE, GAP, HEADER_SPACE, PAD, TILE } from "./grid.ts";

/** Between two lanes: the line from stage to stage, and room to see that it is torn. */
const BETWEEN = 48;
/** Around the lanes, inside their row. */
const SIDE = 22;
/** From the top of a lane to its first tile. */
const HEAD = 46;
/** An empty lane is as high as if it had a tile. */
const LEAST = 64;
/** Below the lanes: the way back to the first. */
const RETURN = 26;
const STEP = 12;

/**
 * Rows of lanes, one for each group that stands in no other: all lanes of a row are equally high, and equal stages stand
 * below each other. A tile more makes its row higher, and pushes the rows below.
 */
export function placeLanes(frame: PictureFrame): Places {
  const groups = frame.groups.map((): Box => ({ x: 0, y: 0, width: 0, height: 0 }));
  const nodes = frame.nodes.map((): Box => ({ x: 0, y: 0, width: 0, height: 0 }));
  const tallest = Math.max(0, ...frame.groups.map(({ column }) => column + 1));
  const width = 2 * SIDE + tallest * LANE + (tallest - 1) * BETWEEN;
  let y = 0;
  frame.groups.forEach((row, index) => {
    if (row.parent >= 0) return;
    const lanes = frame.groups.flatMap(({ parent, column }, lane) =>
      parent === index ? [{ lane, column }] : [],
    );
    const top = y + row.title.height + HEADER_SPACE + PAD;
    const depths = lanes.map(({ lane, column }) => {
      const x = SIDE + column * (LANE + BETWEEN);
      return { lane, x, depth: setTiles(frame, lane, { x: x + PAD, y: top + HEAD }, nodes) };
    });
    const height = HEAD + PAD + Math.max(LEAST, ...depths.map(({ depth }) => depth));
    for (const { lane, x } of depths) groups[lane] = { x, y: top, width: LANE, height };
    groups[index] = { x: 0, y, width, height: top + height + RETURN - y };
    y = top + height + RETURN + AISLE;
  });
  const edges = frame.edges.map(({ from, to }) =>
    lineBetween(groups, from - nodes.length, to - nodes.length),
  );
  return {
    size: { width, height: Math.max(0, y - AISLE) },
    bands: [],
    groups,
    nodes,
    edges,
    base: undefined,
  };
}

const LANE = TILE + 2 * PAD;

/** Sets the tiles of a lane below each other and says how far down they reach. */
function setTiles(
  frame: PictureFrame,
  lane: number,
  { x, y }: { readonly x: number; readonly y: number },
  nodes: Box[],
): number {
  let depth = 0;
  frame.nodes.forEach(({ group, width, height }, index) => {
    if (group !== lane) return;
    nodes[index] = { x, y: y + depth, width, height };
    depth += height + GAP / 2;
  });
  return Math.max(0, depth - GAP / 2);
}

/** To the next lane straight; to one before, below all of them. */
function lineBetween(groups: readonly Box[], from: number, to: number): EdgePlace {
  const start = groups[from];
  const end = groups[to];
  if (!start || !end) return { points: [], label: undefined };
  const y = start.y + HEAD / 2 - 4;
  if (end.x > start.x)
    return {
      points: [
        { x: start.x + start.width, y },
        { x: end.x, y },
      ],
      label: undefined,
    };
  const below = start.y + start.height + STEP;
  const points = [
    { x: start.x + start.width / 2, y: start.y + start.height },
    { x: start.x + start.width / 2, y: below },
    { x: end.x + end.width / 2, y: below },
    { x: end.x + end.width / 2, y: end.y + end.height },
  ];
  return { points, label: undefined };
}
