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
