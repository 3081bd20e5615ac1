import type { Element, Model } from "../model/model.ts";
import { isThere, ofKind, targets } from "../model/query.ts";
import type { Standard } from "./standard.ts";
import { storeysOf } from "./storeys.ts";

/** Data and its systems of record: the walls with their entities, and beneath each the tools that own it. */
export const ownership: Standard = {
  id: "ownership",
  title: { en: "Ownership", fr: "Qui possède quoi" },
  isThere: (model) => ofKind(model, "domain").length > 0 && owners(model).length > 0,
  graph: (model, findings, named) => {
    const shown = new Set([...ofKind(model, "domain"), ...ofKind(model, "entity"), ...owners(model)]);
    const shows = (element: Element): boolean => shown.has(element);
    return storeysOf(model, findings, { ...named, shows, draws: ({ type }) => type === "owns" });
  },
};

function owners(model: Model): readonly Element[] {
  return ofKind(model, "tool").filter((tool) => isThere(tool) && targets(model, tool, "owns").length > 0);
}
