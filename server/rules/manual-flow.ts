import { derived } from "../model/derived.ts";
import { siteOf, type Element, type Model } from "../model/model.ts";
import { edgesOf, entitiesOf, ofKind, ownersOf, target, targets, wordOf, type Edge } from "../model/query.ts";
import { STAGES, toolsAt } from "./broken-chain.ts";
import { ahead, back, flowsCarrying, isByHand, spread } from "./flows.ts";
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
    const reported = new Set<Element>();
    for (const way of ways(model)) {
      if (reported.size === allFlows(model).byHand.length) return;
      for (const flow of manualOnTheWay(way)) {
        if (reported.has(flow)) continue;
        reported.add(flow);
        const { id, needs } = way;
        const message = { en: `'${needs.name}' needs it.`, fr: `« ${needs.name} » en a besoin.` };
        const at = { element: flow, related: [{ message, site: siteOf(needs) }] };
        report(at, id, flow.name, wordOf(flow, "mode") ?? "", needs.name);
      }
    }
  },
});

/** A way that data has to go: from any of these to any of those, by which flows, and who needs it. */
interface Way {
  readonly from: readonly Element[];
  readonly to: readonly Element[];
  readonly flows: Flows;
  readonly id: "chain" | "kpi";
  /** The chain or the KPI. */
  readonly needs: Element;
}

function* ways(model: Model): Generator<Way> {
  for (const chain of ofKind(model, "chain")) {
    for (const [index, stage] of STAGES.entries()) {
      const next = STAGES[index + 1];
      const from = toolsAt(model, chain, stage);
      const to = next ? toolsAt(model, chain, next) : [];
      yield { from, to, flows: allFlows(model), id: "chain", needs: chain };
    }
  }
  for (const kpi of ofKind(model, "kpi")) {
    const tool = target(model, kpi, "delivered-by");
    if (!tool) continue;
    for (const data of targets(model, kpi, "from").flatMap(entitiesOf)) {
      const flows = flowsOf(flowsCarrying(model, data));
      yield { from: ownersOf(model, data), to: [tool], flows, id: "kpi", needs: kpi };
    }
  }
}

/** Some flows, to be followed there and back. */
interface Flows {
  readonly ahead: ReturnType<typeof ahead>;
  readonly back: ReturnType<typeof back>;
  /** Without those that are by hand. */
  readonly automatic: ReturnType<typeof ahead>;
  readonly byHand: readonly Edge[];
}

function flowsOf(edges: readonly Edge[]): Flows {
  const byHand = edges.filter(({ element }) => isByHand(element));
  const automatic = ahead(edges.filter(({ element }) => !isByHand(element)));
  return { ahead: ahead(edges), back: back(edges), automatic, byHand };
}

const allFlows = derived((model: Model) => flowsOf(edgesOf(model, "flow")));

/** The flows by hand that the data has to take: none where there is a way around them. */
function manualOnTheWay({ from, to, flows }: Way): readonly Element[] {
  if (from.length === 0 || to.length === 0 || flows.byHand.length === 0) return [];
  const automatic = spread(from, flows.automatic);
  if (to.some((end) => automatic.has(end))) return [];
  const before = spread(from, flows.ahead);
  const after = spread(to, flows.back);
  return flows.byHand
    .filter(({ ends }) => before.has(ends.from) && after.has(ends.to))
    .map(({ element }) => element);
}
