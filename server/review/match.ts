import { grouped } from "../../grammar/grouped.ts";
import type { Element, Model } from "../model/model.ts";
import type { Described } from "./describe.ts";
import { contestedIn } from "./contested.ts";
import { likeliest, MODES, type Mode } from "./likeliest.ts";
import { Matching } from "./matching.ts";

/**
 * Finds what stayed. First what kept its name, unless that seems to have gone to something else; then, again and again until
 * nothing more is found, what only follows from a rename (nested elements, edges whose end was renamed), and renames, where
 * the rest agrees and they are to be believed.
 */
export function match(base: Model, head: Model, believes: boolean): Matching {
  const found = new Matching(base, head, believes ? contestedIn(base, head) : new Set());
  do {
    do {
      while (followers(found) > 0);
    } while (believes && MODES.some((mode) => renames(found, mode) > 0));
  } while (found.settle());
  return found;
}

/** Pairs what has the same kind and name, once the renames known so far are taken into account. */
function followers(found: Matching): number {
  const before = found.pairs.length;
  const byName = (items: Iterable<Described>) =>
    [...items].filter(({ element }) => !found.isContested(element));
  const waiting = grouped(byName(found.added), ({ element }) => `${placeOf(found, element)} ${element.name}`);
  const leaving = grouped(
    byName(found.removed),
    ({ element }) => `${placeOf(found, element)} ${found.nameNow(element)}`,
  );
  for (const [name, olds] of leaving) pairAlike(found, olds, waiting.get(name) ?? []);
  return found.pairs.length - before;
}

/**
 * The kind of an element, and whether what it is nested in stayed. Of two domains of one name, which is a mistake, only one
 * may be what the other side has, and then what is in the other one did not stay with it.
 */
function placeOf(found: Matching, { kind, parent }: Element): string {
  return parent ? `${kind.name} ${String(found.hasCounterpart(parent))}` : kind.name;
}

/**
 * Several edges may share a name, and in a file with mistakes several elements: those that say the same are the same,
 * then those with the same title, then the one that is left on either side.
 */
function pairAlike(found: Matching, olds: readonly Described[], news: readonly Described[]): void {
  if (news.length === 0) return;
  if (olds.length === 1 && news.length === 1) return pairUp(found, olds, news);
  const traits = [content, ({ element }: Described) => element.title ?? ""];
  for (const trait of traits) {
    const open = grouped(
      news.filter((item) => found.added.has(item)),
      trait,
    );
    const left = olds.filter((item) => found.removed.has(item));
    for (const [value, group] of grouped(left, trait)) pairUp(found, group, open.get(value) ?? []);
  }
  const left = olds.filter((item) => found.removed.has(item));
  const open = news.filter((item) => found.added.has(item));
  if (left.length === 1 && open.length === 1) pairUp(found, left, open);
}

function pairUp(found: Matching, olds: readonly Described[], news: readonly Described[]): void {
  const [left, right] = [olds, news].map((list) =>
    list.length < 2 ? list : list.toSorted((a, b) => (content(a) < content(b) ? -1 : 1)),
  );
  for (const [index, before] of (left ?? []).entries()) {
    const after = right?.[index];
    if (after) found.pair({ before, after, evidence: undefined });
  }
}

/** Accepts renames from the outside in: what is nested in one of them may only follow from it. */
function renames(found: Matching, mode: Mode): number {
  const pairs = likeliest(found, mode);
  const accepted = new Set(pairs.flatMap(({ before, after }) => [before.element, after.element]));
  const outer = pairs.filter(({ before, after }) => {
    const around = [...ancestors(before.element), ...ancestors(after.element)];
    return !around.some((element) => accepted.has(element));
  });
  for (const pair of outer) found.pair(pair);
  return outer.length;
}

function ancestors({ parent }: Element): readonly Element[] {
  return parent ? [parent, ...ancestors(parent)] : [];
}

function content({ properties }: Described): string {
  const said = [...properties].map(([name, { meaning }]) => `${name}=${JSON.stringify(meaning)}`);
  return said.toSorted().join("\n");
}
