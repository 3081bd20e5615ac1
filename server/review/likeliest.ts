import type { Element } from "../model/model.ts";
import type { Described } from "./describe.ts";
import type { Matching, Pair } from "./matching.ts";

/**
 * How renames are looked for, the surest way first. `titled`: under the same title. `loose`: the same, but neighbours that
 * were renamed themselves are compared by kind and title alone; then all has to agree, and there has to be something.
 * `retitled`: under another title as well; again all has to agree, and the name must be one that we give: who buys
 * another tool, or from another vendor, has another one however much is like it.
 */
export const MODES = ["titled", "loose", "retitled"] as const;
export type Mode = (typeof MODES)[number];

/**
 * The renames that can be believed now. An element is taken for another under a new name when it has the same kind and
 * title and the rest agrees: what it says, who names it, its edges, what it contains. All of it, or most where there is
 * much; and only where no other element would do as well.
 */
export function likeliest(found: Matching, mode: Mode): readonly Pair[] {
  if (found.removed.size === 0 || found.added.size === 0) return [];
  const [olds, news] = [found.removed, found.added].map((items) => traitsOf(items, { found, mode }));
  const rated = olds && news ? candidates(olds, news, mode) : [];
  const bestOld = new Map<Described, readonly Rated[]>();
  const bestNew = new Map<Described, readonly Rated[]>();
  for (const item of rated) {
    bestOld.set(item.before, best(bestOld.get(item.before) ?? [], item));
    bestNew.set(item.after, best(bestNew.get(item.after) ?? [], item));
  }
  return rated
    .filter((item) => isOnly(bestOld.get(item.before), item) && isOnly(bestNew.get(item.after), item))
    .map(({ before, after, agree, of }) => ({ before, after, evidence: { agree, of } }));
}

interface Rated {
  readonly before: Described;
  readonly after: Described;
  readonly agree: number;
  readonly of: number;
}

/** Less than this in common, and it is another element. */
const NEARLY_ALL = 0.75;
/** A title that it kept says more than its other traits. */
const MOST = 0.5;
/** Fewer traits than this agree too easily: then all of them have to. */
const MUCH = 4;
/** A trait that so many elements share tells nothing about who is who, and would make comparing them slow. */
const COMMON = 100;
/** What it counts for that the last part of the name stayed: it was moved, or put into a namespace. */
const SAME_ID = 2;

type Traits = ReadonlyMap<Described, readonly string[]>;

function best(known: readonly Rated[], item: Rated): readonly Rated[] {
  const order = known[0] ? share(item) - share(known[0]) || item.agree - known[0].agree : 1;
  if (order > 0) return [item];
  return order === 0 ? [...known, item] : known;
}

function isOnly(known: readonly Rated[] | undefined, item: Rated): boolean {
  return known?.length === 1 && known[0] === item;
}

function share({ agree, of }: Rated): number {
  return agree / of;
}

/** The pairs with anything in common that have enough of it. */
function candidates(olds: Traits, news: Traits, mode: Mode): readonly Rated[] {
  const bearers = bearersOf(news);
  const sides = [bearers, bearersOf(olds)];
  const telling = (traits: readonly string[]) =>
    traits.filter((trait) => sides.every((side) => (side.get(trait)?.length ?? 0) <= COMMON));
  const weights = new Map([...news].map(([item, traits]) => [item, weigh(telling(traits))]));
  return [...olds].flatMap(([before, all]) => {
    const traits = telling(all);
    const shared = new Map<Described, number>();
    for (const trait of traits) {
      for (const after of bearers.get(trait) ?? []) {
        shared.set(after, (shared.get(after) ?? 0) + weightOf(trait));
      }
    }
    return [...shared].flatMap(([after, agree]) => {
      // That the name changed speaks against nobody: it is what a rename is.
      const lost = before.element.id === after.element.id ? 0 : SAME_ID;
      const of = Math.max(weigh(traits), weights.get(after) ?? 0) - lost;
      if (!isEnough(agree, of, before, mode)) return [];
      // The title is the one trait that does not agree.
      return [{ before, after, agree, of: mode === "retitled" ? of + 1 : of }];
    });
  });
}

