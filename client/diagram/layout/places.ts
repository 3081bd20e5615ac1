import type { Base, Before, Box, EdgePlace, Lattice, PictureFrame, Places, Standing } from "./frame.ts";
import { placeFloor } from "./floor.ts";
import { columnsIn } from "./grid.ts";
import { placeHub } from "./hub/hub.ts";
import { keepTree } from "./keeping/keep-tree.ts";
import { densityOf, isEmptier, keep } from "./keeping/keep.ts";
import { placeLanes } from "./lanes.ts";
import { ordersOf } from "./order.ts";
import { hasPins } from "./pins/pinned.ts";
import { setDown, setInLanes } from "./pins/set-down.ts";
import { placeStoreys } from "./storeys.ts";
import { placeTree } from "./tree.ts";

/**
 * Where everything goes. A building is set up by meaning, storey by storey: the lines inside a group say what stands
 * beside what, the grid says where, and the lines find their way around. So is the floor of a free graph, but for a handful
 * of shapes in no groups, which are ELK's altogether. With the places of the picture before, what did not change stays
 * where it was, as far as that does not spoil the picture.
 */
export async function placesOf(frame: PictureFrame, before?: Before): Promise<Places> {
  if (frame.nodes.length + frame.groups.length === 0) return NOTHING;
  if (frame.layout === "lanes") return setInLanes(frame, lanesOf(frame, before));
  if (frame.layout === "tree") return (before && keepTree(frame, before)) ?? placeTree(frame);
  return (before && stayed(frame, before)) ?? afresh(frame, before?.base.lattice?.columns);
}

const NOTHING: Places = {
  size: { width: 0, height: 0 },
  bands: [],
  groups: [],
  nodes: [],
  edges: [],
  base: undefined,
};

/** Lanes as they were, unless too much of them would be empty. */
function lanesOf(frame: PictureFrame, before: Before | undefined): Places {
  const kept = before && placeLanes(frame, before);
  return kept && !isEmptier(kept, before.base) ? kept : placeLanes(frame);
}

/** What was there before where it was; undefined where too much changed, or where lines would have to wind. */
function stayed(frame: PictureFrame, before: Before): Places | undefined {
  const sheet = keep(frame, before);
  if (!sheet) return undefined;
  const { base } = before;
  const grid = base.lattice?.grid;
  const set = setDown(frame, sheet, grid && { grid, columns: columnsIn(sheet, grid) });
  // Lines wind as they have to around what somebody put somewhere.
  const isWound = !hasPins(frame) && bendsOf(set.edges) > base.bends * MORE_BENDS + 0.5;
  return isWound || isSilent(frame, set.edges) ? undefined : { ...set, base };
}

/** Whether a line of a hub lost its label, for which there is room where all is laid out afresh. */
function isSilent(frame: PictureFrame, edges: readonly EdgePlace[]): boolean {
  if (frame.layout !== "hub" || hasPins(frame)) return false;
  return edges.some(({ label }, index) => frame.edges[index]?.label && !label);
}

/** A line may have so many times the bends that it has in a picture laid out afresh. */
const MORE_BENDS = 1.25;

async function afresh(frame: PictureFrame, columns: number | undefined): Promise<Places> {
  if (frame.layout === "hub") {
    const sheet = { ...placeHub(frame), bands: [], groups: frame.groups.map(nowhere) };
    const set = setDown(frame, sheet, undefined);
    return { ...set, base: baseOf(sheet, set, undefined) };
  }
  if (isSmall(frame)) {
    // ELK takes a quarter of a second to start, and most pictures do without it.
    const { arrangeGraph } = await import("./elk.ts");
    const places = await arrangeGraph(frame);
    const set = hasPins(frame) ? setDown(frame, places, undefined) : places;
    return { ...set, base: baseOf(places, set, undefined) };
  }
  const orders = ordersOf(frame);
  const place = frame.layout === "graph" ? placeFloor : placeStoreys;
  const { width, height, bands, groups, nodes, ...lattice } = place(frame, orders, columns);
  const size = { width, height };
  const sheet = { size, bands, groups, nodes, edges: [] };
  const set = setDown(frame, sheet, lattice);
  return { ...set, base: baseOf(sheet, set, lattice) };
}

function nowhere(): Box {
  return { x: 0, y: 0, width: 0, height: 0 };
}

/** What there is to know of a picture for the next one: how all stands by itself, and how much the lines wind. */
function baseOf(own: Standing, { edges }: Pick<Places, "edges">, lattice: Lattice | undefined): Base {
  return { lattice, width: own.size.width, density: densityOf(own), bends: bendsOf(edges) };
}

/** The bends of a line. */
function bendsOf(edges: readonly EdgePlace[]): number {
  const bends = edges.reduce((sum, { points }) => sum + Math.max(0, points.length - 2), 0);
  return bends / Math.max(1, edges.length);
}

/**
 * A handful of shapes, in no groups but walls around a single room, which say most where lines are straightest. Without
 * a line there is nothing to be straight, and ELK would set all of them in one row.
 */
function isSmall({ layout, groups, nodes, edges }: PictureFrame): boolean {
  const isPlain = groups.every(
    ({ frame, parent }, index) =>
      frame === "wall" && parent < 0 && nodes.filter(({ group }) => group === index).length <= 1,
  );
  return (
    layout === "graph" &&
    edges.length > 0 &&
    isPlain &&
    nodes.length <= HANDFUL &&
    edges.length <= TANGLE * nodes.length
  );
}

const HANDFUL = 24;
/** With so many lines to a shape, layers are as wide as a wall is long. */
const TANGLE = 2;
