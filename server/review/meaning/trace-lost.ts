import type { Element, Model } from "../../model/model.ts";
import { belowOf } from "../../model/reasons.ts";
import { ofKind, wordOf } from "../../model/query.ts";
import type { Tell } from "./telling.ts";
import { listed, namesOf } from "./words.ts";

/**
 * What led to the mission yesterday leads nowhere today, and is still there. Only where it came loose is told: what hangs
 * on it came loose with it. What never led there is no news.
 */
export const traceLost: Tell = ({ base, head, now }) => {
  const before = explained(base.model);
  const after = explained(head.model);
  const loose = new Set(
    [...before].flatMap((old) => {
      const element = now(old);
      return element && !after.has(element) && isMeant(element) ? [element] : [];
    }),
  );
  const below = new Set([...loose].flatMap((element) => belowOf(head.model, element)));
  const tops = [...loose].filter((element) => !below.has(element));
  // In a circle each is below another: then all of it is told.
  const told = namesOf(tops.length > 0 ? tops : loose);
  if (told.length === 0) return [];
  const isWall = [...loose].some(({ kind }) => kind.storey !== "how");
  const rest = loose.size - told.length;
  const [en, fr] = [
    rest > 0 ? `, nor from the ${rest} that hang on it` : "",
    rest > 0 ? `, ni depuis ce qui en dépend (${rest})` : "",
  ];
  const message = {
    en: `Nothing leads from ${listed(told, "en")} to the mission any more${en}.`,
    fr: `Plus rien ne mène de ${listed(told, "fr")} à la mission${fr}.`,
  };
  return [{ about: "trace-lost", wall: isWall, elements: told, message }];
};

/** Vendors, flows and stakeholders are explained by what they deal with, and are told of there; what retired needs no reason. */
function isMeant(element: Element): boolean {
  const { kind } = element;
  if (kind.name === "tool" && wordOf(element, "status") === "retired") return false;
  return !["mission", "attribute", "vendor", "flow", "value", "stakeholder", "team"].includes(kind.name);
}

/** All that is there for a mission, directly or not. */
function explained(model: Model): ReadonlySet<Element> {
  const seen = new Set(ofKind(model, "mission"));
  for (const element of seen) for (const other of belowOf(model, element)) seen.add(other);
  return seen;
}
