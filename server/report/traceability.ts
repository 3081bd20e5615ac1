import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { edgesOf, ofKind, outgoing, sources, targets, wordOf } from "../model/query.ts";
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

function isRetired(element: Element): boolean {
  return element.kind.name === "tool" && wordOf(element, "status") === "retired";
}

/** All that leads up to a mission: from the missions down, who names what is reached as its reason. */
function tracedIn(model: Model): ReadonlySet<Element> {
  const below = new Map<Element, Element[]>();
  for (const element of model.elements) {
    for (const reason of reasonsOf(model, element)) {
      const known = below.get(reason);
      if (known) known.push(element);
      else below.set(reason, [element]);
    }
  }
  const traced = new Set(ofKind(model, "mission"));
  // The set grows while it is walked: what is added is visited too.
  for (const at of traced) for (const element of below.get(at) ?? []) traced.add(element);
  return traced;
}

/**
 * What an element is there for, one step up. A partition may stand on a wall or on a partition that is explained; a
 * wall never stands on a partition, but for a KPI, which may measure an initiative.
 */
export function reasonsOf(model: Model, element: Element): readonly Element[] {
  const changing = () => sources(model, element, "changes");
  switch (element.kind.name) {
    case "goal":
    case "business-model":
    case "capability":
    case "initiative":
      return targets(model, element, "serves");
    case "chain":
      return [...targets(model, element, "serves"), ...changing()];
    case "stakeholder":
      return [...sources(model, element, "for"), ...(partnersIn(model).get(element) ?? [])];
    case "value":
      return element.ends ? [element.ends.from, element.ends.to] : [];
    case "domain":
      return targets(model, element, "embodies");
    case "entity":
      return element.parent ? [element.parent] : [];
    case "kpi":
      return [...sources(model, element, "measured-by"), ...targets(model, element, "from")];
    case "tool":
      return isRetired(element) ? [] : [...purposesOf(model, element), ...changing()];
    case "flow":
      return [...(element.ends ? [element.ends.to] : []), ...changing()];
    case "vendor":
      return [...sources(model, element, "vendor"), ...changing()];
    case "team":
      return [...dutiesOf(model, element), ...changing()];
    default:
      return [];
  }
}

/** With whom somebody exchanges value, be it given or received. */
const partnersIn = once((model: Model): ReadonlyMap<Element, readonly Element[]> => {
  const ways = edgesOf(model, "value").flatMap(({ ends: { from, to } }) => [
    { from, to },
    { from: to, to: from },
  ]);
  const by = grouped(ways, ({ from }) => from);
  return new Map([...by].map(([from, pairs]) => [from, pairs.map(({ to }) => to)]));
});

/** What a tool serves, the data that it keeps, and the chains and initiatives that it stands in (rule orphan-tool). */
function purposesOf(model: Model, tool: Element): readonly Element[] {
  const chains = model.incoming.get(tool)?.filter(({ from }) => from.kind.name === "chain") ?? [];
  return [
    ...targets(model, tool, "serves"),
    ...targets(model, tool, "owns"),
    ...chains.map(({ from }) => from),
    ...sources(model, tool, "uses"),
  ];
}

/** What a team answers for, decides on, works with and steers by, and who reports to it. */
function dutiesOf(model: Model, team: Element): readonly Element[] {
  const named = ["accountable", "used-by", "audience", "reports-to"];
  return [
    ...named.flatMap((type) => sources(model, team, type)),
    ...outgoing(model, team, "architects").map(({ to }) => to),
  ];
}
