import { derived } from "../model/derived.ts";
import { siteIn, type Element, type Model, type Relation } from "../model/model.ts";
import { edgesOf, holdsPersonal, isCore, outgoing, toolsThere, valuesOf, wordOf } from "../model/query.ts";
import type { Found } from "./rule.ts";

/** What the rules ask about data in the hands of others. */

/** Data that matters in the hands of a vendor: by a tool that it supplies, or because it is sent. */
export interface Holding {
  /** The tool or the flow. */
  readonly element: Element;
  readonly relation: Relation;
  readonly data: Element;
  readonly vendor: Element;
  /** Where the tool that holds or receives it says whom it comes from; undefined where the vendor is sent it directly. */
  readonly supply: Relation | undefined;
  readonly how: "owns" | "reads" | "sent";
  /** Whom a waiver may be for instead: the vendor, and the tool that is sent the data. */
  readonly about: readonly Element[];
}

/** Where core or personal data is in the hands of vendors. An anonymised flow carries nothing personal. */
export const holdings = derived((model: Model): readonly Holding[] => [...findHoldings(model)]);

function* findHoldings(model: Model): Generator<Holding> {
  for (const tool of toolsThere(model)) {
    const supply = outgoing(model, tool, "vendor")[0];
    if (!supply) continue;
    for (const how of ["owns", "reads"] as const) {
      for (const relation of outgoing(model, tool, how)) {
        const data = relation.to;
        if (isCore(data) || holdsPersonal(data))
          yield { element: tool, relation, data, vendor: supply.to, supply, how, about: [supply.to] };
      }
    }
  }
  for (const { element, ends } of edgesOf(model, "flow")) {
    const supply = outgoing(model, ends.to, "vendor")[0];
    const vendor = ends.to.kind.name === "vendor" ? ends.to : supply?.to;
    if (!vendor) continue;
    for (const relation of outgoing(model, element, "carries")) {
      const data = relation.to;
      const isPersonal = holdsPersonal(data) && !element.flags.has("anonymised");
      if (isCore(data) || isPersonal)
        yield { element, relation, data, vendor, supply, how: "sent", about: [ends.to, vendor] };
    }
  }
}

/** Where it is said that a tool comes from its vendor, and what that vendor lives by. */
export function livingBy(supply: Relation): Found["related"] {
  return [suppliedBy(supply), businessOf(supply.to)];
}

/** Where a tool says whom it comes from. */
export function suppliedBy({ from: tool, to: vendor, site }: Relation): Found["related"][number] {
  const message = {
    en: `'${tool.name}' comes from '${vendor.name}'.`,
    fr: `« ${tool.name} » vient de « ${vendor.name} ».`,
  };
  return { message, site };
}

/** Where a vendor says what it lives by. */
export function businessOf(vendor: Element): Found["related"][number] {
  const business = wordOf(vendor, "business") ?? "";
  const message = {
    en: `The business of '${vendor.name}' is ${business}.`,
    fr: `« ${vendor.name} » a pour métier : ${business}.`,
  };
  return {
    message,
    site: siteIn(vendor, valuesOf(vendor, "business")[0] ?? vendor.declaration.statement.head),
  };
}
