import { grouped } from "../../grammar/grouped.ts";
import type { Element, Model } from "../model/model.ts";
import { propertiesOf } from "./describe.ts";
import { twinsIn } from "./matching.ts";

/**
 * The elements of two models whose name may have gone to something else: two tools that exchanged their names, or one that
 * took the name of another that has a new one itself. So it seems where the title went to another element of its kind, and
 * more of what it says went there than stayed with the name.
 */
export function contestedIn(base: Model, head: Model): ReadonlySet<Element> {
  const retitled = base.elements.flatMap((before) => {
    const after = head.byName.get(before.name);
    const isOther = after?.kind === before.kind && after.title !== before.title;
    return isOther && !before.kind.ends ? [{ before, after }] : [];
  });
  if (retitled.length === 0) return new Set();
  const twins = new Set([...twinsIn(base), ...twinsIn(head)]);
  const [olds, news] = [base, head].map(byTitle);
  const contested = retitled.filter(({ before, after }) => {
    if (twins.has(before) || twins.has(after)) return false;
    const went = onlyOne(news, before);
    const came = onlyOne(olds, after);
    const stays = alike(base, before, head, after);
    return (
      (went !== undefined && alike(base, before, head, went) > stays) ||
      (came !== undefined && alike(base, came, head, after) > stays)
    );
  });
  return new Set(contested.flatMap(({ before, after }) => [before, after]));
}

function byTitle({ elements }: Model): ReadonlyMap<string, readonly Element[]> {
  return grouped(
    elements.filter(({ title, kind }) => title && !kind.ends),
    titleOf,
  );
}

function titleOf({ kind, title }: Element): string {
  return `${kind.name} ${title ?? ""}`;
}

/** The one element with the title of another; undefined where there are several, or none. */
function onlyOne(
  known: ReadonlyMap<string, readonly Element[]> | undefined,
  element: Element,
): Element | undefined {
  const [one, ...others] = (element.title && known?.get(titleOf(element))) || [];
  return others.length === 0 ? one : undefined;
}

/** How much an element of either model has in common, names and titles apart: what it says, and what it contains. */
function alike(base: Model, old: Element, head: Model, now: Element): number {
  const said = new Set(saysOf(base, old));
  return saysOf(head, now).filter((trait) => said.has(trait)).length;
}

function saysOf(model: Model, element: Element): readonly string[] {
  const properties = [...propertiesOf(model, element)].filter(([name]) => name !== "title");
  return [
    ...properties.map(([name, { meaning }]) => `${name} ${JSON.stringify(meaning)}`),
    ...element.members.map(({ id }) => `has ${id}`),
  ];
}
