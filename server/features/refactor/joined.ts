import { grouped } from "../../../grammar/grouped.ts";
import { blankAbove, fileAt, type Edit } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";

/** Edits of which removals next to each other are one: each of them may have taken the blank line between them. */
export function joined(model: Model, edits: readonly Edit[]): readonly Edit[] {
  const isRemoval = ({ text }: Edit): boolean => text === "";
  const removals = grouped(edits.filter(isRemoval), ({ path }) => path);
  return [
    ...edits.filter((edit) => !isRemoval(edit)),
    ...[...removals].flatMap(([path, own]) => joinedIn(fileAt(model, path)?.text ?? "", own)),
  ];
}

/** The same for removals in one file. At its end, the blank line goes that was above the first of them. */
function joinedIn(text: string, removals: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of removals.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = result.at(-1);
    if (last && edit.span.start < last.span.end) {
      const end = Math.max(last.span.end, edit.span.end);
      const { start } = last.span;
      const blank = end === text.length ? blankAbove(text, start).length : 0;
      result.splice(-1, 1, { ...last, span: { start: start - blank, end } });
    } else result.push(edit);
  }
  return result;
}
