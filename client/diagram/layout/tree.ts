import { branch, DROP, INSET } from "./branch.ts";
import type { Box, PictureFrame, Places, Point, Size } from "./frame.ts";
import { AISLE, GAP, GUTTER, PITCH } from "./grid.ts";
import { densityOf } from "./keeping/keep.ts";
import { APART, chunks, setShelf } from "./tree-shelf.ts";

/** So many stand side by side; more stand in rows, half of each on either side of the line that leads down. */
const ABREAST = 7;
const ROW = 6;

/**
 * A chart of who reports to whom: heads on top, in the middle above those that report to them; a few at the very end hang
 * in a list. Edges lead from a shape to the one above it, and make no circle. What stands in a group is in no tree,
 * and comes last.
 */
export function placeTree(frame: PictureFrame): Places {
  const below = belowOf(frame);
  const heads = frame.nodes.flatMap(({ group }, index) =>
    group < 0 && !frame.edges.some(({ from }) => from === index) ? [index] : [],
  );
  const trees = heads.map((head) => treeOf(frame, below, head));
  const forest = wrapped(trees, Math.max(LEAST, ...trees.map(({ width }) => width)));
  const boxes = frame.nodes.map((): Box => ({ x: 0, y: 0, width: 0, height: 0 }));
  for (const { index, ...box } of forest.placed) boxes[index] = box;
  let y = forest.height + (forest.height > 0 ? APART : 0);
  const groups = frame.groups.map((_, group) => {
    const box = setShelf(frame, group, { y, width: forest.width }, boxes);
    y = box.y + box.height + AISLE;
    return box;
  });
  const height = groups.length > 0 ? y - AISLE : forest.height;
  const width = Math.max(forest.width, ...groups.map((box) => box.width));
  const edges = frame.edges.map(({ from, to }) => branch(boxes, !isList(below, to), from, to));
  const size = { width, height };
  const base = { lattice: undefined, width, density: densityOf({ nodes: boxes, size }), bends: 0 };
  return { size, bands: [], groups, nodes: boxes, edges, base };
}

/** The chart is at least as wide as so many tiles. */
const LEAST = 4 * PITCH - GUTTER;

/** Who reports to whom, in the order of the shapes. */
type Below = ReadonlyMap<number, readonly number[]>;

interface Placed extends Box {
  readonly index: number;
}

/** Some shapes, placed from an upper left corner of their own. */
interface Block extends Size {
  readonly placed: readonly Placed[];
}

function belowOf({ edges }: PictureFrame): Below {
  const below = new Map<number, number[]>();
  for (const { from, to } of edges.toSorted((a, b) => a.from - b.from))
    below.set(to, [...(below.get(to) ?? []), from]);
  return below;
}

/** At the end of a branch, up to so many hang in a list. */
const LISTED = 4;

/** Whether those that report to somebody hang in a list below: few, and with nobody below them. */
function isList(below: Below, head: number): boolean {
  const next = below.get(head) ?? [];
  return next.length <= LISTED && next.every((one) => !below.has(one)) && !isTop(below, head);
}

/** Whether somebody has others below and nobody above: a row below is what a chart is known by. */
function isTop(below: Below, head: number): boolean {
  return below.has(head) && ![...below.values()].some((next) => next.includes(head));
}

/** A head in the middle above those that report to it, or with a list of them. */
function treeOf(frame: PictureFrame, below: Below, head: number): Block {
  if (isList(below, head)) return listOf(frame, below, head);
  const lists = (below.get(head) ?? []).map((one) => treeOf(frame, below, one));
  const tile = sizeOf(frame, head);
  if (lists.length <= ABREAST) {
    const row = beside(lists);
    const trunk = Math.max(row.width, tile.width) / 2;
    return united([
      { index: head, x: trunk - tile.width / 2, y: 0, ...tile },
      ...moved(row, trunk - row.width / 2, tile.height + DROP),
    ]);
  }
  const rows = chunks(lists, ROW).map((row) => {
    const half = Math.ceil(row.length / 2);
    return { left: beside(row.slice(0, half)), right: beside(row.slice(half)) };
  });
  const trunk = Math.max(...rows.map(({ left }) => left.width)) + GUTTER / 2;
  const placed: Placed[] = [{ index: head, x: trunk - tile.width / 2, y: 0, ...tile }];
  let y = tile.height + DROP;
  for (const { left, right } of rows) {
    placed.push(...moved(left, trunk - GUTTER / 2 - left.width, y), ...moved(right, trunk + GUTTER / 2, y));
    y += Math.max(left.height, right.height) + DROP;
  }
  return united(placed);
}

/** Somebody, and below, set in, those that report to them. */
function listOf(frame: PictureFrame, below: Below, one: number): Block {
  const tile = sizeOf(frame, one);
  const placed: Placed[] = [{ index: one, x: 0, y: 0, ...tile }];
  let y = tile.height + GAP / 2;
  for (const other of below.get(one) ?? []) {
    const size = sizeOf(frame, other);
    placed.push({ index: other, x: INSET, y, ...size });
    y += size.height + GAP / 2;
  }
  return united(placed);
}

function sizeOf({ nodes }: PictureFrame, index: number): Size {
  const { width = 0, height = 0 } = nodes[index] ?? {};
  return { width, height };
}

function beside(blocks: readonly Block[]): Block {
  let x = 0;
  const placed = blocks.flatMap((block) => {
    const at = x;
    x += block.width + GUTTER;
    return moved(block, at, 0);
  });
  return united(placed);
}

/** Trees from left to right, in as many rows as it takes. */
function wrapped(trees: readonly Block[], width: number): Block {
  const placed: Placed[] = [];
  let at: Point = { x: 0, y: 0 };
  let depth = 0;
  for (const tree of trees) {
    if (at.x > 0 && at.x + tree.width > width) at = { x: 0, y: at.y + depth + APART };
    depth = at.x === 0 ? tree.height : Math.max(depth, tree.height);
    placed.push(...moved(tree, at.x, at.y));
    at = { ...at, x: at.x + tree.width + GUTTER };
  }
  return united(placed);
}

function moved({ placed }: Block, x: number, y: number): readonly Placed[] {
  return placed.map((one) => ({ ...one, x: one.x + x, y: one.y + y }));
}

function united(placed: readonly Placed[]): Block {
  return {
    placed,
    width: Math.max(0, ...placed.map(({ x, width }) => x + width)),
    height: Math.max(0, ...placed.map(({ y, height }) => y + height)),
  };
}
