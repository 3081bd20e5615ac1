import { stretchesOf } from "../boxes.ts";
import type { Box, EdgePlace, PictureFrame } from "../frame.ts";
import { columnAt, columnsIn, GAP, GUTTER, TILE } from "../grid.ts";
import { insideOf } from "./insides.ts";
import { makeRoom } from "./push.ts";
import { movedBetween, reaching, wider, type Made, type Room } from "./room.ts";
import { bottom, near, right, withNode, type Sheet } from "../sheet.ts";

/**
 * Gives a shape that is new its place in its group: the free one nearest to what it is connected with; where none is
 * free, one in a row of its own below the others or in a column beside them, whichever moves less.
 */
export function settle(frame: PictureFrame, sheet: Sheet, index: number, room: Room): Sheet {
  const there = freePlace(frame, sheet, index, room);
  if (there) return withNode(sheet, index, there);
  const { group = -1 } = frame.nodes[index] ?? {};
  const below = rowBelow(frame, sheet, index, room);
  const beside = group < 0 ? columnBeside(frame, sheet, index, room) : wider(frame, sheet, group, room);
  if (!beside || beside.moved >= below.moved) return below.sheet;
  const place = beside.sheet.nodes[index] ?? freePlace(frame, beside.sheet, index, room);
  return place ? withNode(beside.sheet, index, place) : below.sheet;
}

/** The free place in its group nearest to what a shape is connected with; undefined where none is free. */
function freePlace(frame: PictureFrame, sheet: Sheet, index: number, room: Room): Box | undefined {
  const { group = -1, width = TILE, height = 0 } = frame.nodes[index] ?? {};
  const inside = insideOf(frame, sheet, group);
  const peers = peersOf(frame, sheet, index);
  const levels = [...new Set(peers.map(({ y }) => y)), levelBelow(frame, sheet, index, room)];
  const columns = columnsOf(sheet, peers, inside, room);
  const isFree = freeFor(frame, sheet, index, room);
  return nearest(
    frame,
    sheet,
    index,
    levels
      .flatMap((y) => columns.map((x): Box => ({ x, y, width, height })))
      .filter((box) => bottom(box) <= bottom(inside) + 0.5 && right(box) <= right(inside) + 0.5)
      .filter(isFree),
  );
}

/** A place in a row of its own, for which room is made. */
function rowBelow(frame: PictureFrame, sheet: Sheet, index: number, room: Room): Made {
  const { group = -1, width = TILE, height = 0 } = frame.nodes[index] ?? {};
  const inside = insideOf(frame, sheet, group);
  const y = levelBelow(frame, sheet, index, room);
  const columns = columnsOf(sheet, peersOf(frame, sheet, index), inside, room);
  const places = columns.map((x): Box => ({ x, y, width, height }));
  const open = group < 0 ? places.filter((it) => !above(sheet, it)) : places;
  const free = open.length > 0 ? open : places.map((place) => lowered(sheet, place));
  const box = nearest(frame, sheet, index, free) ?? { x: inside.x, y, width, height };
  const made = makeRoom(frame, withNode(sheet, index, box), index);
  return { sheet: made, moved: movedBetween(sheet, made) };
}

/** A place, or one so much lower that nothing that begins above it reaches down to it. */
function lowered(sheet: Sheet, place: Box): Box {
  const over = above(sheet, place);
  return over ? lowered(sheet, { ...place, y: bottom(over) + GAP }) : place;
}

/** What begins above a place and reaches down to it. */
function above({ nodes, groups }: Sheet, place: Box): Box | undefined {
  return [...nodes, ...groups].find((box) => box && box.y <= place.y && near(box, place, SIDE, SIDE));
}

/** A place to the right of those like it, on the open floor. */
function columnBeside(frame: PictureFrame, sheet: Sheet, index: number, room: Room): Made | undefined {
  const { width = TILE, height = 0 } = frame.nodes[index] ?? {};
  const peers = peersOf(frame, sheet, index);
  const end = Math.max(...[...sheet.nodes, ...sheet.groups].map((box) => (box ? right(box) : 0)));
  const x = room.grid ? columnAt(room.grid, columnsIn(sheet, room.grid)) : end + 2 * GUTTER;
  const isFree = freeFor(frame, sheet, index, room);
  const places = [...new Set(peers.map(({ y }) => y))].map((y): Box => ({ x, y, width, height }));
  const box = nearest(frame, sheet, index, places.filter(isFree));
  return box && reaching(withNode(sheet, index, box), right(box), room, 0);
}

