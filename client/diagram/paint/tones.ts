import type { Box } from "../layout/frame.ts";
import { tag } from "./tag.ts";

/** So many colours; further tones have them again, in pieces. */
const TONES = 8;
const WIDTH = 3;
const BLOCK = 5;

/**
 * A bar between the icon and the text of a box, or blocks below the icon. Tones that stand beside each other differ in
 * colour, and in the number of pieces once all colours are used; those of a scale in the number of blocks, so that a print
 * without colours tells them too.
 */
export function toneBar(tone: number, isScale: boolean, { x, y, height }: Box): string {
  if (isScale)
    return Array.from({ length: tone + 1 }, (_, index) =>
      tag("rect", {
        x: x + 12 + index * (BLOCK + 1),
        y: y + height - 8 - BLOCK,
        width: BLOCK,
        height: BLOCK,
        class: "bz-scale",
      }),
    ).join("");
  const pieces = Math.floor(tone / TONES) + 1;
  const room = height - 12;
  const piece = (room - (pieces - 1) * 3) / pieces;
  return Array.from({ length: pieces }, (_, index) =>
    tag("rect", {
      x: x + 31,
      y: y + 6 + index * (piece + 3),
      width: WIDTH,
      height: piece,
      rx: 1.5,
      class: `bz-tone-${tone % TONES}`,
    }),
  ).join("");
}
