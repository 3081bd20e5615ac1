import type { Box, EdgePlace, PictureFrame } from "./frame.ts";
import { GUTTER, HEADER_SPACE, TILE } from "./grid.ts";
import { meshOf } from "./mesh.ts";
import { CLEAR, route, type Errand } from "./route.ts";
import { columnX, type Building } from "./storeys.ts";

/** Draws the lines of a building whose shapes stand where they stand: no shape moves for a line. */
export function wire(frame: PictureFrame, building: Building): readonly EdgePlace[] {
  const obstacles = obstaclesOf(frame, building);
  const zones = building.groups.map((box, index) =>
    frame.groups[index]?.frame === "partition" ? box : NOWHERE,
  );
  const mesh = meshOf({ ...uprights(building), ys: levels(frame, building) }, obstacles, zones);
  const ends = [...building.nodes, ...building.groups];
  const errands = frame.edges.map((edge): Errand => {
    const home = new Set([homeOf(frame, edge.from), homeOf(frame, edge.to)]);
    return { from: ends[edge.from] ?? NOWHERE, to: ends[edge.to] ?? NOWHERE, strand: edge.strand, home };
  });
  return route(mesh, errands, obstacles).map((points) => ({ points, label: undefined }));
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** The zone of an endpoint: its own group, from 1. */
function homeOf(frame: PictureFrame, end: number): number {
  const node = frame.nodes[end];
  return (node ? node.group : end - frame.nodes.length) + 1;
}

/** Shapes, walls with all that is in them, and the titles of partitions. */
function obstaclesOf(frame: PictureFrame, { nodes, groups }: Building): readonly Box[] {
  const open = nodes.filter((_, index) => frame.groups[frame.nodes[index]?.group ?? -1]?.frame !== "wall");
  const walls = groups.filter((_, index) => frame.groups[index]?.frame === "wall");
  const titles = groups.flatMap((box, index) => {
    const group = frame.groups[index];
    if (!group || group.frame !== "partition" || group.title.height === 0) return [];
    return [
      {
        x: box.x,
        y: box.y + 2,
        width: group.title.width + 24,
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
function uprights({ columns }: Building): {
  readonly xs: readonly number[];
  readonly tight: ReadonlySet<number>;
} {
  const open: number[] = [];
  const tight = new Set<number>();
  for (let column = 0; column <= columns; column++) {
    const left = columnX(column);
    open.push(left - MIDDLE, left - GUTTER + MIDDLE);
    tight.add(left - SIDE).add(left - GUTTER + SIDE);
    if (column < columns) for (let port = 22; port < TILE; port += 20) open.push(left + port);
  }
  return { xs: [...open, ...tight], tight };
}

const SIDE = 5;
const MIDDLE = 14.5;

/** Level lines: three above and below whatever stands somewhere, and where lines can leave a tile sideways. */
function levels(frame: PictureFrame, { nodes, groups, height }: Building): readonly number[] {
  const lines = new Set<number>();
  const add = (level: number): unknown =>
    level > 0 && level < height ? lines.add(Math.round(level * 2) / 2) : 0;
  nodes.forEach((box, index) => {
    if (frame.groups[frame.nodes[index]?.group ?? -1]?.frame === "wall") return;
    for (const offset of [5.5, 12, 18.5]) {
      add(box.y - offset);
      add(box.y + box.height + offset);
    }
    for (const share of [-10, 0, 10]) add(box.y + box.height / 2 + share);
  });
  for (const box of groups)
    for (const offset of [5.5, 12, 18.5, 25, 31.5]) {
      add(box.y - offset);
      add(box.y + box.height + offset);
    }
  return [...lines];
}
