import type { Element } from "../../model/model.ts";
import { pairsOf, type Pair, type States, type Tell, type Telling } from "./telling.ts";
import { listed, namesOf } from "./words.ts";

/**
 * Data that stays is no longer said to be what rules ask more of: core, or about people. With the mark goes what it was
 * held to, and nothing that was found is found any more, though nothing was mended. Where what was personal is gone, so is
 * the reason for the mark.
 */
export const markDropped: Tell = (states) => [
  ...telling(without(states, "domain", "core"), {
    en: (names, many) =>
      `${names} ${many ? "are" : "is"} no longer core: what is asked of core data is no longer asked of ${many ? "them" : "it"}.`,
    fr: (names, many) =>
      `${names} ${many ? "ne sont" : "n'est"} plus au cœur de l'entreprise : ce qui est exigé de telles données ne l'est plus ici.`,
  }),
  ...telling([...without(states, "entity", "personal"), ...without(states, "attribute", "personal")], {
    en: (names, many) =>
      `${names} ${many ? "are" : "is"} still there, and no longer marked personal: what protects personal data does not hold for ${many ? "them" : "it"} any more.`,
    fr: (names, many) =>
      `${names} ${many ? "sont" : "est"} toujours là sans être marqué${many ? "s" : ""} « personal » : ce qui protège les données personnelles ne vaut plus ici.`,
  }),
];

/** What has lost a flag. An attribute of what is marked as a whole needs no mark of its own. */
function without(states: States, kind: Pair["after"]["kind"]["name"], flag: string): readonly Element[] {
  return pairsOf(states, kind).flatMap(({ before, after }) => {
    const isMarked = after.flags.has(flag) || after.parent?.flags.has(flag) === true;
    const isPart = after.members.some((member) => member.flags.has(flag));
    return before.flags.has(flag) && !isMarked && !isPart ? [after] : [];
  });
}

interface Says {
  readonly en: (names: string, many: boolean) => string;
  readonly fr: (names: string, many: boolean) => string;
}

function telling(elements: readonly Element[], says: Says): readonly Telling[] {
  const names = namesOf(elements);
  const many = new Set(names).size > 1;
  if (names.length === 0) return [];
  const message = { en: says.en(listed(names, "en"), many), fr: says.fr(listed(names, "fr"), many) };
  return [{ about: "mark-dropped", wall: true, elements: names, message }];
}
