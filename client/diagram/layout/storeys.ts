import type { BandPlace, Box, FrameGroup, FrameNode, PictureFrame, Size } from "./frame.ts";
import {
  AISLE,
  BAND_PAD,
  BUILDING,
  FLOOR,
  GAP,
  GUTTER,
  LABEL,
  LEAST_ROW,
  MARGIN,
  PITCH,
  ROOM_GAP,
  type Grid,
} from "./grid.ts";
import { beneath } from "./beneath.ts";
import { fittest } from "./fittest.ts";
import type { Orders } from "./order.ts";
import { pack, type Packable } from "./pack.ts";
import { headerOf, padOf, setShelf, type Room, type Row } from "./shelves.ts";

/** Where shapes stand in the three storeys; lines come later. */
export interface Building {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly grid: Grid;
  readonly bands: readonly BandPlace[];
  readonly groups: readonly Box[];
  readonly nodes: readonly Box[];
}

/**
 * Places groups by what they mean: storey by storey, row by row, in their order, on one grid of columns. Hardly anything
 * here depends on the edges, so that a new line moves no shape, but for goals beneath the goals that they serve.
 */
export function placeStoreys(frame: PictureFrame, orders: Orders, columns?: number): Building {
  const rooms = roomsOf(frame, orders);
  const plans = WIDTHS.filter((columns) => columns >= leastColumns(rooms)).map((columns) =>
    plan(rooms, columns),
  );
  const best = fittest(plans, (plan) => misfit(plan, frame.table), columns);
  return build(frame, rooms, best);
}

/** Few widths to choose from, so that the choice seldom changes while somebody edits. */
const WIDTHS = [2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40];
/** Of a screen, or of a sheet on a wall. */
const SHAPE = 1.4;
/** Lines from a floor of walls in two pieces have to go around the lower one: that is worth another shape of the sheet. */
const BROKEN = 0.5;

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
  const isPlain = nodes.length > 0 && !spread && group.frame !== "wall";
  const height = Math.max(isPlain ? LEAST_ROW : 0, ...nodes.map((node) => node.height));
  const grows = spread || group.frame === "wall";
  const gap = group.frame === "wall" ? ROOM_GAP : GAP;
  const around = headerOf(group) + 2 * padOf(group);
  return { count: spread ? 1 : nodes.length, height, gap, around, least, grows };
}

function columnsFor(width: number): number {
  return Math.ceil((width + GUTTER) / PITCH - 0.001);
}

function leastColumns(rooms: readonly Room[]): number {
  return Math.min(40, Math.max(2, ...rooms.map((room) => room.packable.least)));
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
      .toSorted()
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
function misfit({ columns, rows }: Plan, table: Size): number {
  const heights = rows.flatMap((row) => row.shelves.map((shelf) => shelf.height + AISLE));
  const height = heights.reduce((sum, shelf) => sum + shelf, 300);
  const broken = rows.filter(
    ({ rooms, shelves }) => shelves.length > 1 && rooms.some(({ packable }) => packable.grows),
  ).length;
  const shape = Math.max(columns * PITCH + LABEL + 2 * MARGIN, table.width) / (height + table.height);
  return Math.abs(Math.log(shape / SHAPE)) + broken * BROKEN;
}

/** Goals stand beneath the goals that they serve: a row that no frame holds together is free to. */
function liftUp(
  frame: PictureFrame,
  room: Room | undefined,
  { columns, nodes, groups }: { readonly columns: number; readonly nodes: Box[]; readonly groups: Box[] },
): void {
  if (room?.group.frame !== "none" || room.nodes.some(({ spread }) => spread)) return;
  const tops = new Set(room.members.map((member) => nodes[member]?.y));
  for (const top of tops) {
    const row = room.members.filter((member) => nodes[member]?.y === top);
    beneath(frame, row, { boxes: nodes, columns });
  }
  const boxes = room.members.flatMap((member) => nodes[member] ?? []);
  const own = groups[room.index];
  if (!own || boxes.length === 0) return;
  const x = Math.min(...boxes.map((box) => box.x));
  const end = Math.max(...boxes.map((box) => box.x + box.width));
  groups[room.index] = { ...own, x, width: end - x };
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
        for (const { index } of shelf.groups)
          if (shelf.groups.length === 1) liftUp(frame, row.rooms[index], { columns, nodes, groups });
        y += height + AISLE;
      }
    y += BAND_PAD - AISLE;
    bands.push({ storey, box: { x: 0, y: top, width, height: y - top } });
    y += FLOOR;
  }
  return { width, height: Math.max(0, y - FLOOR), columns, grid: BUILDING, bands, groups, nodes };
}
