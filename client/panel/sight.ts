import type { Picture } from "./picture.ts";
import type { Prepared } from "./prepared.ts";
import { shownAs } from "./shown-as.ts";

/** What is shown at a time: the graph as it was drawn, and the picture of it. */
export interface Sight extends Prepared {
  readonly picture: Picture;
}

/** What a part of the panel sees of the rest: a picture may be there, and something in it can be looked at. */
export interface Viewer<Seen = Sight> {
  readonly sight: () => Seen | undefined;
  /** Brings a shape into sight, and near enough to be read. */
  readonly read: (id: string) => void;
}

/** What a search needs of what is shown. */
export interface Searched extends Pick<Prepared, "whole" | "holderOf"> {
  readonly picture: Pick<Picture, "light" | "parts" | "shape" | "boxes">;
}

/** Ids of shapes in the order in which one reads a picture: line by line, from the left. */
export function inReadingOrder(ids: readonly string[], { boxes }: Pick<Picture, "boxes">): readonly string[] {
  const placed = ids.flatMap((id) => {
    const box = boxes.get(id);
    return box ? [{ id, box }] : [];
  });
  return placed.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x).map(({ id }) => id);
}

/** The shapes that show an element: its own, those of what it stands in, or the folded group around it. */
export function shapesOf({ picture, holderOf }: Sight, name: string): readonly string[] {
  const shapes = (part: string): readonly string[] => {
    const own = picture.shapesOf(part);
    const holder = holderOf(part);
    return own.length > 0 || !picture.boxes.has(holder) ? own : [holder];
  };
  const found = shownAs(name, (part) => shapes(part).length > 0);
  return found === undefined ? [] : shapes(found);
}
