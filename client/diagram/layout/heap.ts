/** A queue of numbered states, the cheapest first; equal ones in the order in which they came. */
export interface Heap {
  push(state: number, cost: number): void;
  /** The cheapest state; undefined where there is none. */
  pop(): { readonly state: number; readonly cost: number } | undefined;
}

interface Item {
  readonly state: number;
  readonly cost: number;
  readonly turn: number;
}

export function heap(): Heap {
  const items: Item[] = [];
  let turn = 0;
  const before = (a: Item, b: Item): boolean => a.cost < b.cost || (a.cost === b.cost && a.turn < b.turn);

  function sink(item: Item): void {
    let at = 0;
    for (;;) {
      const left = items[2 * at + 1];
      const right = items[2 * at + 2];
      const child = right && left && before(right, left) ? 2 * at + 2 : 2 * at + 1;
      const smaller = items[child];
      if (!smaller || !before(smaller, item)) break;
      items[at] = smaller;
      at = child;
    }
    items[at] = item;
  }

  return {
    push(state, cost) {
      const item = { state, cost, turn: turn++ };
      let at = items.length;
      items.push(item);
      for (;;) {
        const parent = items[(at - 1) >> 1];
        if (at === 0 || !parent || !before(item, parent)) break;
        items[at] = parent;
        at = (at - 1) >> 1;
      }
      items[at] = item;
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (first && last && items.length > 0) sink(last);
      return first;
    },
  };
}
