import { siteIn, type Element, type Model } from "../model/model.ts";
import { flowsReach, isThere, outgoing, says, targets, valuesOf, wordOf } from "../model/query.ts";
import { placesOf } from "./related.ts";

/** What the rules ask about the stages of a chain. */

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

/** The steps between whose tools nothing flows. A tool in both is a path by itself; no tool, no step. */
export function gapsIn(model: Model, toolsOf: (stage: Stage) => readonly Element[]): readonly Step[] {
  return STEPS.filter(([stage, next]) => {
    const from = toolsOf(stage);
    const to = toolsOf(next);
    return from.length > 0 && to.length > 0 && !flowsReach(model, from, new Set(to));
  });
}

/** The tools that are named at some stages and not there yet, or any more. */
export function absentAt(model: Model, chain: Element, stages: readonly Stage[]) {
  const named = stages.flatMap((stage) => outgoing(model, chain, stage));
  return placesOf(
    named.filter(({ to }) => !isThere(to)),
    ({ to: tool }) => {
      const status = wordOf(tool, "status") ?? "";
      const message = {
        en: `'${tool.name}' is ${status}: it does nothing today.`,
        fr: `« ${tool.name} » a pour statut « ${status} » : il ne fait rien aujourd'hui.`,
      };
      const [word] = valuesOf(tool, "status");
      return { message, site: siteIn(tool, word ?? tool.declaration.statement.head) };
    },
  );
}
