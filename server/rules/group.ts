/** Items by what they have in common, in their order. Items without a key are left out. */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | undefined,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Elements by their names: an order that stays the same wherever they stand in the text. */
export function byName<Named extends { readonly name: string }>(elements: Iterable<Named>): readonly Named[] {
  return [...elements].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
