import { answersChange } from "./answers-change.ts";
import { basisDropped } from "./basis-dropped.ts";
import { chainBreaks } from "./chain-breaks.ts";
import { lifespanShrinks } from "./lifespan-shrinks.ts";
import { markDropped } from "./mark-dropped.ts";
import { personalDataReaches } from "./personal-data-reaches.ts";
import { recordMoves } from "./record-moves.ts";
import { isWhole, type States, type Tell, type Telling } from "./telling.ts";
import { traceLost } from "./trace-lost.ts";
import { wallGoes } from "./wall-goes.ts";

/** What a change means, in sentences: walls first, then by the order of this list. */
const tells: readonly Tell[] = [
  wallGoes,
  recordMoves,
  markDropped,
  traceLost,
  chainBreaks,
  personalDataReaches,
  basisDropped,
  lifespanShrinks,
  answersChange,
];

/**
 * Of an architecture that begins or ends with this change, the list of changes says it all. What is said of one of two
 * elements by the same name is said of both.
 */
export function tellingsOf(states: States): readonly Telling[] {
  if (isWhole(states)) return [];
  const all = tells.flatMap((tell) => tell(states));
  const each = new Map(all.map((telling) => [telling.message.en, telling]));
  return [...each.values()].toSorted((a, b) => Number(b.wall) - Number(a.wall));
}
