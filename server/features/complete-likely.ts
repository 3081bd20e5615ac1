import type { Property } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { incoming, isCore, targets, teamsAbove } from "../model/query.ts";
import type { Likely } from "./complete-references.ts";

/** What an element most likely says under a property, by what both are; undefined where nothing tells. */
export function likelyFor(
  model: Model,
  { name }: Property,
  element: Element | undefined,
): Likely | undefined {
  switch (name) {
    case "owns":
      return (data) => (isOwned(model, data, element) ? 2 : isCore(data) ? 0 : 1);
    case "carries":
      return element?.ends ? carriedFrom(model, element.ends.from) : undefined;
    case "reports-to":
      // A team below would close a circle.
      return element && ((team) => (teamsAbove(model, team).includes(element) ? 1 : 0));
    default:
      return undefined;
  }
}

/** Whether data has a system of record already, be it for a part of it; another than the one who asks. */
function isOwned(model: Model, data: Element, asking: Element | undefined): boolean {
  const all = [data, ...(data.parent ? [data.parent] : []), ...data.members];
  return all.some((one) => incoming(model, one, "owns").some(({ from }) => from !== asking));
}

/** What the one that it comes from has to do with goes first. */
function carriedFrom(model: Model, from: Element): Likely {
  const own = new Set(["owns", "writes", "reads"].flatMap((type) => targets(model, from, type)));
  return (data) => {
    const isOwn = own.has(data) || (data.parent !== undefined && own.has(data.parent));
    return isOwn || data.members.some((member) => own.has(member)) ? 0 : 1;
  };
}
