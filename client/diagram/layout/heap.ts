/** A queue of numbered states, the cheapest first. */
export interface Heap {
  push(state: number, cost: number): void;
  /** Takes out the cheapest state; undefined where there is none. */
  pop(): number | undefined;
  /** What the state that `pop` gave last was pushed with. */
  readonly cost: number;
}

/** A binary heap in two plain arrays: a search pushes hundreds of thousands of states. */
export function heap(): Heap {
  const states: number[] = [];
  const costs: number[] = [];
  let popped = 0;

  function rise(state: number, cost: number): void {
    let at = states.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = costs[parent] ?? 0;
      if (above <= cost) break;
      states[at] = states[parent] ?? 0;
      costs[at] = above;
      at = parent;
    }
    states[at] = state;
    costs[at] = cost;
  }

  function sink(state: number, cost: number): void {
    let at = 0;
    for (let child = 1; child < states.length; child = 2 * at + 1) {
      if ((costs[child + 1] ?? Infinity) < (costs[child] ?? Infinity)) child++;
      const below = costs[child] ?? Infinity;
      if (below >= cost) break;
      states[at] = states[child] ?? 0;
      costs[at] = below;
      at = child;
    }
    states[at] = state;
    costs[at] = cost;
  }

  return {
    push: rise,
    pop() {
      const first = states[0];
      popped = costs[0] ?? 0;
      const state = states.pop();
      const cost = costs.pop();
      if (state !== undefined && cost !== undefined && states.length > 0) sink(state, cost);
      return first;
    },
    get cost() {
      return popped;
    },
  };
}
