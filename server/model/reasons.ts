import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import type { Element, Model } from "./model.ts";
import { edgesOf, outgoing, sources, targets, wordOf } from "./query.ts";

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

/** The elements that are there for an element, one step down: those that have it as a reason. */
export function belowOf(model: Model, element: Element): readonly Element[] {
  return below(model).get(element) ?? [];
}

const below = once((model: Model): ReadonlyMap<Element, readonly Element[]> => {
  const all = new Map<Element, Element[]>();
  for (const element of model.elements) {
    for (const reason of reasonsOf(model, element)) {
      const known = all.get(reason);
      if (!known) all.set(reason, [element]);
      // What is a reason twice is asked about twice in a row.
      else if (known.at(-1) !== element) known.push(element);
    }
  }
  return all;
});

/** Whether an element is a tool that is not there any more. */
export function isRetired(element: Element): boolean {
  return element.kind.name === "tool" && wordOf(element, "status") === "retired";
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
