import { ofKind } from "../model/query.ts";
import type { Standard } from "./standard.ts";
import { storeysOf } from "./storeys.ts";

/** All tools as tiles, family by family: what there is, how much of a kind, and where something is found. */
export const landscape: Standard = {
  id: "landscape",
  title: { en: "Landscape", fr: "Paysage des outils" },
  isThere: (model) => ofKind(model, "tool").length > 0,
  graph: (model, findings, named) => {
    const shows = ({ kind }: { readonly kind: { readonly name: string } }): boolean => kind.name === "tool";
    return storeysOf(model, findings, { ...named, shows, draws: () => false });
  },
};
