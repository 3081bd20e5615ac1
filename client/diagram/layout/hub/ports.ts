import type { PictureFrame } from "../frame.ts";

/** Where lines meet a shape at the side of a channel: one that leaves it, or all that reach it together. */
export interface Port {
  readonly edges: readonly number[];
  readonly isEnd: boolean;
  /** The room that it takes, itself and its label above it. */
  readonly room: number;
}

/** Levels of the two columns of a channel are never the same: each has every other one of these. */
export const STEP = 12;
/** From the outline of a shape to its last line; as much more as it takes to begin at a level. */
const INSET = 15;
/** Around a label. */
const AROUND = 5;

/** The places at which the given lines meet a shape. Those of a hub have their labels at their other end. */
export function portsOf(
  { edges }: PictureFrame,
  node: number,
  { lines, hub }: { readonly lines: readonly number[]; readonly hub: number | undefined },
): readonly Port[] {
  const strands = new Map<string, number[]>();
  const ports: Port[] = [];
  for (const line of lines) {
    const { from, to, strand = "", label } = edges[line] ?? {};
    const isOfHub = from !== undefined && from === hub;
    if (from === node || (isOfHub && to === node))
      ports.push({ edges: [line], isEnd: isOfHub, room: label ? stepped(label.height + AROUND) : STEP });
    if (to !== node || isOfHub) continue;
    const known = strands.get(strand) ?? [];
    if (known.length === 0) {
      strands.set(strand, known);
      ports.push({ edges: known, isEnd: true, room: STEP });
    }
    known.push(line);
  }
  return ports;
}

/** How high a shape is at least so that its lines keep apart. */
export function roomFor(ports: readonly Port[]): number {
  return ports.length === 0 ? 0 : sum(ports.map(({ room }) => room)) + INSET + STEP;
}

/** How far down each port of a shape is, from the top; the levels are those of its column. */
export function levelsOf(
  ports: readonly Port[],
  { y, height }: { readonly y: number; readonly height: number },
  offset: number,
): readonly number[] {
  const spare = height - sum(ports.map(({ room }) => room)) - INSET;
  let level = Math.floor((y + (spare + INSET) / 2 - offset) / STEP) * STEP + offset;
  return ports.map(({ room }) => (level += room));
}

function stepped(room: number): number {
  return Math.ceil(room / STEP) * STEP;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
