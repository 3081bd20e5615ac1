import type { Family } from "../../grammar/categories.ts";
import { grouped } from "../../grammar/grouped.ts";
import type { Element, Model } from "../model/model.ts";
import {
  activeTools,
  isActive,
  ofKind,
  sources,
  target,
  toolFamily,
  toolsThere,
  wordOf,
} from "../model/query.ts";
import { rules } from "../rules/index.ts";

import { readPolicy, settingsOf } from "../rules/policy.ts";
import { toolSprawl } from "../rules/tool-sprawl.ts";
import { costOf, costsOf, type Money } from "./costs.ts";
import { reasonsOf } from "../model/reasons.ts";
import { knownWord } from "./known.ts";
import { named, shareOf, type Named, type Share } from "./share.ts";

/**
 * How many tools there are, for what, and at what price (S1: 91 marketing tools on average at large accounts in 2017).
 * What is counted is there today, active or legacy, unless it says otherwise.
 */
export interface Tools {
  readonly there: number;
  readonly status: Readonly<Record<"planned" | "active" | "legacy" | "retired", number>>;
  /** The families that have tools, the largest first. */
  readonly families: readonly FamilyState[];
  /** The share of marketing tools: a fact, and no merit either way. Null where there is no tool. */
  readonly marketing: { readonly count: number; readonly of: number; readonly share: number | null };
  /** Of the tools that are not retired, those that something known asks for ("yes, but what for?", S3). */
  readonly explained: Share;
  readonly capabilities: Crowding;
  /** The categories with more active tools than the policy says is fine, the fullest first. */
  readonly crowded: readonly { readonly category: string; readonly tools: number }[];
  /** The vendors that supply some, those of most tools first. */
  readonly vendors: readonly { readonly vendor: Named; readonly tools: number }[];
  /** The tools that name no vendor. */
  readonly withoutVendor: number;
  /** What is known of the cost a year, and the tools that do not say theirs. */
  readonly cost: { readonly known: Share; readonly year: readonly Money[] };
}

interface FamilyState {
  readonly family: Family;
  readonly tools: number;
  readonly categories: readonly { readonly category: string; readonly tools: number }[];
  readonly cost: readonly Money[];
}

/** How many active tools serve a capability; the figures are null where there is no capability. */
export interface Crowding {
  readonly of: number;
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
  /** The capabilities that no active tool serves. */
  readonly without: readonly Named[];
  /** What the policy says is fine, and the capabilities that have more, the fullest first. */
  readonly limit: number;
  readonly over: readonly { readonly capability: Named; readonly tools: readonly Named[] }[];
}

export function tools(model: Model): Tools {
  const all = ofKind(model, "tool");
  const there = toolsThere(model);
  const status = (word: string) =>
    all.filter((tool) => (knownWord(tool, "status") ?? "active") === word).length;
  const limit = settingsOf(toolSprawl, readPolicy(model, rules)).number("limit");
  const vendorOf = (tool: Element) => target(model, tool, "vendor");
  const marketing = there.filter((tool) => toolFamily(tool) === "marketing").length;
  const vendors = [...grouped(there, vendorOf)].flatMap(([vendor, supplied]) =>
    vendor ? [{ vendor: named(vendor), tools: supplied.length }] : [],
  );
  return {
    there: there.length,
    status: {
      planned: status("planned"),
      active: status("active"),
      legacy: status("legacy"),
      retired: status("retired"),
    },
    families: familiesOf(there),
    marketing: {
      count: marketing,
      of: there.length,
      share: there.length > 0 ? marketing / there.length : null,
    },
    explained: shareOf(
      all.filter((tool) => wordOf(tool, "status") !== "retired"),
      (tool) => reasonsOf(model, tool).length > 0,
    ),
    capabilities: crowding(model, limit),
    crowded: categoriesOf(activeTools(model)).filter((category) => category.tools > limit),
    vendors: mostFirst(vendors, ({ vendor }) => vendor.name),
    withoutVendor: there.filter((tool) => vendorOf(tool) === undefined).length,
    cost: { known: shareOf(there, (tool) => costOf(tool) !== undefined), year: costsOf(there) },
  };
}

const FAMILIES = [
  "marketing",
  "operations",
  "data",
  "corporate",
  "channel",
] as const satisfies readonly Family[];

function familiesOf(there: readonly Element[]): readonly FamilyState[] {
  const states = FAMILIES.map((family) => {
    const members = there.filter((tool) => toolFamily(tool) === family);

    return {
      family,
      tools: members.length,
      categories: categoriesOf(members),
      cost: costsOf(members),
    };
  });
  return mostFirst(
    states.filter((state) => state.tools > 0),
    ({ family }) => family,
  );
}

/** The number of tools in each category that there are some of; a tool whose category is none is in none. */
function categoriesOf(tools: readonly Element[]): Tools["crowded"] {
  const known = tools.filter((tool) => toolFamily(tool) !== undefined);
  const categories = [...grouped(known, (tool) => wordOf(tool, "category") ?? "")];
  return mostFirst(
    categories.map(([category, some]) => ({ category, tools: some.length })),
    ({ category }) => category,
  );
}

/** Those with the most tools first; as many, by name. */
function mostFirst<Item extends { readonly tools: number }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  return items.toSorted((a, b) => b.tools - a.tools || (nameOf(a) < nameOf(b) ? -1 : 1));
}

function crowding(model: Model, limit: number): Crowding {
  const served = ofKind(model, "capability").map((capability) => ({
    capability,
    tools: [...new Set(sources(model, capability, "serves"))].filter(isActive),
  }));
  const counts = served.map(({ tools }) => tools.length).toSorted((a, b) => a - b);
  const over = served
    .filter(({ tools }) => tools.length > limit)
    .toSorted((a, b) => b.tools.length - a.tools.length);
  return {
    of: served.length,
    min: counts[0] ?? null,
    median: medianOf(counts),
    max: counts.at(-1) ?? null,
    without: served.filter(({ tools }) => tools.length === 0).map(({ capability }) => named(capability)),
    limit,
    over: over.map(({ capability, tools }) => ({ capability: named(capability), tools: tools.map(named) })),
  };
}

/** The middle of figures in order, or halfway between the two in the middle; null where there are none. */
function medianOf(counts: readonly number[]): number | null {
  const middle = counts.length / 2;
  const [low, high] = [counts[Math.ceil(middle) - 1], counts[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
