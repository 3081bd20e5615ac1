import type { Mend } from "./finding.ts";
import type { Span } from "./text.ts";
import type { Word } from "./tree.ts";

/** Repairs that are plain where something is found. */

/** Writes a text in place of what stands in a span; `label` is how the title calls it. */
export function write(span: Span, text: string, label: string = text.trim()): Mend {
  return { title: { en: `Write '${label}'`, fr: `Écrire « ${label} »` }, changes: [{ span, text }] };
}

/** Puts a text in, at an offset. */
export function insert(at: number, text: string): Mend {
  const label = text.trim();
  const title = { en: `Add '${label}'`, fr: `Ajouter « ${label} »` };
  return { title, changes: [{ span: { start: at, end: at }, text }] };
}

/** Takes out what stands in a span. */
export function remove(span: Span, label: string): Mend {
  return { title: { en: `Remove '${label}'`, fr: `Retirer « ${label} »` }, changes: [{ span, text: "" }] };
}

/** Takes out a flag, with the blank before it. */
export function removeFlag({ text, span }: Word): Mend {
  return remove({ start: span.start - 1, end: span.end }, text);
}
