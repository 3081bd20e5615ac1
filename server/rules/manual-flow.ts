import type { Element, Model } from "../model/model.ts";
import {
  edgesOf,
  entitiesOf,
  flowsReach,
  ofKind,
  ownersOf,
  target,
  targets,
  wordOf,
} from "../model/query.ts";
import { STAGES, toolsAt } from "./broken-chain.ts";
import { flowsCarrying, isByHand } from "./flows.ts";
import page from "./manual-flow.md";
import { defineRule } from "./rule.ts";

export const manualFlow = defineRule({
  name: "manual-flow",
  severity: "warning",
  page,
  messages: {
    chain: (flow, mode, chain) => ({
      en: `'${flow}' goes by ${mode} in the midst of '${chain}': the loop turns as fast as somebody finds the time, and stops with their holidays. Let a machine carry it.`,
      fr: `« ${flow} » passe en mode « ${mode} » au milieu de « ${chain} » : la boucle tourne au rythme de qui trouve le temps, et s'arrête avec ses congés. Confiez ce flux à une machine.`,
    }),
    kpi: (flow, mode, kpi) => ({
      en: `'${flow}' goes by ${mode} on the way to '${kpi}': the figure is as late, and as right, as whoever carried it. Let a machine carry it.`,
      fr: `« ${flow} » passe en mode « ${mode} » sur le chemin de « ${kpi} » : le chiffre arrive aussi tard, et aussi juste, que la main qui l'a porté. Confiez ce flux à une machine.`,
    }),
  },
  check: (model, report) => {
    if (!edgesOf(model, "flow").some(({ element }) => isByHand(element))) return;
    const reported = new Set<Element>();
    for (const { from, to, data, id, name } of ways(model)) {
      for (const flow of manualOnTheWay(model, from, to, data)) {
        if (reported.has(flow)) continue;
        reported.add(flow);
        report({ element: flow }, id, flow.name, wordOf(flow, "mode") ?? "", name);
      }
    }
  },
});

/** A way that data has to go: from any of these to any of those, and which data, where it is one. */
interface Way {
  readonly from: readonly Element[];
  readonly to: readonly Element[];
  readonly data: Element | undefined;
  readonly id: "chain" | "kpi";
  /** The chain or the KPI. */
  readonly name: string;
}

function* ways(model: Model): Generator<Way> {
  for (const chain of ofKind(model, "chain")) {
    for (const [index, stage] of STAGES.entries()) {
      const next = STAGES[index + 1];
      if (!next) continue;
      const from = toolsAt(model, chain, stage);
      yield { from, to: toolsAt(model, chain, next), data: undefined, id: "chain", name: chain.name };
    }
  }
  for (const kpi of ofKind(model, "kpi")) {
    const tool = target(model, kpi, "delivered-by");
    if (!tool) continue;
    for (const data of targets(model, kpi, "from").flatMap(entitiesOf)) {
      yield { from: ownersOf(model, data), to: [tool], data, id: "kpi", name: kpi.name };
    }
  }
}

/** The flows by hand that the data has to take: none where there is a way around them. */
function manualOnTheWay(
  model: Model,
  from: readonly Element[],
  to: readonly Element[],
  data: Element | undefined,
): readonly Element[] {
  const carrying = data && flowsCarrying(model).get(data);
  const fits = (flow: Element) => !data || carrying?.has(flow) === true;
  if (from.length === 0 || flowsReach(model, from, new Set(to), (flow) => fits(flow) && !isByHand(flow)))
    return [];
  const edges = edgesOf(model, "flow").filter(({ element }) => fits(element));
  const ahead = spread(
    from,
    edges.map(({ ends }) => [ends.from, ends.to] as const),
  );
  const behind = spread(
    to,
    edges.map(({ ends }) => [ends.to, ends.from] as const),
  );
  return edges
    .filter(({ element, ends }) => isByHand(element) && ahead.has(ends.from) && behind.has(ends.to))
    .map(({ element }) => element);
}

/** All that is reached from the starts. */
function spread(
  starts: readonly Element[],
  edges: readonly (readonly [Element, Element])[],
): ReadonlySet<Element> {
  const next = new Map<Element, Element[]>();
  for (const [from, to] of edges) {
    const ends = next.get(from);
    if (ends) ends.push(to);
    else next.set(from, [to]);
  }
  const seen = new Set(starts);
  // The set grows while it is walked: what is added is visited too.
  for (const at of seen) for (const to of next.get(at) ?? []) seen.add(to);
  return seen;
}
