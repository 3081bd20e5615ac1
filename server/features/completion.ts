import type { Locale } from "../../grammar/finding.ts";
import { fold } from "../../grammar/near.ts";
import type { Flag, Property } from "../../grammar/schema.ts";
import type { Element } from "../model/model.ts";
import { expectation } from "../model/values.ts";
import { described } from "./markdown.ts";

/** Something that may be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly sort: "kind" | "property" | "flag" | "word" | "reference" | "rule" | "keyword";
  /** A few words beside the label, as plain text. */
  readonly detail: string;
  /** More about it, in Markdown. */
  readonly doc: string;
  /** The element that it names; all about it is told when somebody asks. */
  readonly element: Element | undefined;
  /** What to write where it is more than the label: with `$1`, `${2:title}` for what is left to fill in. */
  readonly snippet: string | undefined;
  /** The lower, the likelier. */
  readonly rank: number;
}

export function item(label: string, sort: Completion["sort"], more: Partial<Completion> = {}): Completion {
  return { label, sort, detail: "", doc: "", element: undefined, snippet: undefined, rank: 1, ...more };
}

export function propertyItem({ name, doc, value, count }: Property, locale: Locale): Completion {
  const isNeeded = count === "one" || count === "some";
  return item(name, "property", { detail: expectation(value)[locale], doc, rank: isNeeded ? 0 : 1 });
}

export function flagItem({ name, doc }: Flag): Completion {
  return item(name, "flag", { doc });
}

/** An element under the name by which it is written here. */
export function elementItem(label: string, element: Element, rank: number): Completion {
  const { kind, title, description } = element;
  const detail = title === undefined ? kind.name : `${kind.name} · ${title}`;
  const doc = description === undefined ? "" : described(description);
  return item(label, "reference", { detail, doc, element, rank });
}

/**
 * What a completion is found by: its label, the last part of a dotted name, and both without accents, those first that
 * begin as what was typed does. Some editors look for letters in their order, some for a beginning.
 */
export function soughtBy({ label, element }: Completion, typed: string): string {
  const last = element ? label.slice(label.lastIndexOf(".") + 1) : label;
  const ways = [...new Set([label, last, fold(label), fold(last)])];
  const begins = (way: string): boolean => way.toLowerCase().startsWith(typed.toLowerCase());
  const ordered = [...ways.filter(begins), ...ways.filter((way) => !begins(way))];
  return ordered.filter((way, index) => index === 0 || !isSaid(way, ordered.slice(0, index))).join(" ");
}

/** Whether a way is found already by those before it: whatever case it is in, and as a part of a dotted name. */
function isSaid(way: string, before: readonly string[]): boolean {
  return before.some((other) => other.toLowerCase() === way.toLowerCase());
}

/** Whether the letters that were typed stand in a text in their order, whatever their case and accents. */
export function holdsInOrder(folded: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = folded.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
