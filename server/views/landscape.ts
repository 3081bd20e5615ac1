import type { Message } from "../../grammar/finding.ts";
import type { Element, Model } from "../model/model.ts";
import { entitiesOf, ofKind, targets } from "../model/query.ts";
import { bucketOf } from "./buckets.ts";
import { plainGroup } from "./graph.ts";
import type { ViewFinding } from "./node.ts";
import type { Standard } from "./standard-view.ts";
import type { Gathering } from "./storey-groups.ts";
import { storeysOf, type Named } from "./storeys.ts";
import type { ViewGraph } from "./view-graph.ts";

/** All tools as tiles, family by family: what there is, how much data each touches, and where something is found. */
export const landscape: Standard = {
  id: "landscape",
  title: { en: "Landscape", fr: "Paysage des outils" },
  isThere: (model) => ofKind(model, "tool").length > 0,
  graph: (model, findings, named) => landscapeOf(model, findings, named),
};

/** The same, by who answers for them. */
export const landscapeByTeam: Standard = {
  id: "landscape:team",
  title: { en: "Landscape by team", fr: "Paysage par équipe" },
  isThere: (model) => ofKind(model, "tool").some((tool) => bucketOf(model, "team", tool)),
  graph: (model, findings, named) =>
    landscapeOf(
      model,
      findings,
      named,
      gathered(model, "team", { en: "Nobody answers for", fr: "Personne n'en répond" }),
    ),
};

/** The same, by whom they come from. */
export const landscapeByVendor: Standard = {
  id: "landscape:vendor",
  title: { en: "Landscape by vendor", fr: "Paysage par fournisseur" },
  isThere: (model) => ofKind(model, "tool").some((tool) => bucketOf(model, "vendor", tool)),
  graph: (model, findings, named) =>
    landscapeOf(
      model,
      findings,
      named,
      gathered(model, "vendor", { en: "No vendor is named", fr: "Fournisseur non dit" }),
    ),
};

function landscapeOf(
  model: Model,
  findings: readonly ViewFinding[],
  named: Named,
  groups?: readonly Gathering[],
): ViewGraph {
  const graph = storeysOf(model, findings, {
    ...named,
    shows: ({ kind }) => kind.name === "tool",
    draws: () => false,
    ...(groups ? { groups } : {}),
  });
  const { locale } = model.project.settings;
  const touched = graph.nodes.map(({ name }) => touchedBy(model, model.byName.get(name)));
  if (touched.every((count) => count === 0)) return graph;
  return {
    ...graph,
    nodes: graph.nodes.map((node, index) => {
      const tone = MEASURES.findLastIndex(({ least }) => (touched[index] ?? 0) >= least);
      return tone < 0 ? node : { ...node, tone };
    }),
    tones: { names: MEASURES.map(({ title }) => title[locale]), isScale: true },
  };
}

/** How much data a tool has to do with. */
const MEASURES: readonly { readonly least: number; readonly title: Message }[] = [
  { least: 1, title: { en: "Touches 1 or 2 entities", fr: "Touche 1 ou 2 entités" } },
  { least: 3, title: { en: "3 to 7 entities", fr: "3 à 7 entités" } },
  { least: 8, title: { en: "8 to 15 entities", fr: "8 à 15 entités" } },
  { least: 16, title: { en: "16 entities and more", fr: "16 entités et plus" } },
];

/** How many entities a tool owns, writes or reads. */
function touchedBy(model: Model, tool: Element | undefined): number {
  if (!tool) return 0;
  const data = (["owns", "writes", "reads"] as const).flatMap((type) => targets(model, tool, type));
  return new Set(data.flatMap(entitiesOf)).size;
}

/** Tools by where they belong, in the order in which the model has these; those that belong nowhere come last. */
function gathered(model: Model, by: "team" | "vendor", nowhere: Message): readonly Gathering[] {
  const tools = ofKind(model, "tool");
  const own = ofKind(model, by).map(({ name, label }) => ({
    group: plainGroup(`group:${name}`, label, "partition"),
    members: tools.filter((tool) => bucketOf(model, by, tool)?.id === `group:${name}`),
  }));
  const rest = tools.filter((tool) => !bucketOf(model, by, tool));
  const last = plainGroup("group:", nowhere[model.project.settings.locale], "partition");
  return [...own, { group: last, members: rest }].filter(({ members }) => members.length > 0);
}
