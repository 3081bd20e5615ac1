import type { Before, Box, EdgePlace, PictureFrame, Places, Point } from "./frame.ts";
import { AISLE, GAP, HEADER_SPACE, PAD, TILE } from "./grid.ts";
import { densityOf } from "./keeping/keep.ts";
import { bottom } from "./sheet.ts";

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
 * below each other. A tile more makes its row higher, and pushes the rows below. With the picture before, tiles keep their
 * places in their lane and rows theirs, and nothing ever moves up.
 */
export function placeLanes(frame: PictureFrame, before?: Before): Places {
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
    const above = Math.max(y, before?.groups[index]?.y ?? 0);
    const stood = Math.max(0, ...lanes.map(({ lane }) => before?.groups[lane]?.y ?? 0));
    const top = Math.max(above + row.title.height + HEADER_SPACE + PAD, stood);
    const depths = lanes.map(({ lane, column }) => {
      const x = SIDE + column * (LANE + BETWEEN);
      return { lane, x, depth: setTiles(frame, lane, { x: x + PAD, y: top + HEAD }, nodes, before) };
    });
    const heights = lanes.map(({ lane }) => before?.groups[lane]?.height ?? 0);
    const height = Math.max(...heights, HEAD + PAD + Math.max(LEAST, ...depths.map(({ depth }) => depth)));
    for (const { lane, x } of depths) groups[lane] = { x, y: top, width: LANE, height };
    groups[index] = { x: 0, y: above, width, height: top + height + RETURN - above };
    y = top + height + RETURN + AISLE;
  });
  const edges = frame.edges.map(({ from, to }) =>
    lineBetween(groups, from - nodes.length, to - nodes.length),
  );
  const size = { width, height: Math.max(0, y - AISLE) };
  const base = before?.base ?? { lattice: undefined, width, density: densityOf({ nodes, size }), bends: 0 };
  return { size, bands: [], groups, nodes, edges, base };
}

const LANE = TILE + 2 * PAD;

/**
 * Sets the tiles of a lane below each other and says how far down they reach. Those that were there stay as far down as
 * they were, and as high; new ones take the first space that is left between them.
 */
function setTiles(
  frame: PictureFrame,
  lane: number,
  { x, y }: Point,
  nodes: Box[],
  before: Before | undefined,
): number {
  const shift = y - HEAD - (before?.groups[lane]?.y ?? 0);
  const own = frame.nodes.flatMap(({ group, width, height }, index) => {
    const was = group === lane ? before?.nodes[index] : undefined;
    const box: Box = { x, y: was ? was.y + shift : y, width, height: Math.max(height, was?.height ?? 0) };
    return group === lane ? [{ index, box, isNew: !was }] : [];
  });
  const set: Box[] = [];
  for (const { index, box } of own.filter(({ isNew }) => !isNew).toSorted((a, b) => a.box.y - b.box.y)) {
    const least = set.length === 0 ? y : bottom(set.at(-1) ?? box) + GAP / 2;
    nodes[index] = { ...box, y: Math.max(box.y, least) };
    set.push(nodes[index]);
  }
  for (const { index, box } of own.filter(({ isNew }) => isNew)) {
    const levels = [y, ...set.map((it) => bottom(it) + GAP / 2)].toSorted((a, b) => a - b);
    const isFree = (level: number): boolean =>
      set.every((it) => level >= bottom(it) + GAP / 2 || level + box.height + GAP / 2 <= it.y);
    nodes[index] = { ...box, y: levels.find(isFree) ?? y };
    set.push(nodes[index]);
  }
  return Math.max(0, ...set.map((it) => bottom(it) - y));
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
