import type { BandPlace, Box, FrameGroup, FrameNode, PictureFrame } from "./frame.ts";
import {
  AISLE,
  BAND_PAD,
  FLOOR,
  GAP,
  GUTTER,
  HEADER_SPACE,
  LABEL,
  MARGIN,
  PAD,
  PITCH,
  ROOM_GAP,
  TILE,
} from "./grid.ts";
import { pack, rowsOf, type Packable, type Shelf } from "./pack.ts";

/** Where shapes stand in the three storeys; lines come later. */
export interface Building {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly bands: readonly BandPlace[];
  readonly groups: readonly Box[];
  readonly nodes: readonly Box[];
}

/** The order of the nodes of each group, by the index of the group. */
export type Orders = ReadonlyMap<number, readonly number[]>;

/**
 * Places groups by what they mean: storey by storey, row by row, in their order, on one grid of columns. Nothing here
 * depends on the edges, so that a new line moves no shape.
 */
export function placeStoreys(frame: PictureFrame, orders: Orders): Building {
  const rooms = roomsOf(frame, orders);
  const plans = WIDTHS.filter((columns) => columns >= leastColumns(rooms)).map((columns) =>
    plan(rooms, columns),
  );
  const best = plans.reduce((chosen, other) => (misfit(other) < misfit(chosen) ? other : chosen));
  return build(frame, rooms, best);
}

/** Few widths to choose from, so that the choice seldom changes while somebody edits. */
const WIDTHS = [4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40];
const SHAPE = 1.3;

interface Room {
  readonly index: number;
  readonly group: FrameGroup;
  readonly members: readonly number[];
  readonly nodes: readonly FrameNode[];
  readonly packable: Packable;
}

function roomsOf(frame: PictureFrame, orders: Orders): readonly Room[] {
  const members = frame.groups.map((): number[] => []);
  frame.nodes.forEach((node, index) => members[node.group]?.push(index));
  return frame.groups.map((group, index) => {
    const ordered = orders.get(index) ?? members[index] ?? [];
    const nodes = ordered.flatMap((member) => frame.nodes[member] ?? []);
    return { index, group, members: ordered, nodes, packable: packableOf(group, nodes) };
  });
}

function packableOf(group: FrameGroup, nodes: readonly FrameNode[]): Packable {
  const wide = Math.max(1, ...nodes.map((node) => columnsFor(node.width)));
  const spread = nodes.some((node) => node.spread);
  const least = spread ? nodes.length * wide : Math.max(1, columnsFor(group.title.width));
  const height = Math.max(0, ...nodes.map((node) => node.height));
  const grows = spread || group.frame === "wall";
  const gap = group.frame === "wall" ? ROOM_GAP : GAP;
  const around = headerOf(group) + 2 * padOf(group);
  return { count: spread ? 1 : nodes.length, height, gap, around, least, grows };
}

function columnsFor(width: number): number {
  return Math.ceil((width + GUTTER) / PITCH - 0.001);
}

const headerOf = (group: FrameGroup): number =>
  group.title.height > 0 ? group.title.height + HEADER_SPACE - PAD : 0;
const padOf = (group: FrameGroup): number => (group.frame === "none" ? 0 : PAD);

function leastColumns(rooms: readonly Room[]): number {
  return Math.min(40, Math.max(4, ...rooms.map((room) => room.packable.least)));
}

interface Row {
  readonly storey: FrameGroup["storey"];
  readonly rooms: readonly Room[];
  readonly shelves: readonly Shelf[];
}

interface Plan {
  readonly columns: number;
  readonly rows: readonly Row[];
}

function plan(rooms: readonly Room[], columns: number): Plan {
  const keys = [
    ...new Set(rooms.map(({ group }) => `${group.storey} ${String(group.row).padStart(4, "0")}`)),
  ];
  const order = ["why", "what", "how"] as const;
  const rows = order.flatMap((storey) =>
    keys
      .filter((key) => key.startsWith(`${storey} `))
      .sort()
      .map((key) => {
        const row = rooms.filter(
          ({ group }) => group.storey === storey && group.row === Number(key.split(" ")[1]),
        );
        const shelves = pack(
          row.map((room) => room.packable),
          columns,
        );
        return { storey, rooms: row, shelves };
      }),
  );
  return { columns, rows };
}

/** How far a plan is from the shape of a page that hangs well on a wall. */
function misfit({ columns, rows }: Plan): number {
  const heights = rows.flatMap((row) => row.shelves.map((shelf) => shelf.height + AISLE));
  const height = heights.reduce((sum, shelf) => sum + shelf, 300);
  return Math.abs(Math.log((columns * PITCH + LABEL + 2 * MARGIN) / height / SHAPE));
}

function build(frame: PictureFrame, rooms: readonly Room[], { columns, rows }: Plan): Building {
  const width = LABEL + 2 * MARGIN + columns * PITCH - GUTTER;
  const nodes = frame.nodes.map((): Box => ({ x: 0, y: 0, width: 0, height: 0 }));
  const groups = rooms.map((): Box => ({ x: 0, y: 0, width: 0, height: 0 }));
  const bands: BandPlace[] = [];
  let y = 0;
  for (const storey of ["why", "what", "how"] as const) {
    const own = rows.filter((row) => row.storey === storey);
    if (own.length === 0) continue;
    const top = y;
    y += BAND_PAD;
    for (const row of own)
      for (const shelf of row.shelves) {
        const height = setShelf(row, shelf, { columns, y, nodes, groups });
        y += height + AISLE;
      }
    y += BAND_PAD - AISLE;
    bands.push({ storey, box: { x: 0, y: top, width, height: y - top } });
    y += FLOOR;
  }
  return { width, height: Math.max(0, y - FLOOR), columns, bands, groups, nodes };
}

interface Ground {
  readonly columns: number;
  readonly y: number;
  readonly nodes: Box[];
  readonly groups: Box[];
}

/** Sets one shelf down and gives its height; all of its groups are as high as the highest. */
function setShelf(row: Row, shelf: Shelf, ground: Ground): number {
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
  for (const { index, column, columns } of shelf.groups) {
    const room = row.rooms[index];
    if (!room) continue;
    const pad = padOf(room.group);
    const x = columnX(column + shift) - pad;
    ground.groups[room.index] = { x, y: ground.y, width: columns * PITCH - GUTTER + 2 * pad, height };
  }
  return height;
}

export function columnX(column: number): number {
  return LABEL + MARGIN + column * PITCH;
}

/** Tiles row by row; those of one row are equally high. */
function setTiles(room: Room, column: number, columns: number, ground: Ground): number {
  if (room.group.frame === "wall") return setRooms(room, column, columns, ground);
  const { group, members, nodes } = room;
  let y = ground.y + headerOf(group) + padOf(group);
  for (let start = 0; start < members.length; start += columns) {
    const height = Math.max(...nodes.slice(start, start + columns).map((node) => node.height));
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
