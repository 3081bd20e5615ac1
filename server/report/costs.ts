import { grouped } from "../../grammar/grouped.ts";
import { currencies } from "../../grammar/codes.ts";
import type { Element } from "../model/model.ts";
import { valuesOf } from "../model/query.ts";

/** An amount a year, in one currency: amounts of different currencies are never added up. */
export interface Money {
  readonly currency: string;
  readonly amount: number;
}

/** What a tool costs a year; undefined where it does not say, or says what is no amount. */
export function costOf(tool: Element): Money | undefined {
  const [cost] = valuesOf(tool, "cost");
  if (cost?.type !== "money" || typeof cost.value !== "number") return undefined;
  return currencies.has(cost.unit ?? "") ? { currency: cost.unit ?? "", amount: cost.value } : undefined;
}

/** The sum of what tools are known to cost, by currency, in the order of the codes. */
export function costsOf(tools: readonly Element[]): readonly Money[] {
  const known = tools.flatMap((tool) => costOf(tool) ?? []);
  const sums = [...grouped(known, ({ currency }) => currency)].map(([currency, all]) => ({
    currency,
    amount: all.reduce((sum, { amount }) => sum + amount, 0),
  }));
  return sums.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
