import type { ViewEdge, ViewGraph, ViewGroup, ViewNode } from "../../server/views/view-graph.ts";

/** Which of the things of another picture each thing of a picture was; undefined for what is new. */
export interface Formerly {
  readonly groups: readonly (number | undefined)[];
  readonly nodes: readonly (number | undefined)[];
  readonly edges: readonly (number | undefined)[];
}

type Things = Pick<ViewGraph, "groups" | "nodes" | "edges">;

/**
 * Recognises the things of an earlier picture: by their ids, else by what a new name leaves as it was. What was renamed
 * is the only one of its sort that came, where the only one of that sort went. What stands in another group than before,
 * and a line between other ends, counts as new.
 */
export function formerly(now: Things, then: Things): Formerly {
  const groups = groupsOf(now.groups, then.groups);
  const group = renaming(now.groups, then.groups, groups);
  const nodes = matched(
    now.nodes.map((node) => ({ ...node, group: node.group && group(node.group) })),
    then.nodes,
    NODE_KEYS,
  );
  const node = renaming(now.nodes, then.nodes, nodes);
  const end = (id: string): string => (node(id) === id ? group(id) : node(id));
  const edges = matched(
    now.edges.map((edge) => ({ ...edge, from: end(edge.from), to: end(edge.to) })),
    then.edges,
    EDGE_KEYS,
  );
  return { groups, nodes, edges };
}

/** What two things have in common that are the same one: the first key that only these two have. */
type Key<Thing> = (thing: Thing) => readonly unknown[];

const GROUP_KEYS: readonly Key<ViewGroup>[] = [
  ({ id, parent, storey, row, frame }) => [id, parent, storey, row, frame],
  ({ kind, title, parent, storey, row, frame }) => [kind, title, parent, storey, row, frame],
  ({ kind, parent, storey, row, frame }) => [kind, parent, storey, row, frame],
];

const NODE_KEYS: readonly Key<ViewNode>[] = [
  ({ id, group }) => [id, group],
  ({ name, kind, group }) => [name, kind, group],
  ({ name, kind, group }) => [name.slice(name.lastIndexOf(".") + 1), kind, group],
  ({ title, kind, group }) => [title, kind, group],
  ({ kind, group }) => [kind, group],
];

const EDGE_KEYS: readonly Key<ViewEdge>[] = [
  ({ id, from, to }) => [id, from, to],
  ({ type, label, from, to }) => [type, label, from, to],
  ({ type, from, to }) => [type, from, to],
];

/** Inwards: which group is which tells what those in it stood in, whatever that was called. */
function groupsOf(
  now: readonly ViewGroup[],
  then: readonly ViewGroup[],
  named: readonly ViewGroup[] = now,
): readonly (number | undefined)[] {
  const found = matched(named, then, GROUP_KEYS);
  const parent = renaming(now, then, found);
  const next = now.map((group) => ({ ...group, parent: group.parent && parent(group.parent) }));
  const isDone = next.every((group, index) => group.parent === named[index]?.parent);
  return isDone ? found : groupsOf(now, then, next);
}

/** The ids that things had before. */
function renaming(
  now: readonly { readonly id: string }[],
  then: readonly { readonly id: string }[],
  found: readonly (number | undefined)[],
): (id: string) => string {
  const ids = new Map(now.map(({ id }, index) => [id, then[found[index] ?? -1]?.id ?? id]));
  return (id) => ids.get(id) ?? id;
}

function matched<Thing>(
  now: readonly Thing[],
  then: readonly Thing[],
  keys: readonly Key<Thing>[],
): readonly (number | undefined)[] {
  const found: (number | undefined)[] = now.map(() => undefined);
  for (const key of keys) {
    const taken = new Set(found);
    const gone = byKey(then, key, (index) => !taken.has(index));
    const come = byKey(now, key, (index) => found[index] === undefined);
    for (const [same, indices] of come) {
      const others = gone.get(same) ?? [];
      const [index] = indices;
      if (index !== undefined && indices.length === 1 && others.length === 1) found[index] = others[0];
    }
  }
  return found;
}

/** The indices of those that are still alone, by what they have in common. */
function byKey<Thing>(
  things: readonly Thing[],
  key: Key<Thing>,
  isAlone: (index: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, number[]>();
  things.forEach((thing, index) => {
    if (!isAlone(index)) return;
    const same = JSON.stringify(key(thing));
    const some = all.get(same);
    if (some) some.push(index);
    else all.set(same, [index]);
  });
  return all;
}
