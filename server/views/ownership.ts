import type { Element, Model } from "../model/model.ts";
import { domainOf, isThere, ofKind, targets } from "../model/query.ts";
import type { Standard } from "./standard-view.ts";
import { storeyGroups, type Gathering } from "./storey-groups.ts";
import { storeysOf } from "./storeys.ts";

/** Data and its systems of record: the walls with their entities, and beneath each the tools that own it. */
export const ownership: Standard = {
  id: "ownership",
  title: { en: "Ownership", fr: "Qui possède quoi" },
  isThere: (model) => ofKind(model, "domain").length > 0 && owners(model).length > 0,
  graph: (model, findings, named) => {
    const shown = new Set([...ofKind(model, "domain"), ...ofKind(model, "entity"), ...owners(model)]);
    const shows = (element: Element): boolean => shown.has(element);
    const groups = beneath(model, storeyGroups(model), shows);
    return storeysOf(model, findings, { ...named, shows, groups, draws: ({ type }) => type === "owns" });
  },
};

/**
 * Groups of tools in the order of the walls that they hold, and so are the tools in each: a line is short, and crosses as
 * few others as can be.
 */
function beneath(
  model: Model,
  groups: readonly Gathering[],
  shows: (element: Element) => boolean,
): readonly Gathering[] {
  const walls = new Map(ofKind(model, "domain").map((domain, index) => [domain, index]));
  const held = (tool: Element): readonly number[] => [
    ...new Set(targets(model, tool, "owns").flatMap((owned) => walls.get(domainOf(owned)) ?? [])),
  ];
  const isOfTools = ({ members }: Gathering): boolean => members.some(({ kind }) => kind.name === "tool");
  const place = (tools: readonly Element[]): number => mean(tools.filter(shows).flatMap(held));
  return [
    ...groups.filter((group) => !isOfTools(group)),
    ...groups
      .filter(isOfTools)
      .map(({ group, members }) => ({ group, members: sorted(members, (tool) => place([tool])) }))
      .toSorted((a, b) => place(a.members) - place(b.members)),
  ];
}

function sorted(tools: readonly Element[], place: (tool: Element) => number): readonly Element[] {
  return tools.toSorted((a, b) => place(a) - place(b));
}

/** Far to the right for none. */
function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? FAR : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

const FAR = 1e6;

function owners(model: Model): readonly Element[] {
  return ofKind(model, "tool").filter((tool) => isThere(tool) && targets(model, tool, "owns").length > 0);
}
