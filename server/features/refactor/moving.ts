import type { Span } from "../../../grammar/text.ts";
import { fileAt } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import type { Top } from "../../model/place.ts";
import { namespaceOf } from "../../model/reference.ts";
import type { Insertion, Plan, Stretch } from "./plan.ts";

/** Statements go, with their comments, to the end of a file, or make a new one in the same namespace. */
export function moving(
  model: Model,
  tops: readonly Top[],
  path: string,
  stretch: (top: Top) => Span,
): Pick<Plan, "removals" | "insertions"> {
  const removals = tops.map((top) => ({ path: top.file.path, span: stretch(top) }));
  const [first] = tops;
  return { removals, insertions: first ? [atEnd(model, path, first.file.path, removals)] : [] };
}

function atEnd(model: Model, path: string, source: string, moved: readonly Stretch[]): Insertion {
  const text = fileAt(model, path)?.text;
  const at = text?.length ?? 0;
  const pieces = moved.flatMap((piece, index) => {
    const before = moved[index - 1];
    return before ? [gapBetween(model, before, piece), piece] : [piece];
  });
  return {
    path,
    at,
    pieces: [text === undefined ? heading(model, source) : gapAfter(text), ...pieces, "\n"],
  };
}

/** What comes before the first statement of a new file. */
function heading(model: Model, source: string): string {
  const prefix = namespaceOf(model, source);
  return prefix === "" ? "" : `namespace ${prefix.slice(0, -1)}\n\n`;
}

/** What parts a new statement from a text: a blank line, or what lacks of one. */
function gapAfter(text: string): string {
  const end = text.slice(-200).replaceAll("\r\n", "\n");
  if (/^[\s\uFEFF]*$/.test(text) || /[\r\n][ \t]*[\r\n]$/.test(end)) return "";
  return /[\r\n]$/.test(end) ? "\n" : "\n\n";
}

/** Neighbours stay as near as they were. */
export function gapBetween(model: Model, before: Stretch, next: Stretch): string {
  const between = fileAt(model, before.path)?.text.slice(before.span.end, next.span.start) ?? "";
  return before.path === next.path && /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*$/.test(between) ? "\n" : "\n\n";
}
