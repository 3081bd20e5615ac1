/**
 * What is derived from a model remembers which facts it was read from: `title`, or the name of a property. So a rule whose
 * facts an edit leaves alone need not be asked again. Facts are noted where they are read, in `query.ts`; what elements and
 * flags there are is always taken as read.
 */

let noted: Set<string> | undefined;

/** Where it cannot be said what was read. */
const EVERYTHING = "*";
const ANYTHING: ReadonlySet<string> = new Set([EVERYTHING]);

/** Notes that a fact was read. */
export function read(fact: string = EVERYTHING): void {
  noted?.add(fact);
}

/** What a computation gives, and the facts that it read. */
export interface Noted<Value> {
  readonly value: Value;
  readonly facts: ReadonlySet<string>;
}

/** Runs a computation, and notes the facts that it reads. */
export function noting<Value>(compute: () => Value): Noted<Value> {
  const around = noted;
  const facts = new Set<string>();
  noted = facts;
  try {
    return { value: compute(), facts };
  } finally {
    noted = around;
    for (const fact of facts) read(fact);
  }
}

/** The same where nobody notes: it may have read anything. */
export function unnoted<Value>(compute: () => Value): Noted<Value> {
  return { value: compute(), facts: ANYTHING };
}

/** Whether a computation that read these facts may come to something else where those have changed. */
export function depends(facts: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false;
  if (facts.has(EVERYTHING)) return true;
  for (const fact of changed) if (facts.has(fact)) return true;
  return false;
}

/** As `once`, for what is derived from a model: who asks has read what it was computed from, whoever asked first. */
export function derived<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Noted<Value>>();
  return (key) => {
    const hit = known.get(key);
    if (hit) {
      if (noted) for (const fact of hit.facts) read(fact);
      return hit.value;
    }
    const result = noting(() => compute(key));
    known.set(key, result);
    return result.value;
  };
}

/**
 * The same for what is derived of each of many items of a model. Who asks for one has read what any of them was computed
 * from so far: that is seldom more, and one note serves for all.
 */
export function derivedOfEach<Key extends object, Item, Value>(
  compute: (key: Key, item: Item) => Value,
): (key: Key, item: Item) => Value {
  const known = new WeakMap<Key, Many<Item, Value>>();
  return (key, item) => {
    const all = known.get(key) ?? {
      values: new Map<Item, { readonly value: Value }>(),
      facts: new Set<string>(),
    };
    known.set(key, all);
    let hit = all.values.get(item);
    if (!hit) {
      const { value, facts } = noting(() => compute(key, item));
      for (const fact of facts) all.facts.add(fact);
      hit = { value };
      all.values.set(item, hit);
    }
    if (noted) for (const fact of all.facts) read(fact);
    return hit.value;
  };
}

interface Many<Item, Value> {
  readonly values: Map<Item, { readonly value: Value }>;
  readonly facts: Set<string>;
}
