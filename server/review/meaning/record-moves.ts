import { grouped } from "../../../grammar/grouped.ts";
import type { Message } from "../../../grammar/finding.ts";
import type { Element } from "../../model/model.ts";
import { ownersOf } from "../../model/query.ts";
import { partsOf } from "../../rules/flows.ts";
import { nowOf, pairsOf, type States, type Tell, type Telling } from "./telling.ts";
import { introduced, listed, namesOf } from "./words.ts";

/**
 * The system of record of data is another one, or gone. Asked of each entity, whether its owner names it or its domain; a
 * tool that was only renamed is the same, and data that gets its first system of record is no news to worry about.
 */
export const recordMoves: Tell = (states) => {
  const moves = pairsOf(states, "domain").flatMap(({ before, after }) => movesIn(states, before, after));
  return [...grouped(moves, keyOf).values()].flatMap((alike) => {
    const [first] = alike;
    return first
      ? [
          telling(
            states,
            first,
            alike.map(({ data }) => data),
          ),
        ]
      : [];
  });
};

interface Move {
  readonly data: Element;
  readonly olds: readonly Element[];
  readonly news: readonly Element[];
}

/** Where all parts of a domain share their lot, it is told of the domain. */
function movesIn(states: States, before: Element, after: Element): readonly Move[] {
  const parts = partsOf(before).flatMap((part) => {
    const now = states.now(part);
    return now ? [{ part, now }] : [];
  });
  const moves = parts.flatMap(({ part, now }) => moveOf(states, part, now));
  const [first] = moves;
  // What moved to another domain is told of by itself.
  const isHere = parts.every(({ now }) => now === after || now.parent === after);
  const isWhole = isHere && moves.length === parts.length && partsOf(after).length === parts.length;
  if (!first || !isWhole || new Set(moves.map(keyOf)).size > 1) return moves;
  return [{ ...first, data: after }];
}

function moveOf(states: States, part: Element, now: Element): readonly Move[] {
  const olds = [...nowOf(states, ownersOf(states.base.model, part))];
  const news = ownersOf(states.head.model, now);
  const isSame = olds.length === news.length && olds.every((old) => news.includes(old));
  return isSame || olds.length === 0 ? [] : [{ data: now, olds, news }];
}

function keyOf({ olds, news }: Move): string {
  return JSON.stringify([namesOf(olds), namesOf(news)]);
}

function telling({ head }: States, { olds, news }: Move, data: readonly Element[]): Telling {
  const names = namesOf(data);
  const lost = olds.filter((old) => !news.includes(old));
  const come = news.filter((owner) => !olds.includes(owner));
  const model = head.model;
  const it: Facts = {
    data: say((locale) => listed(names, locale)),
    olds: say((locale) => listed(namesOf(olds), locale)),
    lost: say((locale) => listed(namesOf(lost), locale)),
    come: say((locale) =>
      come.map((tool) => introduced(model, tool)[locale]).join(locale === "en" ? " and " : " et "),
    ),
    news: say((locale) => listed(namesOf(news), locale)),
  };
  const message =
    news.length === 0 ? gone(it) : lost.length === 0 ? joined(it) : come.length === 0 ? left(it) : moved(it);
  const elements = [...names, ...namesOf(olds), ...namesOf(come)];
  return { about: "record-moves", wall: true, elements: [...new Set(elements)], message };
}

type Facts = Readonly<Record<"data" | "olds" | "lost" | "come" | "news", Message>>;

const say = (words: (locale: "en" | "fr") => string): Message => ({ en: words("en"), fr: words("fr") });

const moved = ({ data, lost, come }: Facts): Message => ({
  en: `The system of record of ${data.en} moves from ${lost.en} to ${come.en}.`,
  fr: `Le système de référence de ${data.fr} passe de ${lost.fr} à ${come.fr}.`,
});
const gone = ({ data, lost }: Facts): Message => ({
  en: `Nothing is the system of record of ${data.en} any more; it was ${lost.en}.`,
  fr: `Plus rien n'est le système de référence de ${data.fr} ; c'était ${lost.fr}.`,
});
const joined = ({ data, come, olds }: Facts): Message => ({
  en: `${come.en} becomes a system of record of ${data.en} too, beside ${olds.en}: there are two truths.`,
  fr: `${come.fr} devient aussi système de référence de ${data.fr}, à côté de ${olds.fr} : il y a deux vérités.`,
});
const left = ({ data, lost, news }: Facts): Message => ({
  en: `${lost.en} is no system of record of ${data.en} any more; ${news.en} remains.`,
  fr: `${lost.fr} n'est plus système de référence de ${data.fr} ; il reste ${news.fr}.`,
});
