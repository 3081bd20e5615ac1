import type { Box, Point } from "../layout/frame.ts";
import { tag } from "./tag.ts";

/** So many colours; further tones have them again, in another form. */
const TONES = 8;

/**
 * The ground of an icon, in the colour of a tone. Once all colours are used, a ring and then a round form tell the next
 * ones apart, so that no two tones look alike.
 */
export function plate(tone: number, { x, y }: Point, size: number): string {
  const form = Math.floor(tone / TONES);
  const colour = tone % TONES;
  const square = (half: number, isRound: boolean, style: string): string =>
    tag("rect", {
      x: x - half,
      y: y - half,
      width: 2 * half,
      height: 2 * half,
      rx: isRound ? half : half / 2.4,
      class: style,
    });
  const isRound = form % 4 > 1;
  const inside = square(size / 2 - (form % 2 === 0 ? 0 : 1.5), isRound, `bz-tone-${colour}`);
  return form % 2 === 0 ? inside : square(size / 2 + 1, isRound, `bz-ring-${colour}`) + inside;
}

/** A step on a scale, from 0, and how many steps there are. */
export interface Step {
  readonly tone: number;
  readonly of: number;
}

/** Blocks side by side, filled as far as the step goes: a print without colours tells it too. */
export function meter({ tone, of }: Step, { x, y, width, height }: Box): string {
  const apart = 3;
  const block = (width - (of - 1) * apart) / of;
  return Array.from({ length: of }, (_, index) =>
    tag("rect", {
      x: x + index * (block + apart),
      y,
      width: block,
      height,
      rx: height / 2,
      class: index <= tone ? "bz-scale" : "bz-scale-rest",
    }),
  ).join("");
}

/** How much of a shade a step is worth, from 0 to 3. */
export function heat({ tone, of }: Step): number {
  return of < 2 ? 0 : Math.round((tone * 3) / (of - 1));
}
