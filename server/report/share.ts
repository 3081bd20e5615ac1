import type { KindName } from "../../grammar/schema.ts";
import type { Element } from "../model/model.ts";

/** An element as it is told of: plain data, so that a scorecard can be sent on. */
export interface Named {
  readonly kind: KindName;
  /** The qualified name; `pim -> webshop` for an edge. */
  readonly name: string;
  /** Null where it has none. */
  readonly title: string | null;
}

/**
 * How many of how many have what they ought to, and which do not. Where `of` is 0 there is nothing to measure and
 * `share` is null: nothing is not all.
 */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
  readonly lacking: readonly Named[];
}

export function named({ kind, name, title }: Element): Named {
  return { kind: kind.name, name, title: title ?? null };
}

/** The share of elements that pass a test. */
export function shareOf(elements: readonly Element[], passes: (element: Element) => boolean): Share {
  const lacking = elements.filter((element) => !passes(element)).map(named);
  return counted(elements.length - lacking.length, elements.length, lacking);
}

/** The share of several groups together. */
export function together(shares: readonly Share[]): Share {
  const sum = (of: (share: Share) => number) => shares.reduce((total, share) => total + of(share), 0);
  const lacking = shares.flatMap((share) => share.lacking);
  return counted(
    sum(({ count }) => count),
    sum(({ of }) => of),
    lacking,
  );
}

function counted(count: number, of: number, lacking: readonly Named[]): Share {
  return { count, of, share: of === 0 ? null : count / of, lacking };
}
