/**
 * A map with a few changes on top of another, so that a change in a large one costs what the change is, and both stay what
 * they are. `undefined` takes an entry away. Where the changes have become many, it is an ordinary map again.
 */
export function withChanges<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  changes: ReadonlyMap<Key, Value | undefined>,
): ReadonlyMap<Key, Value> {
  if (changes.size === 0) return map;
  const layered = isLayered(map)
    ? new Layered(map.base, new Map([...map.changes, ...changes]))
    : new Layered(map, changes);
  return layered.changes.size > Math.max(64, layered.base.size / 8) ? new Map(layered) : layered;
}

function isLayered<Key, Value>(map: ReadonlyMap<Key, Value>): map is Layered<Key, Value> {
  return map instanceof Layered;
}

class Layered<Key, Value> implements ReadonlyMap<Key, Value> {
  constructor(
    readonly base: ReadonlyMap<Key, Value>,
    readonly changes: ReadonlyMap<Key, Value | undefined>,
  ) {}

  get(key: Key): Value | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.base.get(key);
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return [...this].length;
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const [key, value] of this.base) if (!this.changes.has(key)) yield [key, value];
    for (const [key, value] of this.changes) if (value !== undefined) yield [key, value];
  }

  *keys(): MapIterator<Key> {
    for (const [key] of this) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(each: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) each(value, key, this);
  }
}
