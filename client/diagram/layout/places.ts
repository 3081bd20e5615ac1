import { arrangeGraph, orderOf } from "./elk.ts";
import type { PictureFrame, Places } from "./frame.ts";
import { placeStoreys, type Orders } from "./storeys.ts";
import { wire } from "./wire.ts";

/**
 * Where everything goes. A building is set up by meaning, storey by storey: ELK says what stands beside what inside a
 * group, the grid says where, and the lines find their way around. A free graph is ELK's altogether.
 */
export async function placesOf(frame: PictureFrame): Promise<Places> {
  if (frame.nodes.length + frame.groups.length === 0) return NOTHING;
  if (frame.layout === "graph") return arrangeGraph(frame);
  const building = placeStoreys(frame, await ordersOf(frame));
  const { width, height, bands, groups, nodes } = building;
  return { size: { width, height }, bands, groups, nodes, edges: wire(frame, building) };
}

const NOTHING: Places = { size: { width: 0, height: 0 }, bands: [], groups: [], nodes: [], edges: [] };

/** The order of each group whose members are connected with each other. */
async function ordersOf(frame: PictureFrame): Promise<Orders> {
  const orders = new Map<number, readonly number[]>();
  for (const group of frame.groups.keys()) {
    const within = (end: number): boolean => frame.nodes[end]?.group === group;
    const edges = frame.edges.filter(({ from, to }) => from !== to && within(from) && within(to));
    const members = [...frame.nodes.keys()].filter(within);
    if (edges.length > 0) orders.set(group, await orderOf(members, edges));
  }
  return orders;
}
