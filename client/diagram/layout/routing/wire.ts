import { corridors } from "./corridors.ts";
import { CLEAR } from "./docks.ts";
import type { Box, EdgePlace, PictureFrame } from "../frame.ts";
import { HEADER_SPACE } from "../grid.ts";
import { holds } from "./hold.ts";
import { labelled } from "./labels.ts";
import { meshOf, type Mesh } from "./mesh.ts";
import { route } from "./route.ts";
import type { Errand } from "./errand.ts";
import type { Ground } from "./ground.ts";

/** Draws the lines between shapes that stand where they stand: no shape moves for a line. */
export function wire(frame: PictureFrame, ground: Ground): readonly EdgePlace[] {
  const obstacles = obstaclesOf(frame, ground);
  const boxes = [...ground.nodes, ...ground.groups];
  const boxOf = (end: number): Box => boxes[end] ?? NOWHERE;
  const errands = frame.edges.map(({ strand, ...edge }, index): Errand => {
    const [start, end] = [reachable(frame, edge.from), reachable(frame, edge.to)];
    const [from, to] = [boxOf(start), boxOf(end)];
    const before = ground.edges[index]?.points;
    const kept = before && holds(before, from, to, obstacles) ? before : undefined;
    return { from, to, strand, home: new Set([homeOf(frame, start), homeOf(frame, end)]), kept };
  });
  const ways = errands.every(({ kept }) => kept)
    ? errands.map(({ kept = [] }) => kept)
    : route(meshFor(frame, ground, obstacles), errands, obstacles);
  return labelled(frame, ground, ways, obstacles);
}

/** More lines than this. */
const CROWDED = 200;

function meshFor(frame: PictureFrame, ground: Ground, obstacles: readonly Box[]): Mesh {
  const zones = ground.groups.map((box, index) => (isOpen(frame, index) ? box : NOWHERE));
  const open = ground.nodes.filter((_, index) => !isSolid(frame, frame.nodes[index]?.group ?? -1));
  return meshOf(corridors(ground, open, ground.groups, frame.edges.length > CROWDED), obstacles, zones);
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
function obstaclesOf(frame: PictureFrame, { nodes, groups }: Ground): readonly Box[] {
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
