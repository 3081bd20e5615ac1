import type { Arm } from "./arms.ts";
import type { PictureFrame } from "../frame.ts";
import { linksBetween, roomForLabels } from "./links.ts";

/** How the shapes of one side of a pillar stand, in their order: how far down each arm begins, and in which column. */
export interface Stand {
  readonly tops: readonly number[];
  /** Farther out than the others: its lines run between these. */
  readonly isOuter: readonly boolean[];
  readonly height: number;
}

/** Between two shapes of a column; more where a line with a label leads from one to the other. */
const APART = 20;
const LINKED = 48;
/** A column that is higher than this is no longer seen at once: there are two of them then, side by side. */
const HIGHEST = 1000;
/** Between a shape and a line that runs past it, and between what is written at two lines. */
const PAST = 10;
const AROUND = 4;

/** One below the other or, where that gets too high and nothing leads from one to another, by turns in two columns. */
export function standOf(frame: PictureFrame, side: readonly Arm[]): Stand {
  const single = inColumn(frame, side);
  const rims = side.map(({ rim }) => rim);
  const isLinked = frame.edges.some(({ from, to }) => rims.includes(from) && rims.includes(to));
  return single.height > HIGHEST && !isLinked ? byTurns(side) : single;
}

function inColumn(frame: PictureFrame, side: readonly Arm[]): Stand {
  let height = 0;
  const tops = side.map((arm, turn) => {
    const top = height;
    height += arm.height + apart(frame, arm, side[turn + 1]);
    return top;
  });
  return { tops, isOuter: side.map(() => false), height };
}

function apart(frame: PictureFrame, arm: Arm, next: Arm | undefined): number {
  const links = next ? linksBetween(frame, arm, next) : [];
  if (links.length > 0) return Math.max(LINKED, roomForLabels(frame, links));
  return next ? APART : 0;
}

/** The lines of each run below the shape before and above the shape after; all that is written stands at the pillar. */
function byTurns(side: readonly Arm[]): Stand {
  const feet = { inner: -APART, outer: -APART, words: -AROUND };
  let last = -PAST;
  let lowest = -PAST;
  const tops = side.map((arm, turn) => {
    const isInner = turn % 2 === 0;
    const levels = arm.lines.map(({ level }) => level);
    const [first, end] = [Math.min(...levels), Math.max(...levels)];
    const top = Math.ceil(
      Math.max(
        feet.words + AROUND - arm.above,
        (isInner ? feet.inner : feet.outer) + APART - arm.top,
        isInner ? last + PAST - arm.top : lowest + PAST - first,
      ),
    );
    feet.words = top + arm.below;
    if (isInner) {
      feet.inner = top + arm.top + arm.box;
      lowest = feet.inner;
    } else {
      feet.outer = top + arm.top + arm.box;
      last = top + end;
    }
    return top;
  });
  return {
    tops,
    isOuter: side.map((_, turn) => turn % 2 === 1),
    height: Math.max(feet.inner, feet.outer, feet.words),
  };
}
