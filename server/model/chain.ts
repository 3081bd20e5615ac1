import type { Element, Model } from "./model.ts";
import { flowsReach, isThere, says, targets, valuesOf } from "./query.ts";

/** The stages of a chain, in their order. */
export const STAGES = ["collect", "analyse", "activate", "measure", "optimise"] as const;
export type Stage = (typeof STAGES)[number];

/** The tools of a stage that are there today. */
export function toolsAt(model: Model, chain: Element, stage: Stage): readonly Element[] {
  return [...new Set(targets(model, chain, stage).filter(isThere))];
}

/** Whether all that stands at a stage is known. Where it is not, that is found elsewhere, and nobody can judge. */
export function isKnown(model: Model, chain: Element, stage: Stage): boolean {
  const named = valuesOf(chain, stage);
  return named.every((value) => model.targets.has(value)) && (named.length > 0 || !says(chain, stage));
}

/** A stage, and the one after it. */
export type Step = readonly [Stage, Stage];

export const STEPS: readonly Step[] = STAGES.flatMap((stage, index) => {
  const next = STAGES[index + 1];
  return next ? [[stage, next] as const] : [];
});

/** The tools of a stage; none where one of its names is wrong, for that one may be the way. */
export function knownToolsAt(model: Model, chain: Element, stage: Stage): readonly Element[] {
  return isKnown(model, chain, stage) ? toolsAt(model, chain, stage) : [];
}

/** The steps between whose tools nothing flows. A tool in both is a path by itself; no tool, no step. */
export function gapsIn(model: Model, toolsOf: (stage: Stage) => readonly Element[]): readonly Step[] {
  return STEPS.filter(([stage, next]) => {
    const from = toolsOf(stage);
    const to = toolsOf(next);
    return from.length > 0 && to.length > 0 && !flowsReach(model, from, new Set(to));
  });
}