function gapOf({ grid }: Room): number {
  return grid?.gap ?? GAP + 12;
}

/** Where a row of its own would begin: below all that it could stand below, or at the top of a group that is empty. */
function levelBelow(frame: PictureFrame, sheet: Sheet, index: number, room: Room): number {
  const { group = -1 } = frame.nodes[index] ?? {};
  const inside = insideOf(frame, sheet, group);
  const peers = peersOf(frame, sheet, index);
  const lowest = [...peers, ...childrenOf(frame, sheet, group)].map(bottom);
  if (lowest.length > 0) return Math.max(...lowest) + gapOf(room);
  return group < 0 ? bottom(inside) + gapOf(room) : inside.y;
}

function nearest(frame: PictureFrame, sheet: Sheet, index: number, places: readonly Box[]): Box | undefined {
  const distance = distanceFor(frame, sheet, index);
  const [best] = places.toSorted((a, b) => distance(a) - distance(b) || a.y - b.y || a.x - b.x);
  return best;
}

/** Those that stand in its group; for a shape in none, those of its kind, of its storey, or all that stand in none. */
function peersOf(frame: PictureFrame, sheet: Sheet, index: number): readonly Box[] {
  const { group = -1, rank = 0 } = frame.nodes[index] ?? {};
  const all = frame.nodes.flatMap((node, at) => {
    const box = sheet.nodes[at];
    return node.group === group && box ? [{ box, rank: node.rank }] : [];
  });
  const storey = (it: number): number => Math.floor(it / 100);
  const alike = all.filter((it) => it.rank === rank);
  const close = alike.length > 0 ? alike : all.filter((it) => storey(it.rank) === storey(rank));
  return (group >= 0 || close.length === 0 ? all : close).map(({ box }) => box);
}

function childrenOf({ groups }: PictureFrame, sheet: Sheet, group: number): readonly Box[] {
  return groups.flatMap(({ parent }, at) => (group >= 0 && parent === group ? (sheet.groups[at] ?? []) : []));
}

/** The left sides that a shape may have: those of the columns, or of its neighbours where there are none. */
function columnsOf(sheet: Sheet, peers: readonly Box[], inside: Box, { grid }: Room): readonly number[] {
  const own = [...new Set(peers.map(({ x }) => x))].toSorted((a, b) => a - b);
  if (!grid) return own.length > 0 ? own : [inside.x];
  const all = Array.from({ length: columnsIn(sheet, grid) }, (_, column) => columnAt(grid, column));
  return all.filter((x) => x >= inside.x - 0.5 && x + TILE <= right(inside) + 0.5);
}

/** Whether a place is free: far enough from every other shape, and from groups that are not around it. */
function freeFor(frame: PictureFrame, sheet: Sheet, index: number, { grid }: Room): (box: Box) => boolean {
  const around = new Set<number>();
  for (let at = frame.nodes[index]?.group ?? -1; at >= 0; at = frame.groups[at]?.parent ?? -1) around.add(at);
  const across = grid ? SIDE : GUTTER - 1;
  const down = (grid?.gap ?? GAP) - 1;
  const groups = sheet.groups.flatMap((box, at) =>
    box && !around.has(at) && frame.groups[at]?.frame !== "none" ? [box] : [],
  );
  const lines = frame.layout === "hub" ? sheet.edges.flatMap((edge) => (edge ? drawnOf(edge) : [])) : [];
  return (box) =>
    !sheet.nodes.some((other) => other && near(box, other, across, down)) &&
    ![...groups, ...lines].some((other) => near(box, other, SIDE, SIDE));
}

/** What is drawn of a line: beside pillars there is no other way for it, nor another place for its label. */
function drawnOf({ points, label }: EdgePlace): readonly Box[] {
  return [...stretchesOf(points), ...(label ? [label] : [])];
}

const SIDE = 12;

/** How far a place is from what a shape is connected with. */
function distanceFor(frame: PictureFrame, sheet: Sheet, index: number): (box: Box) => number {
  const boxes = [...sheet.nodes, ...sheet.groups];
  const linked = frame.edges.flatMap(({ from, to }) => {
    const other = from === index ? boxes[to] : to === index ? boxes[from] : undefined;
    return other ? [other] : [];
  });
  return (box) =>
    linked.reduce(
      (sum, other) =>
        sum +
        Math.abs(box.x + box.width / 2 - other.x - other.width / 2) +
        Math.abs(box.y + box.height / 2 - other.y - other.height / 2),
      0,
    );
}
