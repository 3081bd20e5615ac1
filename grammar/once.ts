/**
 * Computes a value once per key. Keys are immutable, so a value never goes stale; it only becomes unreachable.
 * Everything that is derived from files is kept this way, so there is no invalidation to get wrong.
 */
export function once<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const hit = known.get(key);
    if (hit) return hit.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** A key that another was made from by an edit, and what was computed for it. */
export interface Before<Key, Value> {
  readonly key: Key;
  readonly value: Value;
}

/**
 * As `once`, for what is quicker to compute when one knows what it was before an edit (see `madeFrom`). What comes before
 * is a help and nothing else: the value has to be the same as without it.
 */
export function onceFrom<Key extends object, Value>(
  compute: (key: Key, before: Before<Key, Value> | undefined) => Value,
): (key: Key) => Value {
  const known = new WeakMap<object, Before<Key, Value>>();
  return (key) => {
    const hit = known.get(key);
    if (hit) return hit.value;
    const from = ancestors.get(key);
    const value = compute(key, from && known.get(from));
    known.set(key, { key, value });
    computed.add(key);
    return value;
  };
}

/**
 * Says that a key was made from another by an edit. Only the last key that anything was computed for is remembered, and
 * only for as long as the new one lives: however many edits follow one another, one state before is kept and no more.
 */
export function madeFrom(next: object, from: object): void {
  const nearest = computed.has(from) ? from : ancestors.get(from);
  if (nearest) ancestors.set(next, nearest);
  if (nearest === from) ancestors.delete(from);
}

const ancestors = new WeakMap<object, object>();
const computed = new WeakSet();
