import type { Box, EdgePlace, PictureFrame, Point } from "../frame.ts";
import { levelsOf, portsOf, roomFor, STEP, type Port } from "./ports.ts";
import { tracksOf, type End, type Trunk } from "./trunks.ts";

/** The room between two columns of shapes, in which the lines among them run. */
export interface Channel {
  readonly inner: readonly number[];
  readonly outer: readonly number[];
  /** The outer column stands to the left of the inner one. */
  readonly isLeft: boolean;
  readonly lines: readonly number[];
  /** What stands above both columns, where some of the lines are its own. */
  readonly hub: number | undefined;
}

/** Where lines meet each shape of a channel. */
export type Ports = ReadonlyMap<number, readonly Port[]>;

/** A channel with the level of each line at its shapes, and the tracks between them. */
export interface Routed {
  readonly starts: Levels;
  readonly ends: Levels;
  readonly tracks: ReadonlyMap<number, number>;
  /** The room for labels beside the inner column, for the tracks, and for labels beside the outer column. */
  readonly widths: readonly [inner: number, tracks: number, outer: number];
}

/** How far down each line begins, or ends. */
type Levels = ReadonlyMap<number, number>;

/** A frame, and where its shapes stand. */
interface Stood {
  readonly frame: PictureFrame;
  readonly boxes: readonly (Box | undefined)[];
}

export function portsIn(frame: PictureFrame, channel: Channel): Ports {
  const members = [...channel.inner, ...channel.outer];
  return new Map(members.map((node) => [node, portsOf(frame, node, channel)]));
}

/** How high a shape is at least for its lines in a channel. */
export function roomIn(ports: Ports, node: number): number {
  return roomFor(ports.get(node) ?? []);
}

/** From one track to the next, and around all of them. */
const TRACK = 10;
const AROUND = 14;
/** From a shape to the label of a line that leaves it. */
const BESIDE = 8;
/** From a line to its label above it. */
const ABOVE = 2;

/** Finds the level of each line at its shapes, as far down as these stand, and its track between them. */
export function routed(stood: Stood, channel: Channel, ports: Ports): Routed {
  const { starts, ends } = levelled(stood, channel, ports);
  const trunks = trunksOf(stood.frame, channel, starts, ends);
  const tracks = tracksOf(trunks);
  const count = Math.max(0, ...tracks.map((track) => track + 1));
  return {
    starts,
    ends,
    tracks: new Map(trunks.flatMap(({ edges }, at) => edges.map((line) => [line, tracks[at] ?? 0]))),
    widths: [
      labelsBeside(stood.frame, channel, channel.inner),
      Math.max(0, count - 1) * TRACK,
      labelsBeside(stood.frame, channel, channel.outer),
    ],
  };
}

/** The widest label at a column, with the space around it. */
function labelsBeside({ edges }: PictureFrame, channel: Channel, column: readonly number[]): number {
  const widths = channel.lines.map((line) => {
    const { from = -1, to = -1, label } = edges[line] ?? {};
    return label && column.includes(from === channel.hub ? to : from) ? label.width + BESIDE : 0;
  });
  return AROUND + Math.max(0, ...widths);
}

/** Lines run together that end at the same place, and so do those that the hub begins. */
function trunksOf({ edges }: PictureFrame, channel: Channel, starts: Levels, ends: Levels): readonly Trunk[] {
  const { hub, lines } = channel;
  const strands = new Map<string, number[]>();
  for (const line of lines) {
    const { from, to, strand } = edges[line] ?? {};
    const key = from === hub ? "" : JSON.stringify([strand, to]);
    strands.set(key, [...(strands.get(key) ?? []), line]);
  }
  const isOuter = new Set(channel.outer);
  const end = (node: number, y = 0): End => ({
    y,
    at: node === hub ? "top" : isOuter.has(node) ? "outer" : "inner",
  });
  return [...strands.values()].map((own) => ({
    edges: own,
    ends: own.flatMap((line) => {
      const { from = -1, to = -1 } = edges[line] ?? {};
      return [end(from, starts.get(line)), end(to, ends.get(line))];
    }),
  }));
}

/** How far down each line begins and ends: in the order in which they come from above or lead there. */
function levelled(
  { frame, boxes }: Stood,
  channel: Channel,
  ports: Ports,
): { readonly starts: Levels; readonly ends: Levels } {
  const isOuter = new Set(channel.outer);
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const centre = (node: number): number => middleOf(boxes[node] ?? NOWHERE);
  const far = (port: Port): number => {
    const others = port.edges.map((line) => {
      const { from = -1, to = -1 } = frame.edges[line] ?? {};
      return port.isEnd ? (starts.get(line) ?? centre(from)) : (ends.get(line) ?? centre(to));
    });
    return others.reduce((sum, y) => sum + y, 0) / others.length;
  };
  // Once by where the shapes are, and once more by where the lines begin and end.
  for (let round = 0; round < 2; round++)
    for (const [node, own] of ports) {
      const sorted = own.toSorted((a, b) => far(a) - far(b));
      const set = levelsOf(sorted, boxes[node] ?? NOWHERE, isOuter.has(node) ? STEP / 2 : 0);
      sorted.forEach(({ edges, isEnd }, turn) => {
        for (const line of edges) (isEnd ? ends : starts).set(line, set[turn] ?? 0);
      });
    }
  const { hub } = channel;
  for (const line of channel.lines) {
    const { from, to } = frame.edges[line] ?? {};
    if (from === hub) starts.set(line, bottomOf(boxes[hub ?? -1] ?? NOWHERE));
    if (to === hub) ends.set(line, bottomOf(boxes[hub ?? -1] ?? NOWHERE));
  }
  return { starts, ends };
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Draws the lines of a channel, with a label at the beginning of each, into a list with a place for each edge. */
export function drawChannel(
  { frame, boxes }: Stood,
  channel: Channel,
  { starts, ends, tracks, widths: [inner] }: Routed,
  edges: (EdgePlace | undefined)[],
): void {
  const isOuter = new Set(channel.outer);
  /** Whether the channel is to the right of a shape. */
  const isBehind = (node: number): boolean => isOuter.has(node) === channel.isLeft;
  const sideOf = (node: number): number => {
    const { x, width } = boxes[node] ?? NOWHERE;
    return isBehind(node) ? x + width : x;
  };
  const start = sideOf(channel.inner[0] ?? -1);
  for (const line of channel.lines) {
    const { from = -1, to = -1, label } = frame.edges[line] ?? {};
    const out = inner + (tracks.get(line) ?? 0) * TRACK;
    const x = start + (channel.isLeft ? -out : out);
    const at = (node: number, levels: Levels): readonly Point[] => {
      const y = levels.get(line) ?? 0;
      return node === channel.hub
        ? [{ x, y }]
        : [
            { x: sideOf(node), y },
            { x, y },
          ];
    };
    const points = [...at(from, starts), ...at(to, ends).toReversed()];
    const [spoken, levels] = from === channel.hub ? [to, ends] : [from, starts];
    edges[line] = { points, label: label && beside(sideOf(spoken), isBehind(spoken), levels.get(line) ?? 0) };

    function beside(side: number, behind: boolean, y: number): Box | undefined {
      if (!label) return undefined;
      return {
        ...label,
        x: behind ? side + BESIDE : side - BESIDE - label.width,
        y: y - ABOVE - label.height,
      };
    }
  }
}

function middleOf({ y, height }: Box): number {
  return y + height / 2;
}

function bottomOf({ y, height }: Box): number {
  return y + height;
}
