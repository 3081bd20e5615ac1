import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { ofKind } from "../model/query.ts";
import { belowOf, isRetired } from "../model/reasons.ts";
import { shareOf, together, type Share } from "./share.ts";

/**
 * How much of the house stands on the mission (S0), and how much nobody could give a reason for (S3): which elements
 * lead up to a mission, along the relations that say what something is there for.
 */
export interface Traceability {
  /** Of what and how together. */
  readonly all: Share;
  readonly why: Share;
  readonly what: Share;
  readonly how: Share;
  /** Only the kinds that there are some of. */
  readonly kinds: readonly { readonly kind: KindName; readonly traced: Share }[];
}

/** The kinds of each storey that are asked for their reason. */
export const STOREYS = {
  why: ["goal"],
  what: ["business-model", "stakeholder", "value", "domain", "entity", "kpi"],
  how: ["capability", "team", "vendor", "tool", "flow", "chain", "initiative"],
} as const satisfies Readonly<Record<string, readonly KindName[]>>;

export function traceability(model: Model): Traceability {
  const traced = tracedIn(model);
  const share = (kind: KindName) => shareOf(countedOf(model, kind), (element) => traced.has(element));
  const storey = (kinds: readonly KindName[]) => together(kinds.map(share));
  const kinds = Object.values(STOREYS)
    .flat()
    .map((kind) => ({ kind, traced: share(kind) }));
  return {
    all: storey([...STOREYS.what, ...STOREYS.how]),
    why: storey(STOREYS.why),
    what: storey(STOREYS.what),
    how: storey(STOREYS.how),
    kinds: kinds.filter(({ traced: { of } }) => of > 0),
  };
}

/** What is retired, or joins what is, needs no reason any more. */
function countedOf(model: Model, kind: KindName): readonly Element[] {
  return ofKind(model, kind).filter((element) => {
    const parts = element.ends ? [element.ends.from, element.ends.to] : [element];
    return !parts.some(isRetired);
  });
}

/** All that leads up to a mission: from the missions down, who names what is reached as its reason. */
function tracedIn(model: Model): ReadonlySet<Element> {
  const traced = new Set(ofKind(model, "mission"));
  // The set grows while it is walked: what is added is visited too.
  for (const at of traced) for (const element of belowOf(model, at)) traced.add(element);
  return traced;
}
