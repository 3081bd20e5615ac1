import type { Box, EdgePlace, PictureFrame } from "./frame.ts";
import { columnAt, GUTTER, HEADER_SPACE, TILE } from "./grid.ts";
import { meshOf, type Lines } from "./mesh.ts";
import { CLEAR } from "./docks.ts";
import { route } from "./route.ts";
import type { Errand } from "./search.ts";
import type { Building } from "./storeys.ts";

/** Draws the lines of a building whose shapes stand where they stand: no shape moves for a line. */
export function wire(frame: PictureFrame, building: Building): readonly EdgePlace[] {
  const obstacles = obstaclesOf(frame, building);
  const zones = building.groups.map((box, index) => (isOpen(frame, index) ? box : NOWHERE));
  const mesh = meshOf({ ...uprights(building), ...levels(frame, building) }, obstacles, zones);
  const boxes = [...building.nodes, ...building.groups];
  const boxOf = (end: number): Box => boxes[end] ?? NOWHERE;
  const errands = frame.edges.map(({ strand, ...edge }): Errand => {
    const [from, to] = [reachable(frame, edge.from), reachable(frame, edge.to)];
    return {
      from: boxOf(from),
      to: boxOf(to),
      strand,
      home: new Set([homeOf(frame, from), homeOf(frame, to)]),
    };
  });
  return route(mesh, errands, obstacles).map((points) => ({ points, label: undefined }));
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** In a building, a wall is one thing, and no line runs into it. */
function isSolid({ layout, groups }: PictureFrame, group: number): boolean {
  return layout === "storeys" && groups[group]?.frame === "wall";
}

/** Lines run through it, around its title. */
function isOpen(frame: PictureFrame, group: number): boolean {
  return frame.groups[group]?.frame !== "none" && !isSolid(frame, group);
}

/** Where lines to an end can go: a room is reached at the wall around it. */
function reachable(frame: PictureFrame, end: number): number {
  const group = frame.nodes[end]?.group ?? -1;
  return isSolid(frame, group) ? frame.nodes.length + group : end;
}

/** The zone of an endpoint: its own group, from 1. */
function homeOf(frame: PictureFrame, end: number): number {
  const node = frame.nodes[end];
  return (node ? node.group : end - frame.nodes.length) + 1;
}

/** Shapes, solid walls with all that is in them, the heads of other walls and the titles of partitions. */
function obstaclesOf(frame: PictureFrame, { nodes, groups }: Building): readonly Box[] {
  const open = nodes.filter((_, index) => !isSolid(frame, frame.nodes[index]?.group ?? -1));
  const walls = groups.filter((_, index) => isSolid(frame, index));
  const titles = groups.flatMap((box, index) => {
    const group = frame.groups[index];
    if (!group || !isOpen(frame, index) || group.title.height === 0) return [];
    return [
      {
        x: box.x,
        y: box.y + 2,
        width: group.frame === "wall" ? box.width : group.title.width + 24,
        height: group.title.height + HEADER_SPACE - 10,
      },
    ];
  });
  return [...open, ...walls].map(cleared).concat(titles);
}

function cleared({ x, y, width, height }: Box): Box {
  return { x: x - CLEAR, y: y - CLEAR, width: width + 2 * CLEAR, height: height + 2 * CLEAR };
}

/** Upright lines where lines can leave a tile, and four in each gutter: two in its middle, two beside the tiles. */
function uprights({ columns, grid }: Building): Pick<Lines, "xs" | "tightXs" | "portXs"> {
  const open: number[] = [];
  const tightXs = new Set<number>();
  const portXs = new Set<number>();
  for (let column = 0; column <= columns; column++) {
    const left = columnAt(grid, column);
    const middles = grid.gutter > GUTTER ? [MIDDLE, OUTER] : [MIDDLE];
    for (const middle of middles) open.push(left - middle, left - grid.gutter + middle);
    tightXs.add(left - SIDE).add(left - grid.gutter + SIDE);
    if (column < columns) for (let port = 24; port < TILE; port += 26) portXs.add(left + port);
  }
  return { xs: [...open, ...tightXs, ...portXs], tightXs, portXs };
}

const SIDE = 5;
const MIDDLE = 14.5;
const OUTER = 25.5;

/** Level lines: above and below whatever stands somewhere, and where lines can leave a tile sideways. */
function levels(
  frame: PictureFrame,
  { nodes, groups, height, grid }: Building,
): Pick<Lines, "ys" | "tightYs" | "portYs"> {
  const open = new Set<number>();
  const tightYs = new Set<number>();
  const sides = new Set<number>();
  const add = (lines: Set<number>, level: number): unknown =>
    level > 0 && level < height ? lines.add(Math.round(level * 2) / 2) : 0;
  const beside = ({ y, height }: Box, space: number): void => {
    for (const offset of spread(space)) {
      for (const level of [y - offset, y + height + offset]) {
        add(open, level);
        if (offset === SIDE) add(tightYs, level);
      }
    }
  };
  nodes.forEach((box, index) => {
    if (isSolid(frame, frame.nodes[index]?.group ?? -1)) return;
    beside(box, grid.gap);
    for (const share of [-10, 0, 10]) add(sides, box.y + box.height / 2 + share);
  });
  for (const box of groups) beside(box, grid.aisle);
  const portYs = new Set([...sides].filter((level) => !open.has(level)));
  return { ys: [...open, ...portYs], tightYs, portYs };
}

/** Offsets that fill a space between two shapes evenly: the same ones, counted from either side. */
function spread(space: number): readonly number[] {
  const count = Math.floor((space - 2 * SIDE) / APART);
  return Array.from({ length: count + 1 }, (_, index) => SIDE + (index * (space - 2 * SIDE)) / count);
}

/** Two level lines side by side are so far apart. */
const APART = 6.5;