function bearersOf(items: Traits): ReadonlyMap<string, readonly Described[]> {
  const bearers = new Map<string, Described[]>();
  for (const [item, traits] of items) {
    for (const trait of traits) {
      const known = bearers.get(trait);
      if (known) known.push(item);
      else bearers.set(trait, [item]);
    }
  }
  return bearers;
}

function isEnough(agree: number, of: number, { element }: Described, mode: Mode): boolean {
  if (mode !== "titled") return agree === of && agree >= MUCH;
  return agree === of || (agree >= MUCH && agree / of >= (element.title ? MOST : NEARLY_ALL));
}

function weigh(traits: readonly string[]): number {
  return traits.reduce((sum, trait) => sum + weightOf(trait), 0);
}

function weightOf(trait: string): number {
  return trait.endsWith(ID) ? SAME_ID : 1;
}

const ID = " id";

/**
 * What can be told of each element that has no counterpart, name apart. Everything begins with what has to be the same
 * in any case: the kind and the title, and for an attribute its entity. An edge is known by its ends and is not asked.
 */
function traitsOf(items: Iterable<Described>, asked: Asked): Traits {
  const known = [...items].filter(({ element }) => isAsked(asked, element));
  return new Map(known.map((item) => [item, [...traitsOfOne(item, asked)]]));
}

/** An attribute of an entity without a counterpart came or went with it. */
function isAsked({ found, mode }: Asked, element: Element): boolean {
  const { kind, parent } = element;
  if (mode === "retitled" && (kind.name === "tool" || kind.name === "vendor")) return false;
  if (kind.name === "attribute" && parent && !found.hasCounterpart(parent)) return false;
  return !kind.ends && !found.isTwin(element);
}

function traitsOfOne(item: Described, asked: Asked): ReadonlySet<string> {
  const { kind, title, id, parent } = item.element;
  const within = kind.name === "attribute" && parent ? neutral(asked, parent) : "";
  const same = JSON.stringify([kind.name, within, ...(asked.mode === "retitled" ? [] : [title])]);
  const traits = [...propertyTraits(asked, item), ...contextTraits(asked, item.element), `${id}${ID}`];
  return new Set(traits.map((trait) => `${same} ${trait}`));
}

function propertyTraits(asked: Asked, { element, properties }: Described): readonly string[] {
  const { byName } = asked.found.modelOf(element);
  const plain = (word: string): string => {
    const target = word.startsWith("@") ? byName.get(word.slice(1)) : undefined;
    // Marked still: what a name means is not what another name says that means nothing.
    return target ? `@${neutral(asked, target)}` : word;
  };
  const compared = [...properties].filter(([name]) => asked.mode !== "retitled" || name !== "title");
  return compared.flatMap(([name, { meaning }]) =>
    meaning.map((words) => `${name} ${JSON.stringify(words.map(plain))}`),
  );
}

/** Who names it, which edges begin and end at it, and what it contains. */
function contextTraits(asked: Asked, element: Element): readonly string[] {
  const incoming = asked.found.modelOf(element).incoming.get(element) ?? [];
  const namedBy = incoming.map(({ type, from }) => `by ${type} ${neutral(asked, from)}`);
  const edges = asked.found.edgesAt(element).flatMap(({ kind, title, ends }) => {
    if (!ends) return [];
    const [way, other] = ends.from === element ? ["to", ends.to] : ["from", ends.from];
    return [`${kind.name} ${way} ${neutral(asked, other)} ${title ?? ""}`];
  });
  const has = element.members.map((member) =>
    asked.found.hasCounterpart(member) ? asked.found.nameNow(member) : `~${member.id}`,
  );
  return [...namedBy, ...edges, ...has.map((name) => `has ${name}`)];
}

interface Asked {
  readonly found: Matching;
  readonly mode: Mode;
}

function neutral({ found, mode }: Asked, element: Element): string {
  return found.neutral(element, mode === "loose");
}
