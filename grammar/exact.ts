const NOTHING: readonly never[] = [];

/**
 * The same list without the room that a list keeps to grow into: an engine makes it seventeen places after the first
 * `push`, and most lists that are kept here have one or two items.
 */
export function exact<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NOTHING : list.slice();
}
