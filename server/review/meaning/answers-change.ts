import { grouped } from "../../../grammar/grouped.ts";
import { kinds } from "../../../grammar/schema.ts";
import { target } from "../../model/query.ts";
import { teamOf } from "../../views/select.ts";
import { pairsOf, type Pair, type States, type Tell, type Telling } from "./telling.ts";
import { listed } from "./words.ts";

/**
 * Another team answers for something, or none any more. An entity that leaves the answer to its domain is answered for by
 * the domain's team; a team that was only renamed is the same.
 */
export const answersChange: Tell = (states) => {
  const moves = answered.flatMap((kind) => pairsOf(states, kind).flatMap((pair) => moveOf(states, pair)));
  return [...grouped(moves, ({ wall, from, to }) => JSON.stringify([wall, from, to])).values()].flatMap(
    telling,
  );
};

const answered = kinds
  .filter(({ properties }) => properties.some(({ name }) => name === "accountable"))
  .map(({ name }) => name);

interface Move {
  readonly name: string;
  readonly wall: boolean;
  readonly from: string;
  readonly to: string | undefined;
}

function moveOf(states: States, pair: Pair): readonly Move[] {
  const { after } = pair;
  const { from, team } = answersOf(states, pair);
  if (!from || from === team) return [];
  if (followsDomain(states, pair)) return [];
  return [{ name: after.name, wall: after.kind.storey === "what", from: from.name, to: team?.name }];
}

/** What leaves the answer to one domain, before and after, is told of with the domain. */
function followsDomain({ base, head, now }: States, { before, after }: Pair): boolean {
  if (!before.parent || now(before.parent) !== after.parent) return false;
  return !target(base.model, before, "accountable") && !target(head.model, after, "accountable");
}

/** Who answered for it, as that team is known today, and who does. */
function answersOf({ base, head, now }: States, { before, after }: Pair) {
  const old = teamOf(base.model, before);
  return { from: old && (now(old) ?? old), team: teamOf(head.model, after) };
}

function telling(moves: readonly Move[]): readonly Telling[] {
  const [first] = moves;
  if (!first) return [];
  const { wall, from, to } = first;
  const names = moves.map(({ name }) => name);
  const message =
    to === undefined
      ? {
          en: `Nobody answers for ${listed(names, "en")} any more; it was ${listed([from], "en")}.`,
          fr: `Plus personne ne répond de ${listed(names, "fr")} ; c'était ${listed([from], "fr")}.`,
        }
      : {
          en: `${listed([to], "en")} answers for ${listed(names, "en")} now, and no longer ${listed([from], "en")}.`,
          fr: `${listed([to], "fr")} répond maintenant de ${listed(names, "fr")}, et non plus ${listed([from], "fr")}.`,
        };
  return [
    { about: "answers-change", wall, elements: [...names, from, ...(to === undefined ? [] : [to])], message },
  ];
}
