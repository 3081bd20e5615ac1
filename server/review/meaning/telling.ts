import type { Message } from "../../../grammar/finding.ts";
import type { Element } from "../../model/model.ts";
import type { Changes } from "../changes.ts";
import type { Side } from "../side.ts";

/** One thing that a change means, in a sentence, for somebody who has not read the list of changes. */
export interface Telling {
  /** What sort of thing it is: the name of the file that tells it. */
  readonly about: string;
  /** Whether it is about a load-bearing wall. */
  readonly wall: boolean;
  /** The names that it speaks of: of today, or of yesterday for what is gone. */
  readonly elements: readonly string[];
  readonly message: Message;
}

/** Two states of an architecture, and what became of each element in between. */
export interface States {
  readonly base: Side;
  readonly head: Side;
  readonly changes: Changes;
  /** What an element of yesterday is today; undefined where it is gone. */
  readonly now: (old: Element) => Element | undefined;
  /** What an element of today was yesterday; undefined where it is new. */
  readonly before: (element: Element) => Element | undefined;
}

export function statesOf(base: Side, head: Side, changes: Changes): States {
  const { stayed } = changes;
  const before = new Map([...stayed].map(([old, element]) => [element, old]));
  return {
    base,
    head,
    changes,
    now: (old) => stayed.get(old),
    before: (element) => before.get(element),
  };
}

/** Whether all of an architecture comes or goes. */
export function isWhole({ base, head }: States): boolean {
  return [base, head].some(({ model }) => model.elements.length === 0);
}

/** What of one sort a change means; nothing where nothing of that sort happened. */
export type Tell = (states: States) => readonly Telling[];

/** The elements of a kind that stayed, as they were and as they are. */
export function pairsOf({ base, now }: States, kind: Element["kind"]["name"]): readonly Pair[] {
  return (base.model.byKind.get(kind) ?? []).flatMap((before) => {
    const after = now(before);
    return after ? [{ before, after }] : [];
  });
}

export interface Pair {
  readonly before: Element;
  readonly after: Element;
}

/** The elements of yesterday by what they are today; what is gone is kept as it was. */
export function nowOf({ now }: States, olds: Iterable<Element>): ReadonlySet<Element> {
  return new Set([...olds].map((old) => now(old) ?? old));
}
