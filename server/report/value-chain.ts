import type { Element, Model } from "../model/model.ts";
import { edgesOf, ofKind } from "../model/query.ts";
import { circlesOf } from "../rules/linear-economy.ts";
import { named, shareOf, type Named, type Share } from "./share.ts";

/** Whether everybody gains by the business: a balanced chain of value, thought of as a graph (S0). */
export interface ValueChain {
  /** Of the stakeholders who exchange value, those who give and are given some. */
  readonly balanced: Share;
  readonly onlyGive: readonly Named[];
  readonly onlyReceive: readonly Named[];
  /** The stakeholders who exchange nothing. */
  readonly apart: readonly Named[];
  /** Whether value goes around through three or more; null where no value is described. */
  readonly goesAround: boolean | null;
  /** Among whom it does: each the largest set of those who can reach each other. */
  readonly circles: readonly (readonly Named[])[];
}

export function valueChain(model: Model): ValueChain {
  const values = edgesOf(model, "value").filter(({ ends }) => ends.from !== ends.to);
  const giving = new Set(values.map(({ ends }) => ends.from));
  const taking = new Set(values.map(({ ends }) => ends.to));
  const all = ofKind(model, "stakeholder");
  const everybody = [...ofKind(model, "business-model"), ...all];
  const circles = circlesOf(values);
  const exchanges = (it: Element) => giving.has(it) || taking.has(it);
  const exchanging = all.filter(exchanges);
  return {
    balanced: shareOf(exchanging, (it) => giving.has(it) && taking.has(it)),
    onlyGive: exchanging.filter((it) => !taking.has(it)).map(named),
    onlyReceive: exchanging.filter((it) => !giving.has(it)).map(named),
    apart: all.filter((it) => !exchanges(it)).map(named),
    goesAround: values.length > 0 ? circles.length > 0 : null,
    circles: circles.map((members) => everybody.filter((it) => members.has(it)).map(named)),
  };
}
