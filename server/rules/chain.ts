import type { Stage } from "../model/chain.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import { isThere, outgoing, valuesOf, wordOf } from "../model/query.ts";
import { placesOf } from "./related.ts";

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
