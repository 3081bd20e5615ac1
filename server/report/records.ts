import type { Element, Model } from "../model/model.ts";
import { isCore, ofKind, ownersOf, targets, toolsThere } from "../model/query.ts";
import { isUnderMarketing } from "../rules/marketing-tool-owns-core-data.ts";
import { named, shareOf, type Named, type Share } from "./share.ts";

/** Whether each thing that the company lives by has one record that counts (S4), and out of marketing's hands (S0). */
export interface Records {
  /** The core entities with exactly one system of record. */
  readonly one: Share;
  /** Those with none. */
  readonly none: readonly Named[];
  readonly several: readonly { readonly entity: Named; readonly tools: readonly Named[] }[];
  /** The marketing tools that own core data, and which. */
  readonly marketing: readonly { readonly tool: Named; readonly owns: readonly Named[] }[];
}

export function records(model: Model): Records {
  const core = ofKind(model, "entity").filter(isCore);
  const owners = (entity: Element) => ownersOf(model, entity);
  return {
    one: shareOf(core, (entity) => owners(entity).length === 1),
    none: core.filter((entity) => owners(entity).length === 0).map(named),
    several: core
      .filter((entity) => owners(entity).length > 1)
      .map((entity) => ({ entity: named(entity), tools: owners(entity).map(named) })),
    marketing: toolsThere(model).flatMap((tool) => {
      const owned = [...new Set(targets(model, tool, "owns").filter(isCore))];
      if (owned.length === 0 || !isUnderMarketing(model, tool)) return [];
      return [{ tool: named(tool), owns: owned.map(named) }];
    }),
  };
}
