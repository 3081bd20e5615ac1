import { filtered, type Filter } from "../diagram/filter.ts";
import { foldable, folded, holders } from "../diagram/fold.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";

/** A graph as somebody wants to see it: without what is filtered out, with some groups folded. */
export interface Prepared {
  /** What is drawn. */
  readonly graph: ViewGraph;
  /** The same before anything was folded. */
  readonly whole: ViewGraph;
  readonly folded: readonly string[];
  /** Whether it was folded because it is too large, and not by anybody. */
  readonly isFoldedByItself: boolean;
  /** The shape in which something is drawn: its own, or the folded group around it. */
  readonly holderOf: (id: string) => string;
}

export interface Wishes {
  readonly filter: Filter;
  /** The groups that somebody folded; undefined as long as nobody did. */
  readonly folds: readonly string[] | undefined;
}

/** With more shapes than this, a picture takes seconds, and nobody reads it: its groups are folded. */
export const MANY = 600;

export function prepared(asked: ViewGraph, { filter, folds }: Wishes): Prepared {
  const whole = filtered(asked, filter);
  const isFoldedByItself = folds === undefined && whole.nodes.length > MANY && foldable(whole).length > 0;
  const ids = isFoldedByItself ? foldable(whole) : (folds ?? []);
  const hidden = holders(whole, new Set(ids));
  return {
    graph: folded(whole, ids),
    whole,
    folded: ids,
    isFoldedByItself,
    holderOf: (id) => hidden.get(id) ?? id,
  };
}

/** What is folded after somebody folded or unfolded one more group. */
export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
