import type { Message } from "../../grammar/finding.ts";
import type { Element, Model } from "../model/model.ts";
import { amountOf, target, targets, toolFamily, wordOf } from "../model/query.ts";
import { teamOf } from "./select.ts";
import type { Tones, ViewNode } from "./view-graph.ts";
import { spelled } from "./spelling.ts";
import { groupWords } from "./words.ts";

/** Where an element belongs. */
export interface Bucket {
  /** Unique among the buckets of its kind, and never the name of an element. */
  readonly id: string;
  readonly title: string;
  /** Its place among the others, where they have an order of their own. */
  readonly rank?: number;
}

/** Where an element belongs by a word of `group-by` or `colour-by`; undefined where it belongs nowhere. */
export function bucketOf(model: Model, by: string, element: Element): Bucket | undefined {
  const { locale } = model.project.settings;
  const of = (other: Element | undefined): Bucket | undefined =>
    other && other !== element ? { id: `group:${other.name}`, title: other.label } : undefined;
  switch (by) {
    case "team":
      return of(teamOf(model, element));
    case "vendor":
      return of(target(model, element, "vendor"));
    case "domain":
      return of(element.parent ?? targets(model, element, "owns").map((it) => it.parent ?? it)[0]);
    case "capability":
      return of(targets(model, element, "serves").find(({ kind }) => kind.name === "capability"));
    case "category": {
      const family = element.kind.name === "tool" ? (toolFamily(element) ?? "other") : undefined;
      return family && { id: `group:${family}`, title: groupWords(locale).families[family] };
    }
    case "status": {
      const status = element.kind.name === "tool" ? (wordOf(element, "status") ?? "active") : undefined;
      return status === undefined ? undefined : { id: `group:${status}`, title: spelled(status, locale) };
    }
    case "lifespan": {
      const days = amountOf(element, "lifespan") ?? amountOf(element, "horizon");
      if (days === undefined) return undefined;
      const rank = SPANS.findIndex(({ below }) => days < below);
      return { id: `group:span-${rank}`, title: SPANS[rank]?.title[locale] ?? "", rank };
    }
    case "storey":
      return { id: `group:${element.kind.storey}`, title: spelled(element.kind.storey, locale) };
    default:
      return undefined;
  }
}

const YEAR = 365;

/** Lifespans that one compares, in days. */
const SPANS: readonly { readonly below: number; readonly title: Message }[] = [
  { below: YEAR, title: { en: "Less than a year", fr: "Moins d'un an" } },
  { below: 3 * YEAR, title: { en: "1 to 3 years", fr: "1 à 3 ans" } },
  { below: 7 * YEAR, title: { en: "3 to 7 years", fr: "3 à 7 ans" } },
  { below: 15 * YEAR, title: { en: "7 to 15 years", fr: "7 à 15 ans" } },
  { below: Infinity, title: { en: "15 years and more", fr: "15 ans et plus" } },
];

/** Nodes with a tone each by where they belong, and what the tones say: in an order of their own, else as they come. */
export function toned(
  model: Model,
  nodes: readonly ViewNode[],
  by: string,
): { readonly nodes: readonly ViewNode[]; readonly tones: Tones } {
  const found = nodes.map((node) => {
    const element = model.byName.get(node.name);
    return { node, bucket: element && bucketOf(model, by, element) };
  });
  const buckets = new Map(found.flatMap(({ bucket }) => (bucket ? [[bucket.id, bucket] as const] : [])));
  const ordered = [...buckets.values()].toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const order = new Map(ordered.map(({ id }, index) => [id, index]));
  return {
    nodes: found.map(({ node, bucket }) => (bucket ? { ...node, tone: order.get(bucket.id) ?? 0 } : node)),
    tones: { names: ordered.map(({ title }) => title), isScale: by === "lifespan" },
  };
}
