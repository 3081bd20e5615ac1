import type { Model } from "../model/model.ts";
import { ofKind, wordsOf } from "../model/query.ts";
import { AGILITY, PREDICTABILITY } from "../rules/one-sided-portfolio.ts";
import { named, type Named } from "./share.ts";

/**
 * What the initiatives are for: to know better what will be (cost, revenue, security), to move faster (services,
 * technology, behaviours), or both, which is what every company asks for at once (S0).
 */
export interface Portfolio {
  readonly initiatives: number;
  readonly predictability: readonly Named[];
  readonly agility: readonly Named[];
  /** Those that are on both sides. */
  readonly both: readonly Named[];
  /** Those that do not say what they improve. */
  readonly unsaid: readonly Named[];
  /** Each thing that can get better, and the number of initiatives for it. */
  readonly improves: readonly { readonly what: string; readonly initiatives: number }[];
  /** Null where no initiative says what it improves. */
  readonly balance: Balance | null;
}

/** `balanced` unless one side has twice as many initiatives as the other, or all of them. */
export type Balance =
  "all-predictability" | "more-predictability" | "balanced" | "more-agility" | "all-agility";

export function portfolio(model: Model): Portfolio {
  const initiatives = ofKind(model, "initiative");
  const improving = (words: readonly string[]) =>
    initiatives.filter((initiative) => wordsOf(initiative, "improves").some((word) => words.includes(word)));
  const predictable = improving(PREDICTABILITY);
  const agile = improving(AGILITY);
  const both = predictable.filter((initiative) => agile.includes(initiative));
  const unsaid = initiatives.filter(
    (initiative) => !predictable.includes(initiative) && !agile.includes(initiative),
  );
  return {
    initiatives: initiatives.length,
    predictability: predictable.map(named),
    agility: agile.map(named),
    both: both.map(named),
    unsaid: unsaid.map(named),
    improves: [...PREDICTABILITY, ...AGILITY].map((what) => ({
      what,
      initiatives: improving([what]).length,
    })),
    balance: balanceOf(predictable.length, agile.length),
  };
}

function balanceOf(predictable: number, agile: number): Balance | null {
  if (predictable === 0 && agile === 0) return null;
  if (agile === 0) return "all-predictability";
  if (predictable === 0) return "all-agility";
  if (predictable >= 2 * agile) return "more-predictability";
  return agile >= 2 * predictable ? "more-agility" : "balanced";
}
