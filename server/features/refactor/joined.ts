import { grouped } from "../../../grammar/grouped.ts";
import type { Edit } from "../../model/edit.ts";

/** Edits of which removals next to each other are one: each of them may have taken the blank line between them. */
export function joined(edits: readonly Edit[]): readonly Edit[] {
  const isRemoval = ({ text }: Edit): boolean => text === "";
  const removals = grouped(edits.filter(isRemoval), ({ path }) => path);
  return [...edits.filter((edit) => !isRemoval(edit)), ...[...removals.values()].flatMap(joinedIn)];
}

/** The same for removals in one file. */
function joinedIn(removals: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of removals.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = result.at(-1);
    if (last && edit.span.start < last.span.end) {
      const end = Math.max(last.span.end, edit.span.end);
      result.splice(-1, 1, { ...last, span: { start: last.span.start, end } });
    } else result.push(edit);
  }
  return result;
}
