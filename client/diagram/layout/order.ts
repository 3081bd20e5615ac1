import type { PictureFrame } from "./frame.ts";

/** The order of the nodes of each group, by the index of the group. */
export type Orders = ReadonlyMap<number, readonly number[]>;

type Link = { readonly from: number; readonly to: number };

/**
 * The order in which the members of each group are read whose members are connected with each other: what comes before
 * what, by the lines between them; those without lines follow in their own order. What stands in no group is ordered
 * kind by kind, under -1 less its rank.
 */
export function ordersOf(frame: PictureFrame): Orders {
  const keys = frame.nodes.map(({ group, rank }) => (group < 0 ? -1 - rank : group));
  const links = new Map<number, Link[]>();
  for (const { from, to } of frame.edges) {
    const key = keys[from];
    if (key === undefined || key !== keys[to] || from === to) continue;
    links.set(key, [...(links.get(key) ?? []), { from, to }]);
  }
  return new Map(
    [...links].map(([key, own]) => {
      const members = [...keys.keys()].filter((index) => keys[index] === key);
      return [key, orderOf(members, own)];
    }),
  );
}

function orderOf(members: readonly number[], links: readonly Link[]): readonly number[] {
  const linked = members.filter((member) => links.some(({ from, to }) => from === member || to === member));
  const next = onward(linked, links);
  const layers = layersOf(linked, next);
  const place = new Map<number, number>();
  for (let layer = 0; place.size < linked.length; layer++) {
    const own = linked.filter((member) => layers.get(member) === layer);
    const middle = new Map(own.map((member) => [member, middleOf(member, linked, next, place)]));
    const at = (member: number): number => middle.get(member) ?? 0;
    for (const member of own.toSorted((a, b) => at(a) - at(b) || a - b)) place.set(member, place.size);
  }
  return [...place.keys(), ...members.filter((member) => !place.has(member))];
}

type Next = ReadonlyMap<number, readonly number[]>;

/** Where each member leads to, without what would close a circle: the later of its lines is left out. */
function onward(members: readonly number[], links: readonly Link[]): Next {
  const next = new Map<number, readonly number[]>(members.map((member) => [member, []]));
  const leadsTo = (from: number, to: number, seen = new Set<number>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (next.get(from) ?? []).some((one) => leadsTo(one, to, seen));
  };
  for (const { from, to } of links) if (!leadsTo(to, from)) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}

/** How many steps lead to each member at most. */
function layersOf(members: readonly number[], next: Next): ReadonlyMap<number, number> {
  const layers = new Map(members.map((member) => [member, 0]));
  let isSettled = false;
  while (!isSettled) {
    isSettled = true;
    for (const member of members)
      for (const other of next.get(member) ?? []) {
        const least = (layers.get(member) ?? 0) + 1;
        if ((layers.get(other) ?? 0) >= least) continue;
        layers.set(other, least);
        isSettled = false;
      }
  }
  return layers;
}

/** The middle of the places of those that lead to a member; before all others for one to which nothing leads. */
function middleOf(
  member: number,
  members: readonly number[],
  next: Next,
  place: ReadonlyMap<number, number>,
): number {
  const before = members.filter((other) => next.get(other)?.includes(member));
  const places = before.map((other) => place.get(other) ?? 0);
  return places.length === 0 ? -1 : places.reduce((sum, at) => sum + at, 0) / places.length;
}
