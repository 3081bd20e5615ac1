import type { Arm } from "./arms.ts";
import type { Box, EdgePlace, PictureFrame, Point } from "../frame.ts";
import { AROUND_LABEL, type Links, type Straight, type Track } from "./links.ts";

/** From the side of a shape to a line that leads straight to the next: past its round corners. */
const INSET = 28;
/** From the upper and lower end of a shape to a line that leaves it sideways, and between two such lines at most. */
const END = 12;
const APART = 16;
/** From a line to its label. */
const BESIDE = 2;

/** A column of shapes that stand where they stand, and on which side of the pillars. */
interface Column {
  readonly arms: readonly Arm[];
  readonly isLeft: boolean;
}

/** Draws the lines among the shapes of a column, with their labels, into a list with a place for each edge. */
export function drawLinks(
  frame: PictureFrame,
  { arms, isLeft }: Column,
  links: Links,
  nodes: readonly (Box | undefined)[],
  edges: (EdgePlace | undefined)[],
): void {
  for (const straight of links.straight) drawStraight(frame, straight, nodes, edges);
  const boxes = arms.map(({ rim }) => nodes[rim] ?? NOWHERE);
  for (const track of links.tracks) {
    const out = links.ways[track.way] ?? 0;
    const [start, end] = track.span.map((turn): Point => {
      const box = boxes[turn] ?? NOWHERE;
      return { x: isLeft ? box.x : box.x + box.width, y: levelAt(links, track, turn, box) };
    });
    if (!start || !end) continue;
    const x = isLeft ? start.x - out : start.x + out;
    const down = [start, { x, y: start.y }, { x, y: end.y }, end];
    const [upper] = track.span;
    const { from = -1, label } = frame.edges[track.edge] ?? {};
    const points = from === arms[upper]?.rim ? down : down.toReversed();
    const at = { x: isLeft ? x - BESIDE - (label?.width ?? 0) : x + BESIDE, y: (start.y + end.y) / 2 };
    edges[track.edge] = { points, label: label && { ...label, x: at.x, y: half(at.y - label.height / 2) } };
  }
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

function drawStraight(
  frame: PictureFrame,
  { above, below, edges: links }: Straight,
  nodes: readonly (Box | undefined)[],
  edges: (EdgePlace | undefined)[],
): void {
  const [upper, lower] = [nodes[above] ?? NOWHERE, nodes[below] ?? NOWHERE];
  let y = upper.y + upper.height + AROUND_LABEL;
  links.forEach((index, turn) => {
    const { from = -1, label } = frame.edges[index] ?? {};
    const x = turn === 0 ? upper.x + INSET : upper.x + upper.width - INSET;
    const down = [
      { x, y: upper.y + upper.height },
      { x, y: lower.y },
    ];
    const points = from === above ? down : down.toReversed();
    const left = turn === 0 ? x + BESIDE : x - BESIDE - (label?.width ?? 0);
    edges[index] = { points, label: label && { ...label, x: left, y } };
    if (label) y += label.height + AROUND_LABEL;
  });
}

/** Where a track leaves a shape: those that go up above those that go down, so that none crosses another. */
function levelAt({ tracks }: Links, track: Track, turn: number, { y, height }: Box): number {
  const isUp = (it: Track): boolean => it.span[1] === turn;
  const here = tracks
    .filter(({ span }) => span.includes(turn))
    .toSorted((a, b) => Number(isUp(b)) - Number(isUp(a)) || (isUp(a) ? a.way - b.way : b.way - a.way));
  const step = here.length > 1 ? Math.min(APART, (height - 2 * END) / (here.length - 1)) : 0;
  return half(y + height / 2 + (here.indexOf(track) - (here.length - 1) / 2) * step);
}

function half(number: number): number {
  return Math.round(number * 2) / 2;
}
