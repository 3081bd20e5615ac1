import type { Picture } from "./picture.ts";
import { isWhole, kept, type Place } from "./place.ts";
import type { Stage } from "./stage.ts";

/** What counts for where a new picture is looked at from. */
export interface Circumstances {
  /** The same picture at an earlier time, where there is one. */
  readonly before: Picture | undefined;
  /** From where somebody looked at it when it was there last. */
  readonly known: Place | undefined;
  /** The shape that the eye is on. */
  readonly eye: string | undefined;
  /** Whether it has hardly to do with the picture before. */
  readonly isAnother: boolean;
}

/** Looks at a new picture from where one expects to: what one looked at stays where it was seen. */
export function settle(
  stage: Stage,
  { boxes, size }: Picture,
  { before, known, eye, isAnother }: Circumstances,
): void {
  if (known) return stage.restore(known);
  if (!before) return stage.fit();
  const view = stage.view();
  const place = kept({ before: before.boxes, after: boxes }, stage.place(), view, eye);
  if (stage.isFitted() && (isAnother || !isWhole(size, place, view))) stage.fit();
  else stage.moveTo(place);
}
