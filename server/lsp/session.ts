import type { Client } from "./client.ts";
import type { State } from "./state.ts";

export type Phase = "new" | "running" | "down";

/** The one thing in the server that changes: which state is the newest. */
export interface Session {
  readonly state: () => State;
  readonly phase: () => Phase;
  /** What the client said of itself; undefined before it did. */
  readonly client: () => Client | undefined;
  readonly begin: (client: Client, state: State) => void;
  readonly end: () => void;
  /** Makes a state the newest. Nothing is computed: whoever asks will compute what is needed. */
  readonly change: (next: (state: State) => State) => void;
}

/** A session that tells `woken` of each change. */
export function session(first: State, woken: () => void): Session {
  let now: Now = { phase: "new", client: undefined, state: first };
  return {
    state: () => now.state,
    phase: () => now.phase,
    client: () => now.client,
    begin: (client, state) => {
      now = { phase: "running", client, state };
    },
    end: () => {
      now = { ...now, phase: "down" };
    },
    change: (next) => {
      const state = next(now.state);
      if (state === now.state) return;
      now = { ...now, state };
      woken();
    },
  };
}

interface Now {
  readonly phase: Phase;
  readonly client: Client | undefined;
  readonly state: State;
}
