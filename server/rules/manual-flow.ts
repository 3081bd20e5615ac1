import type { Message } from "../../grammar/finding.ts";
import { derived } from "../model/derived.ts";
import { siteOf, type Element, type Model } from "../model/model.ts";
import { edgesOf, ofKind, ownersOf, target, targets, wordOf, type Edge } from "../model/query.ts";
import { isKnown, STEPS, toolsAt } from "../model/chain.ts";
import { aboutData, ahead, asOneOf, back, flowsCarrying, isByHand, partsOf, spread } from "./flows.ts";
import page from "./manual-flow.md";
import { placesOf } from "./related.ts";
import { defineRule } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const manualFlow = defineRule({
  name: "manual-flow",
  severity: "warning",
  page,
  messages: {
    chain: (flow, mode, chains) => ({
      en: `'${flow}' is carried ${BY[mode]?.en ?? mode} in the midst of ${quoted(chains, "en")}: the loop turns as fast as somebody finds the time, and stops with their holidays. Let a machine carry it.`,
      fr: `« ${flow} » est transmis ${BY[mode]?.fr ?? mode} au milieu de ${quoted(chains, "fr")} : la boucle tourne au rythme de qui trouve le temps, et s'arrête pendant ses congés. Confiez ce flux à une machine.`,
    }),
    kpi: (flow, mode, kpis) => ({
      en: `'${flow}' is carried ${BY[mode]?.en ?? mode} on the way to ${quoted(kpis, "en")}: the figure is as late, and as right, as whoever carried it. Let a machine carry it.`,
      fr: `« ${flow} » est transmis ${BY[mode]?.fr ?? mode} sur le chemin de ${quoted(kpis, "fr")} : le chiffre n'est ni plus frais ni plus juste que la main qui l'a porté. Confiez ce flux à une machine.`,
    }),
  },
  check: (model, report) => {
    if (allFlows(model).byHand.length === 0) return;
    const needed = new Map<Element, { readonly id: Way["id"]; readonly by: Set<Element> }>();
    for (const way of ways(model)) {
      for (const flow of manualOnTheWay(way)) {
        const known = needed.get(flow);
        if (!known) needed.set(flow, { id: way.id, by: new Set([way.needs]) });
        else if (known.id === way.id) known.by.add(way.needs);
      }
    }
    for (const [flow, { id, by }] of needed) {
      const related = placesOf(by, (needs) => ({
        message: { en: `'${needs.name}' needs it.`, fr: `« ${needs.name} » en a besoin.` },
        site: siteOf(needs),
      }));
      report({ element: flow, related }, id, flow.name, wordOf(flow, "mode") ?? "", namesOf(by));
    }
  },
});

/** How somebody carries the data, in words. */
const BY: Readonly<Record<string, Message>> = {
  manual: { en: "by hand", fr: "à la main" },
  file: { en: "as a file", fr: "par fichier" },
};

/** A way that data has to go: from where, to any of these, by which flows, and who needs it. */
interface Way {
  readonly reach: Reach;
  readonly to: readonly Element[];
  readonly flows: Flows;
  readonly id: "chain" | "kpi";
  /** The chain or the KPI. */
  readonly needs: Element;
}

/** Those of the chains first: what a loop waits for is told before what a figure waits for. */
function* ways(model: Model): Generator<Way> {
  for (const chain of ofKind(model, "chain")) {
    for (const [stage, next] of STEPS) {
      if (!isKnown(model, chain, stage) || !isKnown(model, chain, next)) continue;
      const flows = allFlows(model);
      const reach = reachOf(toolsAt(model, chain, stage), flows);
      yield { reach, to: toolsAt(model, chain, next), flows, id: "chain", needs: chain };
    }
  }
  for (const kpi of ofKind(model, "kpi")) {
    const tool = target(model, kpi, "delivered-by");
    if (!tool) continue;
    const parts = targets(model, kpi, "from").flatMap(partsOf);
    for (const data of new Set(parts.map((part) => asOneOf(model, part)))) {
      const { reach, flows } = movesOf(model, data);
      yield { reach, to: [tool], flows, id: "kpi", needs: kpi };
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

/** Where data gets to from some tools: at all, and by itself. */
interface Reach {
  readonly any: ReadonlySet<Element>;
  readonly automatic: ReadonlySet<Element>;
}

function reachOf(from: readonly Element[], flows: Flows): Reach {
  // Without a flow by hand there is nothing to find.
  if (flows.byHand.length === 0) return { any: new Set(), automatic: new Set() };
  return { any: spread(from, flows.ahead), automatic: spread(from, flows.automatic) };
}

const movesOf = aboutData((model, data) => {
  const flows = flowsOf(flowsCarrying(model, data));
  return { flows, reach: reachOf(ownersOf(model, data), flows) };
});

/** The flows by hand that the data has to take: none where there is a way around them. */
function manualOnTheWay({ reach, to, flows }: Way): readonly Element[] {
  if (!to.some((end) => reach.any.has(end)) || to.some((end) => reach.automatic.has(end))) return [];
  const after = spread(to, flows.back);
  return flows.byHand
    .filter(({ ends }) => reach.any.has(ends.from) && after.has(ends.to))
    .map(({ element }) => element);
}
