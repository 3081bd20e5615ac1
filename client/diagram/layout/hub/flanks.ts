import type { PictureFrame } from "../frame.ts";

/** Which of the outer shapes stand to the left of the others, and which to the right. */
export interface Flanks {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** What a line from one flank to the other costs, a shape on the side that its lines do not suggest, and each pixel. */
const ACROSS = 2.5;
const AGAINST = 1;
const UNEVEN = 0.016;

/**
 * Shares shapes among both sides of a column: about equally high, what gives rather to the left and what gets rather to
 * the right, and together what lines connect.
 */
export function flanksOf(
  { edges }: PictureFrame,
  nodes: readonly number[],
  heights: readonly number[],
): Flanks {
  const isOwn = new Set(nodes);
  const among = edges.filter(({ from, to }) => isOwn.has(from) && isOwn.has(to));
  const gives = (node: number): number =>
    edges.reduce((sum, { from, to }) => sum + Number(from === node) - Number(to === node), 0);
  const wanted = new Set(nodes.filter((node) => gives(node) > 0));
  const left = new Set(wanted);
  const cost = (): number => {
    const whole = nodes.reduce((sum, node, at) => sum + (left.has(node) ? 1 : -1) * (heights[at] ?? 0), 0);
    const across = among.filter(({ from, to }) => left.has(from) !== left.has(to)).length;
    const against = nodes.filter((node) => left.has(node) !== wanted.has(node)).length;
    return ACROSS * across + AGAINST * against + UNEVEN * Math.abs(whole);
  };
  const turn = (node: number): unknown => left.delete(node) || left.add(node);
  let best = cost();
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const change of [...nodes.map((node) => [node]), ...pairs(nodes)]) {
      change.forEach(turn);
      const now = cost();
      if (now < best - 1e-9) {
        best = now;
        isBetter = true;
      } else change.forEach(turn);
    }
  }
  return { left: nodes.filter((node) => left.has(node)), right: nodes.filter((node) => !left.has(node)) };
}

function pairs(nodes: readonly number[]): readonly (readonly number[])[] {
  return nodes.flatMap((one, at) => nodes.slice(at + 1).map((other) => [one, other]));
}
