import type { Arm } from "./arms.ts";
import type { PictureFrame } from "../frame.ts";

/** The lines among shapes that stand one below the other beside pillars. */
export interface Links {
  /** From a shape straight to the next: none, one at the left, or one at each side, with their labels in between. */
  readonly straight: readonly Straight[];
  /** Outside of the column, from a shape to one further up or down. */
  readonly tracks: readonly Track[];
  /** How far outside of the shapes each way for a track is, the nearest first, and how much room all of them take. */
  readonly ways: readonly number[];
  readonly width: number;
}

export interface Straight {
  readonly above: number;
  readonly below: number;
  readonly edges: readonly number[];
}

export interface Track {
  readonly edge: number;
  /** The shapes that it connects, the upper one first, as places in their column. */
  readonly span: readonly [number, number];
  readonly way: number;
}

/** So many lines lead straight from a shape to the next; more go around. */
const ABREAST = 2;
/** Above the first, between two, and below the last label of such lines. */
export const AROUND_LABEL = 10;
/** From a shape to the first line outside of it, and from there to the next, beside the label in between. */
const APART = 16;
/** Where more than so many lines run side by side, the others find a way of their own. */
const MOST_WAYS = 6;

/** The lines that lead from a shape straight to the one below it. */
export function linksBetween(frame: PictureFrame, above: Arm, below: Arm): readonly number[] {
  if (above.hub !== below.hub) return [];
  const ends = [above.rim, below.rim];
  return [...frame.edges.keys()].filter((index) => isAmong(frame, index, ends)).slice(0, ABREAST);
}

/** How much room there has to be between two shapes for the labels of the lines from one to the other. */
export function roomForLabels({ edges }: PictureFrame, links: readonly number[]): number {
  const heights = links.flatMap((index) => edges[index]?.label?.height ?? []);
  return heights.reduce((sum, height) => sum + height + AROUND_LABEL, AROUND_LABEL);
}

/** Sorts the lines among the shapes of a column, which are given from the top. */
export function linksOf(frame: PictureFrame, column: readonly Arm[]): Links {
  const straight = column.flatMap((above, turn): readonly Straight[] => {
    const below = column[turn + 1];
    const edges = below ? linksBetween(frame, above, below) : [];
    return below && edges.length > 0 ? [{ above: above.rim, below: below.rim, edges }] : [];
  });
  const drawn = new Set(straight.flatMap(({ edges }) => edges));
  const rims = column.map(({ rim }) => rim);
  const spans = [...frame.edges.keys()]
    .filter((index) => !drawn.has(index) && isAmong(frame, index, rims))
    .map((edge) => ({ edge, span: spanOf(frame, edge, rims) }))
    .toSorted((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  const tracks: Track[] = [];
  for (const { edge, span } of spans) {
    const taken = new Set(tracks.filter((it) => overlap(it.span, span)).map(({ way }) => way));
    const way = Array.from({ length: MOST_WAYS }, (_, at) => at).find((at) => !taken.has(at));
    if (way !== undefined) tracks.push({ edge, span, way });
  }
  const ways: number[] = [];
  let width = 0;
  for (let way = 0; tracks.some((it) => it.way === way); way++) {
    ways.push(width + APART);
    const labels = tracks.map((it) => (it.way === way ? (frame.edges[it.edge]?.label?.width ?? 0) : 0));
    width += APART + Math.max(...labels);
  }
  return { straight, tracks, ways, width };
}

function isAmong({ edges }: PictureFrame, index: number, rims: readonly number[]): boolean {
  const { from, to } = edges[index] ?? { from: -1, to: -1 };
  return rims.includes(from) && rims.includes(to);
}

function spanOf({ edges }: PictureFrame, index: number, rims: readonly number[]): readonly [number, number] {
  const { from, to } = edges[index] ?? { from: -1, to: -1 };
  const [one, other] = [rims.indexOf(from), rims.indexOf(to)];
  return [Math.min(one, other), Math.max(one, other)];
}

function overlap([from, to]: readonly [number, number], [start, end]: readonly [number, number]): boolean {
  return from < end && start < to;
}
