import type { Element, Model } from "../model/model.ts";
import { flowsReach, ofKind } from "../model/query.ts";
import { STAGES, toolsAt, type Stage } from "../model/chain.ts";
import { isByHand } from "../rules/flows.ts";
import { named, shareOf, type Named, type Share } from "./share.ts";

/** Whether what is collected gets as far as the next, better action (S1: technical continuity). */
export interface Continuity {
  /** The chains with a tool for every stage and a path of flows from each to the next. */
  readonly closed: Share;
  /** The chains that are closed and go by themselves all the way. */
  readonly automatic: Share;
  readonly chains: readonly ChainState[];
}

interface ChainState {
  readonly chain: Named;
  readonly stages: readonly { readonly stage: Stage; readonly tools: readonly Named[] }[];
  readonly handovers: readonly Handover[];
}

/**
 * How one stage hands over to the next: by flows that go by themselves or within one tool, only with flows by hand or
 * as a file, by none, or not at all because one of the two has no tool.
 */
export interface Handover {
  readonly from: Stage;
  readonly to: Stage;
  readonly state: "automatic" | "by-hand" | "broken" | "no-tool";
}

export function continuity(model: Model): Continuity {
  const chains = ofKind(model, "chain");
  const all = (chain: Element, states: readonly Handover["state"][]) =>
    handoversOf(model, chain).every(({ state }) => states.includes(state));
  return {
    closed: shareOf(chains, (chain) => all(chain, ["automatic", "by-hand"])),
    automatic: shareOf(chains, (chain) => all(chain, ["automatic"])),
    chains: chains.map((chain) => ({
      chain: named(chain),
      stages: STAGES.map((stage) => ({ stage, tools: toolsAt(model, chain, stage).map(named) })),
      handovers: handoversOf(model, chain),
    })),
  };
}

function handoversOf(model: Model, chain: Element): readonly Handover[] {
  return STAGES.flatMap((from, index) => {
    const to = STAGES[index + 1];
    return to
      ? [{ from, to, state: stateOf(model, toolsAt(model, chain, from), toolsAt(model, chain, to)) }]
      : [];
  });
}

function stateOf(model: Model, from: readonly Element[], to: readonly Element[]): Handover["state"] {
  if (from.length === 0 || to.length === 0) return "no-tool";
  const ends = new Set(to);
  if (flowsReach(model, from, ends, (flow) => !isByHand(flow))) return "automatic";
  return flowsReach(model, from, ends) ? "by-hand" : "broken";
}
