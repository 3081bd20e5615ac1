import type { Span } from "../../grammar/text.ts";
import { locate } from "../model/edit.ts";
import { mentionsOf } from "../model/mentions.ts";
import type { Model } from "../model/model.ts";
import { namedAt } from "../model/named.ts";
import type { Place } from "../model/place.ts";

/** A word to mark in a file; `write` where the element is declared, or said to be changed (`owns`, `writes`). */
export interface Highlight {
  readonly span: Span;
  readonly use: "read" | "write";
}

/**
 * Feature: Highlight
 *
 * Marks every place of a file that names what the cursor is on; where it comes into being or is changed in another tone
 * than where it is only used. Undefined where the place names nothing.
 */
export function documentHighlight(model: Model, at: Place): readonly Highlight[] | undefined {
  const named = namedAt(model, at);
  if (!named) return undefined;
  return mentionsOf(model, named.element)
    .filter(({ site }) => site.path === at.path)
    .map(({ site, use }) => ({ span: locate(model, site), use: use === "read" ? "read" : "write" }));
}
