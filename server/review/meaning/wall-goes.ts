import type { Element, Model } from "../../model/model.ts";
import type { States, Tell, Telling } from "./telling.ts";
import { listed, namesOf } from "./words.ts";

/**
 * A wall is taken out, and something that named it stays. What goes with it is no news, and neither is what is inside of it;
 * a wall that was renamed or moved is not gone.
 */
export const wallGoes: Tell = (states) =>
  states.changes.elements.flatMap(({ change, before, wall }) => {
    const isTold = change === "removed" && wall && before && !TOLD_ELSEWHERE.has(before.kind.name);
    return isTold && !isInsideGone(states, before) ? telling(states, before) : [];
  });

/** An attribute is a part, and an exchange has two ends that name nothing. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(["attribute", "value"]);

function isInsideGone({ now }: States, { parent }: Element): boolean {
  return parent !== undefined && now(parent) === undefined;
}

function telling({ base, now }: States, gone: Element): readonly Telling[] {
  const stay = namedBy(base.model, gone).flatMap((element) => now(element) ?? []);
  if (stay.length === 0) return [];
  const names = [...new Set(namesOf(stay))];
  const message = {
    en: `${listed([gone.name], "en")} is taken out, and what named it stays: ${listed(names, "en")}.`,
    fr: `${listed([gone.name], "fr")} disparaît, et ce qui le nommait reste : ${listed(names, "fr")}.`,
  };
  return [{ about: "wall-goes", wall: true, elements: [gone.name, ...names], message }];
}

/** Who names an element or what is inside of it, from outside; of an attribute, its entity. */
function namedBy(model: Model, element: Element): readonly Element[] {
  const parts = [element, ...element.members, ...element.members.flatMap(({ members }) => members)];
  const inside = new Set(parts);
  return parts.flatMap((part) =>
    (model.incoming.get(part) ?? []).flatMap(({ from }) =>
      inside.has(from) ? [] : [from.kind.name === "attribute" && from.parent ? from.parent : from],
    ),
  );
}
