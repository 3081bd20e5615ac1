import type { Locale } from "../../grammar/finding.ts";
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
  /** What to write where it is more than the label: with `$1`, `${2:title}` for what is left to fill in. */
  readonly snippet: string | undefined;
  /** The lower, the likelier. */
  readonly rank: number;
}

export function item(label: string, sort: Completion["sort"], more: Partial<Completion> = {}): Completion {
  return { label, sort, detail: "", doc: "", snippet: undefined, rank: 1, ...more };
}

export function propertyItem({ name, doc, value, count }: Property, locale: Locale): Completion {
  const isNeeded = count === "one" || count === "some";
  return item(name, "property", { detail: expectation(value)[locale], doc, rank: isNeeded ? 0 : 1 });
}

export function flagItem({ name, doc }: Flag): Completion {
  return item(name, "flag", { doc });
}

/** An element under the name by which it is written here. */
export function elementItem(label: string, { kind, title, description }: Element, rank: number): Completion {
  const detail = title === undefined ? kind.name : `${kind.name} · ${title}`;
  return item(label, "reference", {
    detail,
    doc: description === undefined ? "" : described(description),
    rank,
  });
}
