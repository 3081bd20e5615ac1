import type { Base, Before, Box, EdgePlace, Lattice, PictureFrame, Places } from "./frame.ts";
import { placeFloor } from "./floor.ts";
import { columnsIn } from "./grid.ts";
import { densityOf, keep } from "./keep.ts";
import { placeLanes } from "./lanes.ts";
import { ordersOf } from "./order.ts";
import { placeStoreys } from "./storeys.ts";
import { placeTree } from "./tree.ts";
import { wire } from "./wire.ts";

/**
 * Where everything goes. A building is set up by meaning, storey by storey: the lines inside a group say what stands
 * beside what, the grid says where, and the lines find their way around. So is the floor of a free graph, but for a handful
 * of shapes in no groups, which are ELK's altogether. With the places of the picture before, what did not change stays
 * where it was, as far as that does not spoil the picture.
 */
export async function placesOf(frame: PictureFrame, before?: Before): Promise<Places> {
  if (frame.nodes.length + frame.groups.length === 0) return NOTHING;
  if (frame.layout === "lanes") return placeLanes(frame);
  if (frame.layout === "tree") return placeTree(frame);
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

/** What was there before where it was; undefined where too much changed, or where lines would have to wind. */
function stayed(frame: PictureFrame, before: Before): Places | undefined {
  const sheet = keep(frame, before);
  if (!sheet) return undefined;
  const { size, bands } = sheet;
  const groups = sheet.groups.map((box) => box ?? NOWHERE);
  const nodes = sheet.nodes.map((box) => box ?? NOWHERE);
  const { base } = before;
  const grid = base.lattice?.grid;
  const lattice = grid && { grid, columns: columnsIn(sheet, grid) };
  const edges = wire(frame, { size, lattice, groups, nodes, edges: sheet.edges });
  return bendsOf(edges) > base.bends * MORE_BENDS + 0.5
    ? undefined
    : { size, bands, groups, nodes, edges, base };
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };
/** A line may have so many times the bends that it has in a picture laid out afresh. */
const MORE_BENDS = 1.25;

async function afresh(frame: PictureFrame, columns: number | undefined): Promise<Places> {
  if (isSmall(frame)) {
    // ELK takes a quarter of a second to start, and most pictures do without it.
    const { arrangeGraph } = await import("./elk.ts");
    const places = await arrangeGraph(frame);
    return { ...places, base: baseOf(places, undefined) };
  }
  const orders = ordersOf(frame);
  const place = frame.layout === "graph" ? placeFloor : placeStoreys;
  const { width, height, bands, groups, nodes, ...lattice } = place(frame, orders, columns);
  const size = { width, height };
  const edges = wire(frame, { size, lattice, groups, nodes, edges: [] });
  const places = { size, bands, groups, nodes, edges };
  return { ...places, base: baseOf(places, lattice) };
}

function baseOf(places: Omit<Places, "base">, lattice: Lattice | undefined): Base {
  return { lattice, width: places.size.width, density: densityOf(places), bends: bendsOf(places.edges) };
}

/** The bends of a line. */
function bendsOf(edges: readonly EdgePlace[]): number {
  const bends = edges.reduce((sum, { points }) => sum + Math.max(0, points.length - 2), 0);
  return bends / Math.max(1, edges.length);
}

/** A handful of shapes, in no groups but walls around a single room, which say most where lines are straightest. */
function isSmall({ layout, groups, nodes, edges }: PictureFrame): boolean {
  const isPlain = groups.every(
    ({ frame, parent }, index) =>
      frame === "wall" && parent < 0 && nodes.filter(({ group }) => group === index).length <= 1,
  );
  return layout === "graph" && isPlain && nodes.length <= HANDFUL && edges.length <= TANGLE * nodes.length;
}

const HANDFUL = 24;
/** With so many lines to a shape, layers are as wide as a wall is long. */
const TANGLE = 2;
