import { arrangeGraph, orderOf } from "./elk.ts";
import type { PictureFrame, Places } from "./frame.ts";
import { placeFloor } from "./floor.ts";
import { placeLanes } from "./lanes.ts";
import { placeStoreys, type Orders } from "./storeys.ts";
import { placeTree } from "./tree.ts";
import { wire } from "./wire.ts";

/**
 * Where everything goes. A building is set up by meaning, storey by storey: ELK says what stands beside what inside a
 * group, the grid says where, and the lines find their way around. So is the floor of a free graph, but for a handful
 * of shapes in no groups, which are ELK's altogether.
 */
export async function placesOf(frame: PictureFrame): Promise<Places> {
  if (frame.nodes.length + frame.groups.length === 0) return NOTHING;
  if (frame.layout === "lanes") return placeLanes(frame);
  if (frame.layout === "tree") return placeTree(frame);
  const orders = await ordersOf(frame);
  if (isSmall(frame)) return arrangeGraph(frame);
  const building = frame.layout === "graph" ? placeFloor(frame, orders) : placeStoreys(frame, orders);
  const { width, height, bands, groups, nodes } = building;
  return { size: { width, height }, bands, groups, nodes, edges: wire(frame, building) };
}

/** A handful of shapes in no groups, which say most where lines are straightest. */
function isSmall({ layout, groups, nodes }: PictureFrame): boolean {
  return layout === "graph" && groups.length === 0 && nodes.length <= HANDFUL;
}

const HANDFUL = 20;

const NOTHING: Places = { size: { width: 0, height: 0 }, bands: [], groups: [], nodes: [], edges: [] };

/** The order of each group, or kind in none, whose members are connected with each other. */
async function ordersOf(frame: PictureFrame): Promise<Orders> {
  const orders = new Map<number, readonly number[]>();
  for (const [group, members] of membersOf(frame)) {
    const place = new Map(members.map((member, index) => [member, index]));
    const edges = frame.edges.flatMap(({ from, to }) => {
      const ends = { from: place.get(from), to: place.get(to) };
      return ends.from !== undefined && ends.to !== undefined && from !== to
        ? [{ from: ends.from, to: ends.to }]
        : [];
    });
    if (edges.length === 0) continue;
    const order = await knownOrder(members.length, edges);
    orders.set(
      group,
      order.flatMap((index) => members[index] ?? []),
    );
  }
  return orders;
}

function membersOf({ groups, nodes }: PictureFrame): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>([...groups.keys()].map((group) => [group, []]));
  nodes.forEach(({ group, rank }, index) => {
    const key = group < 0 ? -1 - rank : group;
    members.set(key, [...(members.get(key) ?? []), index]);
  });
  return members;
}

/** What is remembered of groups that were ordered before: an edit touches one of them, and the others stay. */
const known = new Map<string, Promise<readonly number[]>>();
const REMEMBERED = 2_000;

type Link = { readonly from: number; readonly to: number };

function knownOrder(count: number, edges: readonly Link[]): Promise<readonly number[]> {
  const key = `${count}: ${edges.map(({ from, to }) => `${from} ${to}`).join(", ")}`;
  const order = known.get(key) ?? orderOf([...Array(count).keys()], edges);
  known.delete(key);
  known.set(key, order);
  const oldest = known.size > REMEMBERED ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  return order;
}
