/** A queue of numbered states, the cheapest first. */
export interface Heap {
  push(state: number, cost: number): void;
  /** Takes out the cheapest state; -1 where there is none. */
  pop(): number;
  /** What the state that `pop` gave last was pushed with. */
  readonly cost: number;
  clear(): void;
}

/** A binary heap in two arrays of numbers that grow when they have to: a search pushes hundreds of thousands of states. */
export function heap(): Heap {
  return new Binary();
}

class Binary implements Heap {
  cost = 0;
  #states = new Int32Array(1 << 12);
  #costs = new Float64Array(1 << 12);
  #size = 0;

  clear(): void {
    this.#size = 0;
  }

  push(state: number, cost: number): void {
    if (this.#size === this.#states.length) this.#grow();
    const states = this.#states;
    const costs = this.#costs;
    let at = this.#size++;
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

  pop(): number {
    if (this.#size === 0) return -1;
    const states = this.#states;
    const costs = this.#costs;
    const first = states[0] ?? -1;
    this.cost = costs[0] ?? 0;
    const size = --this.#size;
    const state = states[size] ?? 0;
    const cost = costs[size] ?? 0;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (costs[child + 1] ?? 0) < (costs[child] ?? 0)) child++;
      const below = costs[child] ?? 0;
      if (below >= cost) break;
      states[at] = states[child] ?? 0;
      costs[at] = below;
      at = child;
    }
    states[at] = state;
    costs[at] = cost;
    return first;
  }

  #grow(): void {
    const states = new Int32Array(2 * this.#states.length);
    states.set(this.#states);
    this.#states = states;
    const costs = new Float64Array(2 * this.#costs.length);
    costs.set(this.#costs);
    this.#costs = costs;
  }
}
