import type { Message } from "../../../grammar/finding.ts";
import type { Element, Model } from "../../model/model.ts";
import { gapsIn, isKnown, STAGES, toolsAt, type Stage } from "../../model/chain.ts";
import { pairsOf, type States, type Tell, type Telling } from "./telling.ts";
import { listed, namesOf } from "./words.ts";

/**
 * A chain that held yesterday is open today: a stage lost its tools, or nothing flows between two stages any more. What
 * was open before is not told again, and a stage that names something unknown is a mistake of another sort.
 */
export const chainBreaks: Tell = (states) =>
  pairsOf(states, "chain").flatMap(({ before, after }) => [
    ...emptied(states, before, after),
    ...torn(states, before, after),
  ]);

function emptied({ base, head }: States, before: Element, after: Element): readonly Telling[] {
  const stages = STAGES.filter(
    (stage) =>
      toolsAt(base.model, before, stage).length > 0 &&
      toolsAt(head.model, after, stage).length === 0 &&
      isKnown(head.model, after, stage),
  );
  return stages.map((stage) =>
    telling(after, namesOf(toolsAt(base.model, before, stage)), {
      en: `The chain ${listed([after.name], "en")} breaks: '${stage}' has no tool any more; it had ${listed(namesOf(toolsAt(base.model, before, stage)), "en")}.`,
      fr: `La chaîne ${listed([after.name], "fr")} se rompt : l'étape « ${stage} » n'a plus d'outil ; elle avait ${listed(namesOf(toolsAt(base.model, before, stage)), "fr")}.`,
    }),
  );
}

function torn({ base, head }: States, before: Element, after: Element): readonly Telling[] {
  const old = new Set(gapsOf(base.model, before).map(([stage]) => stage));
  const held = (stage: Stage) => toolsAt(base.model, before, stage).length > 0;
  return gapsOf(head.model, after)
    .filter(([stage, next]) => !old.has(stage) && held(stage) && held(next))
    .map(([stage, next]) => {
      const from = namesOf(toolsAt(head.model, after, stage));
      const to = namesOf(toolsAt(head.model, after, next));
      return telling(after, [...from, ...to], {
        en: `The chain ${listed([after.name], "en")} breaks between '${stage}' and '${next}': nothing flows from ${listed(from, "en")} to ${listed(to, "en")} any more.`,
        fr: `La chaîne ${listed([after.name], "fr")} se rompt entre « ${stage} » et « ${next} » : plus rien ne circule de ${listed(from, "fr")} à ${listed(to, "fr")}.`,
      });
    });
}

function gapsOf(model: Model, chain: Element) {
  return gapsIn(model, (stage) => (isKnown(model, chain, stage) ? toolsAt(model, chain, stage) : []));
}

function telling(chain: Element, tools: readonly string[], message: Message): Telling {
  return { about: "chain-breaks", wall: false, elements: [...new Set([chain.name, ...tools])], message };
}
