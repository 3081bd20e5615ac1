import type { Box, FrameGroup, FrameNode } from "./frame.ts";
import {
  BUILDING,
  columnAt,
  GAP,
  GUTTER,
  HEADER_SPACE,
  LEAST_ROW,
  PAD,
  PITCH,
  ROOM_GAP,
  TILE,
} from "./grid.ts";
import { rowsOf, type Packable, type Shelf } from "./pack.ts";

/** A group with its members, in their order. */
export interface Room {
  readonly index: number;
  readonly group: FrameGroup;
  readonly members: readonly number[];
  readonly nodes: readonly FrameNode[];
  readonly packable: Packable;
}

/** Groups that stand side by side, on as many shelves as they need. */
export interface Row {
  readonly storey: FrameGroup["storey"];
  readonly rooms: readonly Room[];
  readonly shelves: readonly Shelf[];
}

/** Where shapes are set down: their boxes are filled in. */
export interface Ground {
  readonly columns: number;
  readonly y: number;
  readonly nodes: Box[];
  readonly groups: Box[];
}

export const headerOf = (group: FrameGroup): number =>
  group.title.height > 0 ? group.title.height + HEADER_SPACE - PAD : 0;
export const padOf = (group: FrameGroup): number => (group.frame === "none" ? 0 : PAD);

/** Sets one shelf down and gives its height; all of its groups are as high as the highest. */
export function setShelf(row: Row, shelf: Shelf, ground: Ground): number {
  const used = shelf.groups.reduce((sum, { columns }) => sum + columns, 0);
  const open = shelf.groups.every(({ index }) => row.rooms[index]?.group.frame === "none");
  const shift = open ? Math.floor((ground.columns - used) / 2) : 0;
  const heights = shelf.groups.map(({ index, column, columns }) => {
    const room = row.rooms[index];
    if (!room) return 0;
    if (room.nodes.some((node) => node.spread)) return setSpread(room, column + shift, columns, ground);
    return setTiles(room, column + shift, columns, ground);
  });
  const height = Math.max(0, ...heights);
  for (const [turn, { index, column, columns }] of shelf.groups.entries()) {
    const room = row.rooms[index];
    if (!room) continue;
    if (room.group.frame === "wall") raise(room, columns, height - (heights[turn] ?? height), ground);
    const pad = padOf(room.group);
    const x = columnX(column + shift) - pad;
    ground.groups[room.index] = { x, y: ground.y, width: columns * PITCH - GUTTER + 2 * pad, height };
  }
  return height;
}

function columnX(column: number): number {
  return columnAt(BUILDING, column);
}

/** Tiles row by row; those of one row are equally high. */
function setTiles(room: Room, column: number, columns: number, ground: Ground): number {
  if (room.group.frame === "wall") return setRooms(room, column, columns, ground);
  const { group, members, nodes } = room;
  let y = ground.y + headerOf(group) + padOf(group);
  for (let start = 0; start < members.length; start += columns) {
    const height = Math.max(LEAST_ROW, ...nodes.slice(start, start + columns).map((node) => node.height));
    members.slice(start, start + columns).forEach((member, offset) => {
      ground.nodes[member] = { x: columnX(column + offset), y, width: TILE, height };
    });
    y += height + GAP;
  }
  if (members.length > 0) y -= GAP;
  return y + padOf(group) - ground.y;
}

/** Rooms between walls: all alike, side by side, since no line runs among them. */
function setRooms(room: Room, column: number, share: number, ground: Ground): number {
  const { group, members, packable } = room;
  const columns = Math.max(1, Math.min(share, members.length));
  const top = ground.y + headerOf(group) + padOf(group);
  const width = (share * PITCH - GUTTER - (columns - 1) * ROOM_GAP) / columns;
  const step = packable.height + ROOM_GAP;
  members.forEach((member, index) => {
    const x = columnX(column) + (index % columns) * (width + ROOM_GAP);
    const y = top + Math.floor(index / columns) * step;
    ground.nodes[member] = { x, y, width, height: packable.height };
  });
  const rows = rowsOf(members.length, columns);
  return top + Math.max(0, rows * step - ROOM_GAP) + padOf(group) - ground.y;
}

/** Makes the rooms of a wall higher where the walls beside it are: up to half as high again, then space stays free. */
function raise({ members, packable }: Room, share: number, spare: number, ground: Ground): void {
  const columns = Math.max(1, Math.min(share, members.length));
  const more = Math.floor(Math.min(spare / rowsOf(members.length, columns), packable.height / 2));
  if (members.length === 0 || more <= 0) return;
  members.forEach((member, index) => {
    const box = ground.nodes[member];
    if (!box) return;
    const y = box.y + Math.floor(index / columns) * more;
    ground.nodes[member] = { ...box, y, height: box.height + more };
  });
}

/** Shapes that share the whole width of their group. */
function setSpread(room: Room, column: number, columns: number, ground: Ground): number {
  const height = Math.max(...room.nodes.map((node) => node.height));
  const count = room.members.length;
  room.members.forEach((member, index) => {
    const from = Math.round((index * columns) / count);
    const to = Math.round(((index + 1) * columns) / count);
    const width = (to - from) * PITCH - GUTTER;
    ground.nodes[member] = { x: columnX(column + from), y: ground.y, width, height };
  });
  return height;
}
