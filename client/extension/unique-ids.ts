/**
 * An id for each node below a parent, unique in the whole tree: two flows between the same two are alike in all but their
 * titles, and a name may be declared twice by mistake. The first of those that are alike keeps its id when others come.
 */
export function uniqueIds(parent: string, nodes: readonly object[]): readonly string[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const id = `${parent} ${JSON.stringify(node)}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id} ${count}`;
  });
}
